import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { launch, signedIn } from '../journeys/browser';
import { makeQuiet } from '../quiet';
import { origin } from '../rouse';
import { setDevices } from '../store';
import { furnish, shiftPathOfSam } from './furnished';
import { type Incidents, incidentsOfEachState } from './incidents';
import { adminPlaces, interleaved, memberPlaces, stakeholderPlaces } from './places';
import { drawn, lender, violationsAt, violationsOf } from './violations';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let unfurnish = (): Promise<void> => Promise.resolve();
let incidents: Incidents;
type Who = 'member' | 'admin' | 'stakeholder';
let of: Record<Who, <R>(use: (page: Page) => Promise<R>) => Promise<R>>;

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), makeQuiet()]);
  browser = await launch();
  const sign = async (who: string) => lender((await signedIn(browser, who, faults)).page);
  // One after the other: the incidents are decided at once only by workers that are not busy with reading what has changed.
  const made = furnish(Date.now()).then((undo) => { unfurnish = undo; return incidentsOfEachState(); });
  const [member, admin, stakeholder, states] = await Promise.all([sign('secondary'), sign('admin'), sign('stakeholder'), made]);
  of = { member, admin, stakeholder };
  incidents = states;
}, 180_000);
afterAll(async () => {
  await makeQuiet();
  await browser.close();
  await unfurnish();
  await fcm.close();
}, 180_000);

// Each person's screens one after the other, the persons' side by side: there are two processors.
const all = interleaved<{ who: Who; path: string }>(
  memberPlaces.map((path) => ({ who: 'member', path })),
  [...adminPlaces.map((path) => ({ who: 'admin' as const, path })), ...stakeholderPlaces.map((path) => ({ who: 'stakeholder' as const, path }))],
);
describe.concurrent('a screen', () => {
  it.each(all)('$path, of a $who', async ({ who, path }) => {
    expect(await of[who]((page) => violationsAt(page, path))).toEqual([]);
  });

  it.each([
    ['taken', 'now'], ['taken', 'told'], ['taken', 'updates'], ['taken', 'timeline'], ['taken', 'runbook'], ['open', 'now'], ['open', 'told'], ['watched', 'now'], ['asleep', 'now'], ['ended', 'now'], ['ended', 'updates'],
  ] as const)('an incident that is %s: %s', async (state, segment) => {
    const found = await of[segment === 'now' || segment === 'told' ? 'member' : 'admin'](async (page) => {
      await page.goto(`${origin}/incidents/${incidents[state]}`);
      await page.getByTestId('incident-status').waitFor();
      await page.getByRole('tab', { name: new RegExp(`^${segment}`, 'i') }).click();
      await page.getByRole('tabpanel').locator(':scope *').first().waitFor({ state: 'attached' });
      await drawn(page);
      return violationsOf(page, `${state} ${segment}`);
    });
    expect(found).toEqual([]);
  });

  it('what a stakeholder sees of an incident', async () => {
    for (const state of ['taken', 'ended'] as const) expect(await of.stakeholder((page) => violationsAt(page, `/incidents/${incidents[state]}`))).toEqual([]);
  });

  it('a shift of one\'s own', async () => {
    expect(await of.member((page) => violationsAt(page, shiftPathOfSam(Date.now())))).toEqual([]);
  });

  it('the doors, for whoever has no session', async () => {
    const page = await (await browser.newContext()).newPage();
    for (const path of ['/sign-in', '/invite/unknown', '/move-in']) expect(await violationsAt(page, path)).toEqual([]);
  });
});
