import type { Browser, Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { FakeFcm, type FcmMessage } from '../fakes/fcm';
import { replyCodeOf } from '../../functions/src/send/sms/text';
import { toStored } from '../../functions/src/store/instants';
import { command, hook, origin, signIn, trigger, unique } from '../rouse';
import { at, incidentBecomes, incidentNow, newService, notificationsOf, setDevices } from '../store';
import { makeQuiet } from '../quiet';
import { launch, type Person, pusher, type Shown, shownBy, signedIn, tap, until, workerOf } from './browser';
import { opensAt } from './tapping';

const fcm = new FakeFcm();
let browser: Browser;
let phone: Person;
let worker: Worker;
let deliver: (payload: object) => Promise<void>;
const faults: string[] = [];
const pushToken = `push-token-${unique()}`;

beforeAll(async () => {
  await fcm.listen();
  browser = await launch();
  phone = await signedIn(browser, 'primary', faults);
  worker = await workerOf(phone);
  deliver = await pusher(phone.page);
  // The app is closed: from here on there is the worker alone, on a page that is not Rouse's.
  await phone.page.goto('about:blank');
});
beforeEach(async () => {
  // What an earlier test left would ring over the app that this one opens.
  await makeQuiet();
  await worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }; // In a service worker it is there.
    for (const shown of await registration.getNotifications()) shown.close();
  });
  await setDevices('primary', [{ id: `device-${unique()}`, platform: 'web', pushToken }]);
});
afterEach(async () => {
  await phone.context.setOffline(false);
  for (const page of phone.context.pages()) if (page !== phone.page) await page.close();
  expect([...faults.splice(0), ...fcm.faults.splice(0)]).toEqual([]);
});
afterAll(async () => {
  await setDevices('primary', []);
  await browser.close();
  await fcm.close();
});

/** What FCM hands to a browser for a data message (firebase.google.com/docs/cloud-messaging/js/receive). */
const asDelivered = (message: FcmMessage) => ({ data: message.data, from: '1234567890', priority: 'high', fcmMessageId: unique() });
const messageOf = (id: string) => fcm.next((message) => message.token === pushToken && message.data?.incidentId === id);
const shownFor = (id: string, isSo: (shown: Shown) => boolean) =>
  until(() => shownBy(worker), (all) => all.some((shown) => shown.tag === id && isSo(shown)));

it('app closed: the bytes of FCM become a notification, its tap acknowledges, and the notification says so', async () => {
  const { key } = await newService([{ userIds: ['primary'], delaySeconds: 120 }, { userIds: ['secondary'], delaySeconds: 120 }]);
  const id = await trigger(key, { title: 'Answering 503', severity: 'critical' });
  await deliver(asDelivered(await messageOf(id)));
  const [shown] = (await shownFor(id, () => true)).filter(({ tag }) => tag === id);
  expect(shown?.title).toMatch(/^SEV1 Service/);
  expect(shown?.body).toBe('Answering 503. You are primary. Sam Weber is paged in 2 min.');
  expect(shown?.actions).toEqual(['acknowledge', 'escalate']);
  await notificationsOf(id, (all) => all.some(({ deliveredAt }) => deliveredAt !== null));

  await tap(worker, id, 'acknowledge');
  const incident = await incidentBecomes(id, ({ status }) => status === 'acknowledged');
  expect(incident.status === 'acknowledged' && incident.owner.userId).toBe('primary');
  await shownFor(id, ({ body }) => /^Acknowledged by you at \d\d:\d\d\. Nobody else will be paged\.$/.test(body));
});

it('the same page twice is one notification; a page that ended meanwhile says so instead of ringing', async () => {
  const { key } = await newService();
  const id = await trigger(key, { title: 'Short outage', dedupKey: 'short' });
  const message = await messageOf(id);
  await deliver(asDelivered(message));
  await deliver(asDelivered(message));
  await shownFor(id, () => true);
  expect((await shownBy(worker)).filter(({ tag }) => tag === id)).toHaveLength(1);
  await hook('generic', { title: 'Short outage', dedupKey: 'short', status: 'resolved' }, key);
  await deliver(asDelivered(message));
  await shownFor(id, ({ body, actions }) => body.startsWith('Resolved by itself') && actions.length === 0);
});

it('somebody was faster: the tap is told who has it', async () => {
  const id = await trigger((await newService()).key, { title: 'Both awake' });
  await deliver(asDelivered(await messageOf(id)));
  await shownFor(id, () => true);
  await command(await signIn('secondary'), { type: 'acknowledge', incidentId: id });
  await tap(worker, id, 'acknowledge');
  await shownFor(id, ({ body }) => body.startsWith('Acknowledged by Sam Weber'));
});

it('a tap without a network says that it is not yet sent, and is sent when the network is back', async () => {
  const id = await trigger((await newService()).key, { title: 'In the lift' });
  await deliver(asDelivered(await messageOf(id)));
  await shownFor(id, () => true);
  await phone.context.setOffline(true);
  await tap(worker, id, 'acknowledge');
  await shownFor(id, ({ body }) => /not yet sent/i.test(body));
  await phone.context.setOffline(false);
  await incidentBecomes(id, ({ status }) => status === 'acknowledged', 60_000);
  await shownFor(id, ({ body }) => body.startsWith('Acknowledged by you'));
});

/** Opens the app as a tap on this page's notification does. */
async function tapIntoApp(id: string): Promise<Page> {
  const { url } = await opensAt(worker, id);
  expect(url).toMatch(new RegExp(`^/incidents/${id}#page=`));
  const page = await phone.context.newPage();
  page.on('pageerror', (error) => faults.push(`the opened app: ${error.message}`));
  await page.goto(origin + url);
  return page;
}

/** What a closed app has to go by: a runbook, a colleague who may be called, and a page that came by SMS too. */
async function pagedBySmsToo(title: string): Promise<{ id: string; code: number }> {
  const { key, serviceId } = await newService([{ userIds: ['primary'], delaySeconds: 120 }, { userIds: ['secondary'], delaySeconds: 120 }]);
  await at.runbook(serviceId).set({ id: serviceId, title: 'Checkout is failing', serviceIds: [serviceId], markdown: '1. Look at the log\n   ```sh\n   tail -f {{service}}.log\n   ```\n2. Restart it\n' });
  await at.service(serviceId).update({ runbookId: serviceId });
  await at.person('secondary').update({ callNumber: '+4930123456' });
  const id = await trigger(key, { title, severity: 'critical' });
  const message = await messageOf(id);
  const [page] = await notificationsOf(id, (all) => all.length > 0);
  if (page === undefined) throw new Error('nobody is paged');
  const sms = { ...page, id: unique(), channel: 'sms' as const, rule: 'sms', followAt: null, sendingAt: Date.now(), sentAt: Date.now(), status: 'sent' as const };
  await at.notification(sms.id).set(toStored(sms));
  await deliver(asDelivered(message));
  await shownFor(id, () => true);
  return { id, code: replyCodeOf(sms.id) };
}

it('app closed, no network: the tap opens the page from what came with it; an acknowledge is not yet sent, and says so until it is', async () => {
  const { id, code } = await pagedBySmsToo('Answering 503 in flight mode');
  await phone.context.setOffline(true);
  const app = await tapIntoApp(id);
  await app.getByRole('heading', { name: 'Answering 503 in flight mode' }).waitFor();
  expect(await app.getByTestId('page-status').textContent()).toMatch(/^Paging you\. Sam Weber \(secondary\) is paged in /);
  await app.getByText('You are primary.').waitFor();
  await app.getByText('Look at the log').first().waitFor();
  await app.getByTestId('page-known-at').waitFor();

  await app.getByTestId('primary-action').click();
  expect(await app.getByTestId('not-yet-sent').textContent()).toBe('Not yet sent. Sam Weber (secondary) is still being paged.');
  expect(await app.getByTestId('text-code').getAttribute('href')).toBe(`sms:+15005550006?body=${code}`);
  expect(await app.getByTestId('call-by-phone').first().getAttribute('href')).toBe('tel:+4930123456');
  expect((await incidentNow(id)).status).toBe('triggered');

  await phone.context.setOffline(false);
  await incidentBecomes(id, ({ status }) => status === 'acknowledged', 60_000);
  await app.getByText(/^Sent now\. Acknowledged by you at \d\d:\d\d/).first().waitFor();
  await app.getByTestId('not-yet-sent').waitFor({ state: 'detached' });
  await app.close();
});

it('an acknowledge in flight mode that somebody else made void is told so', async () => {
  const { id } = await pagedBySmsToo('Mended meanwhile');
  await phone.context.setOffline(true);
  const app = await tapIntoApp(id);
  await app.getByTestId('primary-action').click();
  await app.getByTestId('not-yet-sent').waitFor();
  const sam = await signIn('secondary');
  await command(sam, { type: 'acknowledge', incidentId: id });
  await command(sam, { type: 'resolve', incidentId: id });
  await phone.context.setOffline(false);
  await app.getByText(/^Too late, and nothing was changed\. Resolved by Sam Weber at \d\d:\d\d/).first().waitFor();
  await app.close();
});

it('Escalate on the lock screen pages the next person, and says so once it is', async () => {
  const { key } = await newService([{ userIds: ['primary'], delaySeconds: 120 }, { userIds: ['secondary'], delaySeconds: 120 }]);
  const id = await trigger(key, { title: 'Not mine' });
  await deliver(asDelivered(await messageOf(id)));
  await shownFor(id, () => true);
  await phone.context.setOffline(true);
  await tap(worker, id, 'escalate');
  await shownFor(id, ({ body, actions }) => body.startsWith('Not yet sent. Nobody further is paged yet.') && actions.includes('acknowledge'));
  expect((await incidentNow(id)).responders.map(({ userId }) => userId)).toEqual(['primary']);
  await phone.context.setOffline(false);
  await notificationsOf(id, (all) => all.some(({ userId }) => userId === 'secondary'), 60_000);
  await shownFor(id, ({ body }) => !/^(Not yet sent|Asking)/.test(body));
  await command(await signIn('primary'), { type: 'resolve', incidentId: id });
});

it('several incidents are one line more, the worst first; it goes when they are answered', async () => {
  const ids: string[] = [];
  for (const severity of ['warning', 'critical', 'warning']) {
    const id = await trigger((await newService()).key, { title: `A ${severity} storm`, severity });
    await deliver(asDelivered(await messageOf(id)));
    await shownFor(id, () => true);
    ids.push(id);
  }
  const summary = await until(() => shownBy(worker), (all) => all.some(({ tag }) => tag === 'rouse-summary'));
  expect(summary.find(({ tag }) => tag === 'rouse-summary')?.title).toMatch(/^SEV1 Service .* and 2 more$/);
  for (const id of ids) await tap(worker, id, 'acknowledge');
  await until(() => shownBy(worker), (all) => all.every(({ tag }) => tag !== 'rouse-summary'));
});
