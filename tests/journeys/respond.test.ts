import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger, unique } from '../rouse';
import { at, incidentBecomes, newService, setDevices } from '../store';
import { launch, type Person, signedIn } from './browser';
import { sheet, tab } from './sheet';

const fcm = new FakeFcm();
const wide = { width: 1280, height: 800 };
const faults: string[] = [];
let browser: Browser;
/** Priya on her phone, Sam and Ada at desks. */
let priya: Page;
let sam: Page;
let ada: Page;
let people: Person[];

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), setDevices('secondary', []), makeQuiet()]);
  browser = await launch();
  people = await Promise.all([signedIn(browser, 'primary', faults), signedIn(browser, 'secondary', faults, wide), signedIn(browser, 'admin', faults, wide)]);
  [priya, sam, ada] = people.map(({ page }) => page) as [Page, Page, Page]; // Three were asked for.
});
afterEach(async () => {
  expect(faults.splice(0)).toEqual([]);
  await makeQuiet();
});
afterAll(async () => {
  await browser.close();
  await fcm.close();
});

it('a SEV1 from the page to its end, run by three people in three browsers', { timeout: 240_000 }, async () => {
  const { key, serviceId } = await newService();
  await at.service(serviceId).update({ runbookId: 'checkout' });
  const id = await trigger(key, { title: 'Checkout is answering 503', severity: 'critical', labels: { region: 'eu-1' } });

  // Priya wakes and takes it.
  await priya.getByTestId('alarm').getByRole('heading', { name: 'Checkout is answering 503' }).waitFor();
  await priya.getByTestId('alarm-acknowledge').click();
  await incidentBecomes(id, ({ status }) => status === 'acknowledged');
  await priya.waitForURL(`**/incidents/${id}`);

  // She commands, and ticks the first step off.
  await priya.getByTestId('take-incidentCommander').click();
  await incidentBecomes(id, ({ roles }) => roles.some(({ role, userId }) => role === 'incidentCommander' && userId === 'primary'));
  await priya.getByTestId('take-incidentCommander').waitFor({ state: 'detached' });
  await priya.getByTestId('first-step-done').click();
  await incidentBecomes(id, ({ ticks }) => ticks.length === 1);

  // Sam is asked to help, comes, and says when.
  await priya.getByTestId('incident-menu').click();
  await sheet(priya).getByTestId('menu-help').click();
  await priya.getByTestId('ask-choice').filter({ hasText: 'Sam Weber' }).first().click();
  await sam.getByTestId('alarm').getByTestId('alarm-accept').click();
  await incidentBecomes(id, ({ responders }) => responders.some(({ userId, state }) => userId === 'secondary' && state === 'acknowledged'));
  await sam.waitForURL(`**/incidents/${id}`);
  await sam.getByTestId('on-my-way-5').click();
  await priya.getByTestId('responder').filter({ hasText: 'Sam Weber' }).filter({ hasText: /on the way/i }).waitFor();

  // Ada leads communications, from the list, and tells the stakeholders.
  await ada.goto(`${origin}/incidents`);
  await ada.locator(`[data-incident-id="${id}"]`).click();
  await ada.getByTestId('take-communicationsLead').click();
  await incidentBecomes(id, ({ roles }) => roles.some(({ role, userId }) => role === 'communicationsLead' && userId === 'admin'));
  await tab(ada, 'Updates');
  await ada.getByTestId('send-update').click();
  await incidentBecomes(id, ({ updateCount, lastUpdateAt }) => updateCount === 1 && lastUpdateAt !== null);
  await ada.getByTestId('update').filter({ hasText: 'Investigating' }).waitFor();

  // Sam writes down what he saw, with a picture of the graph.
  await sam.getByTestId('incident-menu').click();
  await sheet(sam).getByTestId('menu-note').click();
  await sheet(sam).getByLabel('Note', { exact: true }).fill('The pool is **exhausted**: `200 of 200`.');
  await sheet(sam).getByTestId('note-picture-input').setInputFiles({ name: 'graph.png', mimeType: 'image/png', buffer: await graph(sam) });
  await sheet(sam).getByTestId('note-picture').waitFor();
  await sheet(sam).getByTestId('note-add').click();
  await tab(priya, 'Timeline');
  await priya.locator('strong', { hasText: 'exhausted' }).waitFor();
  await priya.getByTestId('picture').first().waitFor();

  // What was found, what was done.
  await tab(priya, 'Now');
  for (const [milestone, clock, phase] of [['rootCauseIdentified', 'rootCauseIdentifiedAt', 'acknowledged'], ['fixDeployed', 'fixDeployedAt', 'monitoring'], ['serviceRestored', 'mitigatedAt', 'monitoring']] as const) {
    await priya.getByTestId(`milestone-${milestone}`).click();
    await incidentBecomes(id, ({ status, clocks }) => status === phase && clocks[clock] !== null);
  }
  await sam.getByTestId('incident-status').filter({ hasText: /^A fix is in/ }).waitFor();

  // The end: the verdict, what of the exit list is left, and why.
  await priya.getByTestId('incident-menu').click();
  await sheet(priya).getByTestId('menu-resolve').click();
  // The sheet is fetched: what it folds away is known once it is there.
  await sheet(priya).getByTestId('confirm').waitFor();
  const later = sheet(priya).getByTestId('resolve-later').locator('summary');
  if (await later.count() > 0) await later.click();
  await sheet(priya).getByTestId('verdict-real').click();
  await sheet(priya).getByLabel('Why are items left open?').fill('It is watched from the dashboard.');
  await sheet(priya).getByTestId('confirm').click();
  const ended = await incidentBecomes(id, ({ status }) => status === 'resolved');
  expect(ended).toMatchObject({ verdict: { kind: 'real' }, resolvedBy: { userId: 'primary' } });
  expect(ended.exitChecks.filter(({ state }) => state === 'skipped').map(({ reason }) => reason)).toContain('It is watched from the dashboard.');

  // Who leads communications says so to those outside, in the words that are there already.
  await ada.getByTestId('send-update').waitFor();
  await ada.getByTestId('incident-status').filter({ hasText: /^Resolved by Priya Nair/ }).waitFor();
  await ada.getByTestId('send-update').click();
  await incidentBecomes(id, ({ updateCount }) => updateCount === 2);
  for (const page of [priya, sam, ada]) await page.getByTestId('incident-status').filter({ hasText: /^Resolved by/ }).waitFor();
});

/** Presses Tab until the focus is on what the selector names; a control that the keyboard does not reach fails. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not get to ${selector}`);
}

/** A PNG that the browser itself drew. */
async function graph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1200];
    const context = canvas.getContext('2d');
    if (context !== null) { context.fillStyle = '#c00'; context.fillRect(0, 600, 2400, 20); }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

it('a whole incident by the keyboard alone: found, acknowledged, noted, escalated, resolved', async () => {
  const title = `By keys ${unique()}`;
  const id = await trigger((await newService([{ userIds: ['admin'], delaySeconds: 600 }])).key, { title, severity: 'high' });
  await command(await signIn('admin'), { type: 'acknowledge', incidentId: id });
  await command(await signIn('admin'), { type: 'release', incidentId: id });
  // The alarm has the focus on its main action.
  await ada.getByTestId('alarm').getByText(title).waitFor();
  await ada.waitForFunction(() => document.activeElement?.getAttribute('data-testid') === 'alarm-acknowledge' && document.activeElement.getAttribute('aria-disabled') === null);
  await ada.keyboard.press('Enter');
  await incidentBecomes(id, ({ status }) => status === 'acknowledged');
  await ada.waitForURL(`**/incidents/${id}`);
  await ada.getByTestId('incident-status').waitFor();
  await ada.keyboard.press('n');
  await sheet(ada).getByLabel('Note', { exact: true }).waitFor();
  await tabTo(ada, 'textarea');
  await ada.keyboard.type('Looking at the pool.');
  await tabTo(ada, '[data-testid="note-add"]');
  await ada.keyboard.press('Enter');
  await ada.locator('.sheet').waitFor({ state: 'detached' });
  await ada.keyboard.press('t');
  await ada.getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
  await ada.keyboard.press('m');
  await sheet(ada).getByTestId('menu-resolve').waitFor();
  await tabTo(ada, '[data-testid="menu-resolve"]');
  await ada.keyboard.press('Enter');
  const confirm = sheet(ada).getByTestId('confirm');
  await confirm.waitFor();
  await ada.waitForFunction(() => document.querySelector('[data-testid="confirm"]')?.getAttribute('aria-disabled') === null);
  await tabTo(ada, '[data-testid="confirm"]');
  await ada.keyboard.press('Enter');
  await incidentBecomes(id, ({ status }) => status === 'resolved');
});

it('resolved by another while offline: the acknowledge of the flight comes too late, and says so', async () => {
  const id = await trigger((await newService()).key, { title: 'In flight mode', severity: 'high' });
  await priya.getByTestId('alarm').getByRole('heading', { name: 'In flight mode' }).waitFor();
  const [phone] = people;
  await phone?.context.setOffline(true);
  await priya.getByTestId('alarm-acknowledge').click();
  await priya.getByTestId('not-yet-sent').first().waitFor();
  await command(await signIn('secondary'), { type: 'resolve', incidentId: id });
  await incidentBecomes(id, ({ status }) => status === 'resolved');
  await phone?.context.setOffline(false);
  await priya.getByTestId('toast').filter({ hasText: /Resolved|resolved/ }).waitFor({ timeout: 45_000 });
  const still = await incidentBecomes(id, ({ status }) => status === 'resolved');
  expect(still).toMatchObject({ resolvedBy: { userId: 'secondary' } });
});
