import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Subscription } from '#domain/update/subscription';
import { smtpPort } from '../../scripts/testing/borders';
import { FakeFcm } from '../fakes/fcm';
import { FakeSmtp } from '../fakes/smtp';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger, unique, until } from '../rouse';
import { at, newService, notificationsOf, setDevices } from '../store';
import { launch, signedIn } from './browser';

const fcm = new FakeFcm();
const smtp = new FakeSmtp();
const faults: string[] = [];
const pushToken = `push-token-${unique()}`;
let browser: Browser;
/** Stella, a stakeholder, on her phone and at her desk. */
let phone: Page;
let desk: Page;
let primary: string;
type Told = { id: string; serviceId: string; title: string };
let payments: Told;
let shops: Told;

beforeAll(async () => {
  await Promise.all([fcm.listen(), smtp.start(smtpPort), setDevices('primary', []), setDevices('stakeholder', [{ id: 'stellas-phone', platform: 'web', pushToken }]), at.subscription('stakeholder').delete(), makeQuiet()]);
  primary = await signIn('primary');
  const signingIn = launch().then(async (launched) => {
    browser = launched;
    const people = await Promise.all([signedIn(browser, 'stakeholder', faults), signedIn(browser, 'stakeholder', faults, { width: 1280, height: 800 })]);
    [phone, desk] = people.map(({ page }) => page) as [Page, Page]; // Two were asked for.
  });
  [payments, shops] = await Promise.all([taken('Card payments fail'), taken('The shops are closed')]);
  await signingIn;
});
afterEach(() => { expect([...faults.splice(0), ...fcm.faults.splice(0), ...smtp.faults.splice(0)]).toEqual([]); });
afterAll(async () => {
  await makeQuiet();
  await Promise.all([at.subscription('stakeholder').delete(), setDevices('stakeholder', []), browser.close(), fcm.close(), smtp.stop()]);
});

/** A SEV1 that Priya has. */
async function taken(title: string): Promise<Told> {
  const { key, serviceId } = await newService();
  const id = await trigger(key, { title, severity: 'critical', labels: { host: 'db-7' } });
  await command(primary, { type: 'acknowledge', incidentId: id });
  return { id, serviceId, title };
}
const sendUpdate = ({ id }: Told, phase: string, text: string) => command(primary, { type: 'sendUpdate', incidentId: id, phase, text, final: false });
const says = (page: Page, testId: string, words: string | RegExp) => page.getByTestId(testId).filter({ hasText: words }).waitFor();
const followed = (fits: (subscription: Subscription) => boolean) => until(at.subscription('stakeholder'), ([stored]) => {
  const { success, data } = Subscription.safeParse(stored);
  return success && fits(data) ? data : undefined;
});

/** Nothing that a responder has is on the screen, neither to be pressed nor to be read. */
async function isReadOnly(page: Page): Promise<void> {
  for (const one of ['primary-action', 'incident-menu', 'send-update', 'row-actions', 'select', 'responder']) expect(await page.getByTestId(one).count()).toBe(0);
  expect(await page.locator('[data-testid^="take-"], [data-testid^="milestone-"], [data-testid^="on-my-way"], [data-testid^="bulk-"]').count()).toBe(0);
  expect(await page.getByText('db-7').count()).toBe(0);
}

it('on the phone a stakeholder opens a SEV1, calm and to be read only, follows it, and is told live, by mail and by push', { timeout: 90_000 }, async () => {
  const { id, title } = payments;
  await phone.goto(`${origin}/incidents`);
  const row = phone.locator(`[data-incident-id="${id}"]`).filter({ hasText: 'Investigating' });
  await row.waitFor();
  expect(await phone.getByRole('tab').allInnerTexts()).toEqual(['Open 2', 'Recent']);
  await isReadOnly(phone);
  await row.click();
  await says(phone, 'phase', /^Investigating$/);
  await phone.getByText(title).first().waitFor();
  await phone.getByText('None yet. The people who work on it write here.').waitFor();
  await isReadOnly(phone);
  await says(phone, 'follow-words', 'Follow it to be told of each update');
  expect(await phone.getByRole('button').allInnerTexts()).toEqual(['Follow']);
  await phone.getByTestId('follow').click();
  await says(phone, 'follow-words', 'You are told of each update.');
  expect(await phone.getByTestId('follow').innerText()).toBe('Following');
  expect(await phone.getByTestId('follow-card').getByRole('checkbox', { name: 'E-mail' }).isChecked()).toBe(true);
  expect(await followed(({ incidents }) => incidents.includes(id))).toMatchObject({ services: [], by: ['email', 'push'] });

  expect((await sendUpdate(payments, 'identified', 'The bank refuses our certificate.\nA new one is on its way.')).body.result.message).toBe('Sent to 1 person.');
  await says(phone, 'latest-update', 'The bank refuses our certificate.');
  await says(phone, 'phase', /^Identified$/);
  await says(phone, 'next-update', /^Next update expected by \d\d:\d\d, in /);
  expect((await fcm.next(({ token, data }) => token === pushToken && data?.url === `/incidents/${id}`)).data?.body).toContain('The bank refuses our certificate.');
  const { mail } = await smtp.next(({ to, mail: { text } }) => to.includes('stakeholder@rouse.test') && (text ?? '').includes(id), 45_000); // One to them of half a minute ago makes this one wait.
  expect(mail.subject).toMatch(/^Update: SEV1 .* — Identified$/);
  expect(mail.text).toContain('A new one is on its way.');

  await phone.getByTestId('follow').click();
  await says(phone, 'follow-words', 'Follow it to be told');
  await followed(({ incidents }) => incidents.length === 0);
});

it('at the desk they choose a service, and push alone; each update stands on the screen as it comes, until the end', { timeout: 90_000 }, async () => {
  const { id, serviceId, title } = shops;
  await desk.goto(`${origin}/incidents/${id}`);
  await says(desk, 'phase', /^Investigating$/);
  // The list stands beside it, and is as calm.
  await desk.locator(`[data-incident-id="${payments.id}"]`).waitFor();
  await isReadOnly(desk);
  await desk.getByRole('link', { name: 'All that you follow' }).click();
  await desk.waitForURL('**/subscriptions');
  await desk.getByLabel('Chosen services').check();
  await desk.getByLabel(`Service ${serviceId}`).check();
  await desk.getByLabel('E-mail').uncheck();
  await desk.getByLabel('Push').check();
  await desk.getByTestId('save').click();
  await desk.getByTestId('toast').waitFor();
  expect(await followed(({ services }) => services?.includes(serviceId) === true)).toMatchObject({ services: [serviceId], incidents: [], by: ['push'] });

  await desk.goBack();
  await says(desk, 'follow-words', `You follow Service ${serviceId}, so you are told of each update.`);
  expect(await desk.getByTestId('follow').count()).toBe(0);
  await sendUpdate(shops, 'identified', 'The doors lost their network.');
  await says(desk, 'latest-update', 'The doors lost their network.');
  await sendUpdate(shops, 'monitoring', 'They open by hand.');
  await says(desk, 'latest-update', 'They open by hand.');
  await says(desk, 'update', 'The doors lost their network.');
  await says(desk, 'phase', /^Monitoring$/);
  await fcm.next(({ token, data }) => token === pushToken && data?.body?.includes('They open by hand.') === true);
  const told = await notificationsOf(id, (all) => all.filter(({ subject }) => subject === 'statusUpdate').length === 2);
  expect(told.filter(({ subject }) => subject === 'statusUpdate').map(({ userId, channel }) => [userId, channel])).toEqual([['stakeholder', 'push'], ['stakeholder', 'push']]);
  expect(smtp.mails.filter(({ mail }) => (mail.text ?? '').includes(id))).toEqual([]);

  await command(primary, { type: 'resolve', incidentId: id });
  await says(desk, 'phase', /^Resolved$/);
  await desk.getByText(/it took/).first().waitFor();
  await desk.getByText(title).first().waitFor();
});
