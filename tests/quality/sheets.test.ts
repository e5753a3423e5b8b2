import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { launch, signedIn } from '../journeys/browser';
import { closed, menu, sheet } from '../journeys/sheet';
import { makeQuiet } from '../quiet';
import { command, origin, signIn } from '../rouse';
import { incidentBecomes, setDevices } from '../store';
import { furnish } from './furnished';
import { type Incidents, incidentsOfEachState } from './incidents';
import { interleaved } from './places';
import { drawn, lender, violationsOf } from './violations';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let unfurnish = (): Promise<void> => Promise.resolve();
let incidents: Incidents;
type Who = 'member' | 'admin' | 'paged';
let of: Record<Who, <R>(use: (page: Page) => Promise<R>) => Promise<R>>;

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), makeQuiet()]);
  browser = await launch();
  const sign = async (who: string) => lender((await signedIn(browser, who, faults)).page);
  // One after the other: the incidents are decided at once only by workers that are not busy with reading what has changed.
  const made = furnish(Date.now()).then((undo) => { unfurnish = undo; return incidentsOfEachState(); });
  const [member, admin, paged, states] = await Promise.all([sign('secondary'), sign('admin'), sign('primary'), made]);
  of = { member, admin, paged };
  incidents = states;
}, 180_000);
afterAll(async () => {
  await makeQuiet();
  await browser.close();
  await unfurnish();
  await fcm.close();
}, 180_000);

/** What is moved has arrived: half through its motion a sheet has half of its colours. What goes on for ever is not waited for. */
const still = (page: Page) => page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity), undefined, { timeout: 5_000, polling: 50 });

/** Goes to the screen, where it is not there already, and opens the sheet; the answer is what axe finds on it. */
async function violationsOpened(page: Page, path: string, what: string, open: (page: Page) => Promise<void>): Promise<string[]> {
  if (new URL(page.url()).pathname !== path || await page.locator('.sheet').count() > 0) {
    await page.goto(origin + path);
    await page.locator('h1').first().waitFor();
    await drawn(page);
  }
  await open(page);
  await sheet(page).waitFor();
  await drawn(page);
  await still(page);
  // The dialog itself lies in the shadow of Ionic's element, whose label axe takes for words outside of every landmark.
  const found = await violationsOf(page, what, ['region']);
  await page.keyboard.press('Escape');
  await closed(page);
  return found;
}

type Opened = { what: string; who: Who; at: () => string; open: (page: Page) => Promise<void> };
const on = (state: keyof Incidents) => () => `/incidents/${incidents[state]}`;
/** Taps these, the first on the screen and the others in what comes up. */
const tapping = (first: string, ...then: string[]) => async (page: Page) => {
  await page.getByTestId(first).first().click();
  for (const next of then) await sheet(page).getByTestId(next).first().click();
};
const byMenu = (row: string, ...then: string[]) => async (page: Page) => {
  await menu(page, row);
  for (const next of then) await sheet(page).getByTestId(next).first().click();
};

const ofIncident: readonly Opened[] = [
  { what: 'the menu', open: tapping('incident-menu') },
  { what: 'a note', open: byMenu('note') },
  { what: 'a note of before', open: byMenu('past') },
  { what: 'the preview of a note', open: byMenu('note', 'note-preview') },
  { what: 'classify', open: async (page: Page) => { await menu(page, 'severity'); await sheet(page).locator('summary').waitFor(); } },
  { what: 'a decision', open: tapping('pin-decision') },
  { what: 'hand it to somebody', open: byMenu('take') },
  { what: 'ask for help', open: byMenu('help') },
  { what: 'call somebody', open: byMenu('call') },
  { what: 'escalate', open: byMenu('escalate') },
  { what: 'merge', open: byMenu('merge') },
  { what: 'merge, into this', open: byMenu('merge', 'merge-choice') },
  { what: 'snooze', open: byMenu('snooze') },
  { what: 'snooze until', open: byMenu('snooze', 'snooze-own') },
  {
    what: 'resolve', open: async (page: Page) => {
      await menu(page, 'resolve');
      await sheet(page).getByTestId('confirm').waitFor();
      // At night what can wait is folded.
      const later = sheet(page).getByTestId('resolve-later').locator('summary');
      if (await later.count() > 0) await later.click();
      await sheet(page).getByTestId('verdict-real').click();
    },
  },
  { what: 'impact', open: tapping('assess-impact') },
  { what: 'a new task', open: tapping('add-task') },
  { what: 'a task', open: tapping('open-task') },
  { what: 'whose task', open: tapping('open-task', 'task-owner') },
  { what: 'the war room', open: tapping('change-room') },
  { what: 'a role to give', open: tapping('give-role') },
  { what: 'a role', open: async (page: Page) => page.getByTestId('role-incidentCommander').getByRole('button').first().click() },
  { what: 'a deputy', open: async (page: Page) => { await page.getByTestId('role-incidentCommander').getByRole('button').first().click(); await sheet(page).getByTestId('role-deputy').click(); } },
  { what: 'which first', open: tapping('open-priority') },
  { what: 'outside help', open: tapping('open-vendors') },
  { what: 'the clocks', open: tapping('open-clocks') },
  { what: 'the keys', open: async (page: Page) => page.keyboard.press('?') },
].map(({ what, open }) => ({ what, open, who: 'member' as const, at: on('taken') }));

const elsewhere: readonly Opened[] = [
  { what: 'reopen', who: 'admin', at: on('ended'), open: tapping('reopen') },
  { what: 'an override to undo', who: 'admin', at: () => '/schedules/platform', open: async (page) => page.getByTestId('override-row').first().getByRole('button').click() },
  { what: 'the filters of the inbox', who: 'admin', at: () => '/incidents', open: tapping('filters') },
  ...([
    ['/people', 'invite'], ['/people/secondary', 'deactivate'], ['/integrations/checkout', 'rotate'], ['/integrations/checkout', 'remove'], ['/heartbeats/furnished-late', 'rotate'],
    ['/heartbeats/furnished-late', 'remove'],
    ['/maintenance', 'start-maintenance'], ['/policies/platform/edit', 'choose-targets'], ['/policies/platform', 'remove'], ['/runbooks/checkout', 'remove'],
    ['/schedules/platform', 'shift-bar'], ['/profile/time-off', 'add-time-off'], ['/contact', 'add-phone'], ['/profile', 'set-call-number'], ['/contact', 'edit-quiet'], ['/on-call', 'take-cover'],
  ] as const).map(([path, testId]) => ({ what: `${path}, ${testId}`, who: 'admin' as const, at: () => path, open: tapping(testId) })),
];

/** `npm test` looks at those that a tired thumb opens most; `ROUSE_SIZES=all npm test -- quality` at every one, which takes two minutes more. */
const every = process.env.ROUSE_SIZES === 'all';
const often = ['the menu', 'a note', 'classify', 'resolve', 'impact', 'hand it to somebody', 'snooze', 'a role to give'];

describe.concurrent('a sheet', () => {
  it.each(every ? interleaved(ofIncident, elsewhere) : ofIncident.filter(({ what }) => often.includes(what)))('$what, of a $who', async ({ what, who, at, open }) => {
    expect(await of[who]((page) => violationsOpened(page, at(), what, open))).toEqual([]);
  });

  it('the alarm: a page, what somebody asks, and what has ended', async () => {
    const found = await of.paged(async (page) => {
      const alarm = page.getByTestId('alarm');
      await alarm.getByText('Orders are slow').waitFor();
      await still(page);
      const paged = await violationsOf(page, 'the alarm');
      const admin = await signIn('admin');
      await command(admin, { type: 'acknowledge', incidentId: incidents.open });
      await incidentBecomes(incidents.open, ({ status }) => status === 'acknowledged');
      await alarm.getByTestId('alarm-dismiss').waitFor();
      await still(page);
      const ended = await violationsOf(page, 'an alarm that ended');
      await alarm.getByTestId('alarm-dismiss').click();
      await alarm.waitFor({ state: 'detached' });
      await command(admin, { type: 'askResponders', incidentId: incidents.open, kind: 'help', targets: [{ kind: 'person', userId: 'primary' }] });
      await alarm.getByTestId('alarm-accept').waitFor();
      await still(page);
      return [...paged, ...ended, ...await violationsOf(page, 'somebody asks')];
    });
    expect(found).toEqual([]);
  });
});
