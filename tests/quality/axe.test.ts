import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { launch, signedIn } from '../journeys/browser';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger } from '../rouse';
import { incidentBecomes, newService, setDevices } from '../store';
import { adminPlaces, memberPlaces } from './places';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let admin: Page;
let member: Page;
let stakeholder: Page;
let open: string;
let taken: string;

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), makeQuiet()]);
  browser = await launch();
  [admin, member, stakeholder] = await Promise.all(['admin', 'secondary', 'stakeholder'].map(async (who) => (await signedIn(browser, who, faults)).page)) as [Page, Page, Page]; // Three were asked for.
  const { key } = await newService();
  [open, taken] = await Promise.all(['Orders are slow', 'Checkout is answering 503'].map((title) => trigger(key, { title, severity: 'critical', dedupKey: title }))) as [string, string]; // Two were sent.
  const primary = await signIn('primary');
  await command(primary, { type: 'acknowledge', incidentId: taken });
  await incidentBecomes(taken, ({ status }) => status === 'acknowledged');
  await command(primary, { type: 'assignRole', incidentId: taken, role: 'incidentCommander', userId: 'primary', deputyId: 'secondary' });
  await command(primary, { type: 'addTask', incidentId: taken, title: 'Call the bank', ownerId: null, dueAt: null });
  await command(primary, { type: 'addNote', incidentId: taken, text: '**Rolled back** to `4710`.' });
});
afterAll(async () => {
  await makeQuiet();
  await browser.close();
  await fcm.close();
});

/** Other light, and the colours have gone over to it. */
async function inLight(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Asked for by the colours themselves: what goes over has an animation that runs. One that is held (an alarm's) would be waited for in vain.
  await page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState !== 'running'), undefined, { timeout: 5_000, polling: 50 });
}

/** By day only the colours are others. */
const axeOf = (page: Page, light: 'dark' | 'light') => (light === 'dark' ? new AxeBuilder({ page }) : new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));

/** What axe (WCAG 2.2 A and AA and its best practices) finds on the screen as it is, by night and by day. */
async function violations(page: Page, path: string): Promise<string[]> {
  await page.goto(origin + path);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null, undefined, { timeout: 10_000, polling: 50 });
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await inLight(page, colorScheme);
    const { violations: all } = await axeOf(page, colorScheme).analyze();
    found.push(...all.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${path} ${colorScheme} ${id}: ${String(target)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`)));
  }
  return found;
}

it.each(memberPlaces)('%s', async (path) => {
  expect(await violations(member, path)).toEqual([]);
});
it.each(adminPlaces)('%s, of an admin', async (path) => {
  expect(await violations(admin, path)).toEqual([]);
});
it.each(['now', 'told', 'updates', 'timeline', 'runbook'])('an incident: %s', async (segment) => {
  await member.goto(`${origin}/incidents/${taken}`);
  await member.getByTestId('incident-status').waitFor();
  await member.getByRole('tab', { name: new RegExp(`^${segment}`, 'i') }).click();
  for (const colorScheme of ['dark', 'light'] as const) {
    await inLight(member, colorScheme);
    const { violations: all } = await axeOf(member, colorScheme).analyze();
    expect(all.map(({ id, nodes }) => `${segment} ${colorScheme} ${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`)).toEqual([]);
  }
});
it('an open incident, and what a stakeholder sees', async () => {
  expect(await violations(member, `/incidents/${open}`)).toEqual([]);
  for (const path of ['/incidents', `/incidents/${taken}`, '/subscriptions', '/report', '/more']) expect(await violations(stakeholder, path)).toEqual([]);
});
it('the sign-in, for whoever has no session', async () => {
  const page = await (await browser.newContext()).newPage();
  expect(await violations(page, '/sign-in')).toEqual([]);
});
