import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { twilioPort } from '../../scripts/testing/borders';
import { sha256 } from '../../functions/src/identity/identity';
import { FakeTwilio } from '../fakes/twilio';
import { newNumber } from '../reachable';
import { command, origin, signIn, trigger } from '../rouse';
import { at, incidentBecomes, newService, setDevices } from '../store';
import { FakeFcm } from '../fakes/fcm';
import { launch, type Person, signedIn } from './browser';
import { makeQuiet } from '../quiet';

const twilio = new FakeTwilio({ publicUrl: origin, appUrl: origin });
const number = newNumber();
// Somebody's devices may be left from other tests: a push service that does not answer is another test's matter.
const fcm = new FakeFcm();
let browser: Browser;
let primary: Person;
let secondary: Person;
const faults: string[] = [];

beforeAll(async () => {
  await fcm.listen();
  await Promise.all([makeQuiet(), twilio.listen(twilioPort), setDevices('primary', []), setDevices('secondary', [])]);
  browser = await launch();
  [primary, secondary] = await Promise.all([signedIn(browser, 'primary', faults), signedIn(browser, 'secondary', faults)]);
});
afterEach(() => { expect([...faults.splice(0), ...twilio.faults.splice(0)]).toEqual([]); });
afterAll(async () => {
  await Promise.all([at.phone(sha256(number)).delete(), setDevices('primary', []), setDevices('secondary', [])]);
  await browser.close();
  await twilio.down();
  await fcm.close();
});

/** The sheet that is up: its words are slotted into Ionic's dialog, so they are not inside of what has that role. */
const sheet = (page: Page) => page.locator('.sheet');

it('a phone is added, verified by the code that came, named in the rules, which are changed, and tested until it is received', async () => {
  const { page } = secondary;
  // As on the first day, also where this is tried a second time.
  await Promise.all([at.contact('secondary').update({ methods: [], rules: { high: null, low: null } }), at.phone(sha256(number)).delete()]);
  await page.goto(`${origin}/contact`);
  await page.getByTestId('weakness').waitFor();
  await page.getByTestId('add-phone').click();
  // As people write it.
  await sheet(page).getByTestId('address').fill(`${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`);
  const seen = new Set(twilio.messages.map(({ sid }) => sid));
  await sheet(page).getByTestId('send-code').click();
  const [code = ''] = /\d{6}/.exec((await twilio.nextMessage(number, ({ sid }) => !seen.has(sid))).body) ?? [];
  await sheet(page).getByTestId('code').fill(code);
  await sheet(page).waitFor({ state: 'hidden' });
  const method = page.getByTestId('contact-method').filter({ hasText: number });
  await method.getByText(/^Verified /).waitFor();
  const chain = page.getByTestId('chain').first();
  await chain.filter({ hasText: 'SMS to' }).filter({ hasText: 'call to' }).waitFor();
  await page.getByTestId('weakness').waitFor({ state: 'detached' });

  // One link more, by rules of their own; what was saved is not called unsaved on the way back.
  await page.getByTestId('edit-high').click();
  const links = page.getByTestId('rule-links').getByRole('listitem');
  await links.first().waitFor();
  const before = await links.count();
  await page.getByTestId('add-link').click();
  expect(await links.count()).toBe(before + 1);
  await page.getByTestId('save').click();
  await page.waitForURL('**/contact');
  await page.getByText('High urgency: day and night. By your own rules.').waitFor();
  expect(await page.getByTestId('toast').innerText()).not.toMatch(/not saved/);

  await method.getByTestId('test-sms').click();
  const test = await twilio.nextMessage(number, ({ sid, body }) => !seen.has(sid) && body.includes('Test page'));
  expect(await twilio.status(test.sid, 'delivered')).toBe(200);
  await method.getByTestId('test-words').filter({ hasText: /^SMS: Received after \d+(?:\.\d)? s\.$/ }).waitFor({ timeout: 60_000 });
});

it('who has an incident asks somebody to take it over, whose alarm rings with Accept; then it is theirs, and they may snooze it', async () => {
  const id = await trigger((await newService()).key, { title: 'Wants another pair of eyes' });
  await primary.page.getByTestId('alarm').getByText('Wants another pair of eyes').waitFor();
  await primary.page.getByTestId('alarm-acknowledge').click();
  await incidentBecomes(id, ({ status }) => status === 'acknowledged');
  await primary.page.waitForURL(`**/incidents/${id}`);
  await primary.page.getByTestId('incident-menu').click();
  await sheet(primary.page).getByTestId('menu-take').click();
  await primary.page.getByTestId('ask-choice').filter({ hasText: 'Sam Weber' }).first().click();
  await primary.page.getByText(/^Sam Weber is asked to take it over in \d s\.$/).waitFor();
  await primary.page.getByTestId('requests').getByText(/^Sam Weber was asked to take it over/).waitFor();

  const alarm = secondary.page.getByTestId('alarm');
  await alarm.getByRole('heading', { name: 'Priya Nair asks you to take it over.' }).waitFor();
  await alarm.getByText('Accept, and you have it. Until then Priya Nair does.').waitFor();
  await alarm.getByTestId('alarm-accept').click();
  await incidentBecomes(id, (incident) => incident.status === 'acknowledged' && incident.owner.userId === 'secondary');
  await primary.page.getByTestId('incident-status').filter({ hasText: /^Acknowledged by Sam Weber/ }).waitFor();
  await alarm.waitFor({ state: 'detached' });

  await secondary.page.waitForURL(`**/incidents/${id}`);
  await secondary.page.getByTestId('incident-menu').click();
  await sheet(secondary.page).getByTestId('menu-snooze').click();
  await secondary.page.getByTestId('snooze-60').click();
  await incidentBecomes(id, (incident) => incident.status === 'acknowledged' && incident.snoozedUntil !== null);
  for (const { page } of [primary, secondary]) await page.getByTestId('incident-status').filter({ hasText: /Snoozed until .*; then it pages again\./ }).waitFor();
  await command(await signIn('secondary'), { type: 'resolve', incidentId: id });
});
