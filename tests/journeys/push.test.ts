import type { Browser, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { FakeFcm, type FcmMessage } from '../fakes/fcm';
import { command, hook, signIn, trigger, unique } from '../rouse';
import { incidentBecomes, newService, notificationsOf, setDevices } from '../store';
import { launch, type Person, pusher, type Shown, shownBy, signedIn, tap, until, workerOf } from './browser';

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
beforeEach(() => setDevices('primary', [{ id: `device-${unique()}`, platform: 'web', pushToken }]));
afterEach(() => {
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
