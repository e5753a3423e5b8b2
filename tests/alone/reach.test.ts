import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notification } from '#domain/notification/notification';
import { fcmPort, smtpPort, twilioPort } from '../../scripts/testing/borders';
import { FakeFcm } from '../fakes/fcm';
import { FakeSmtp } from '../fakes/smtp';
import { FakeTwilio } from '../fakes/twilio';
import { type Chain, newReachable, type Reachable } from '../reachable';
import { command, origin, post, signIn, trigger, unique } from '../rouse';
import { makeQuiet } from '../quiet';
import { changesOf, incidentBecomes, newService, notificationsOf } from '../store';

const fcm = new FakeFcm();
const twilio = new FakeTwilio({ publicUrl: origin, appUrl: origin });
const smtp = new FakeSmtp();

beforeAll(async () => {
  await Promise.all([fcm.listen(fcmPort), twilio.listen(twilioPort), smtp.start(smtpPort)]);
  // The chains of what other tests left open keep the one sweep of the local mode busy for seconds.
  await makeQuiet();
});
// Most of these tests wait, so they wait beside one another, each with a person of its own: whose request was a fault is known only of all together.
afterAll(async () => {
  await Promise.all([fcm.close(), twilio.down(), smtp.stop()]);
  expect([...fcm.faults, ...twilio.faults, ...smtp.faults]).toEqual([]);
});

const phone = (pushToken: string) => ({
  id: `device-${unique()}`, name: 'Pixel', platform: 'web' as const, pushToken, permission: 'granted' as const, installed: true, soundAllowed: true,
  registeredAt: Date.now(), lastOpenedAt: Date.now(), lastReceiptAt: null,
});
/** A person who is paged by these rules, with a phone that takes pushes where `pushToken` names one. */
async function personBy(chain: Chain, pushToken?: string): Promise<Reachable> {
  const made = await newReachable(chain, pushToken === undefined ? [] : [phone(pushToken)]);
  // The functions may have read the people of before up to half a second ago.
  await wait(700);
  return made;
}
const steps = (first: Reachable, delaySeconds: number) => [{ userIds: [first.id], delaySeconds }, { userIds: ['secondary'], delaySeconds: 600 }];
const told = (all: readonly Notification[]) => all.filter(({ kind }) => kind === 'page').sort((a, b) => a.createdAt - b.createdAt).map(({ channel, userId }) => `${channel} ${userId ?? ''}`);

describe.concurrent('a page that no device confirms', () => {
  it('goes on by SMS after 20 s, then by a call, then to secondary', { timeout: 120_000 }, async () => {
    const pushToken = `push-token-${unique()}`;
    const person = await personBy([{ channel: 'push', delaySeconds: 0 }, { channel: 'sms', delaySeconds: 600 }, { channel: 'voice', delaySeconds: 605 }], pushToken);
    const { key } = await newService(steps(person, 40));
    const id = await trigger(key, { title: 'Answering 503', severity: 'critical' });
    const began = Date.now();
    await fcm.next((message) => message.token === pushToken);
    await twilio.nextMessage(person.phone, () => true, 30_000);
    const texted = Date.now() - began;
    await twilio.nextCall(person.phone, 15_000);
    const called = Date.now() - began;
    const all = await notificationsOf(id, (sent) => sent.some(({ userId, kind }) => userId === 'secondary' && kind === 'page'), 40_000);
    expect(told(all)).toEqual([`push ${person.id}`, `sms ${person.id}`, `voice ${person.id}`, 'push secondary']);
    expect(texted).toBeGreaterThan(18_000);
    expect(texted).toBeLessThan(28_000);
    // Its distance to the SMS is kept: 5 s.
    expect(called - texted).toBeGreaterThan(2_000);
    expect(called - texted).toBeLessThan(12_000);
    await command(await signIn('secondary'), { type: 'resolve', incidentId: id });
  });

  it('waits for its rules where the device has confirmed it', async () => {
    const pushToken = `push-token-${unique()}`;
    const person = await personBy([{ channel: 'push', delaySeconds: 0 }, { channel: 'sms', delaySeconds: 600 }], pushToken);
    const id = await trigger((await newService(steps(person, 600))).key, { severity: 'critical' });
    const message = await fcm.next(({ token }) => token === pushToken);
    expect((await post(`/v1/receipts/${message.data?.token ?? ''}`, { state: 'delivered' })).status).toBe(200);
    const [page] = await notificationsOf(id, (all) => all.some(({ followAt, createdAt }) => followAt !== null && followAt > createdAt + 500_000), 30_000);
    expect(page).toMatchObject({ channel: 'push', status: 'delivered' });
    expect(twilio.messages.filter(({ to }) => to === person.phone)).toEqual([]);
    await command(await signIn('secondary'), { type: 'resolve', incidentId: id });
  });
});

describe.concurrent('whoever answers stops everything else within 2 s', () => {
  // No device takes a push, so the next way comes at once.
  const loud: Chain = [{ channel: 'push', delaySeconds: 0 }, { channel: 'sms', delaySeconds: 300 }, { channel: 'email', delaySeconds: 300 }, { channel: 'voice', delaySeconds: 302 }, { channel: 'sms', delaySeconds: 310 }];

  /** Nothing of this episode is claimed after the acknowledge, and what was sent before has been sent. */
  async function expectSilence(id: string, owner: Reachable): Promise<void> {
    const incident = await incidentBecomes(id, ({ status }) => status === 'acknowledged', 2_000);
    const at = incident.status === 'acknowledged' ? incident.owner.at : 0;
    // Longer than the rest of the chain would have taken, the next step included.
    await wait(6_500);
    const all = await notificationsOf(id, () => true);
    expect(all.filter(({ kind, sendingAt }) => kind === 'page' && sendingAt !== null && sendingAt > at)).toEqual([]);
    expect(incident).toMatchObject({ owner: { userId: owner.id }, wakeAt: expect.any(Number) as number });
  }

  it('an SMS reply', async () => {
    const person = await personBy(loud);
    const id = await trigger((await newService(steps(person, 5))).key, { title: 'Answering 503', severity: 'critical' });
    const sms = await twilio.nextMessage(person.phone);
    const [, code = ''] = /Reply (\d{3}) to acknowledge/.exec(sms.body) ?? [];
    expect(sms.body).toContain('Answering 503');
    const answer = await twilio.reply(person.phone, code);
    expect(answer).toMatchObject({ status: 200, messages: [expect.stringContaining('Acknowledged by you')] });
    await expectSilence(id, person);
  });

  it('a key pressed in the call', async () => {
    const person = await personBy([{ channel: 'push', delaySeconds: 0 }, { channel: 'voice', delaySeconds: 300 }, { channel: 'sms', delaySeconds: 306 }]);
    const id = await trigger((await newService(steps(person, 5))).key, { title: 'Answering 503', severity: 'critical' });
    const call = await twilio.nextCall(person.phone);
    const { said } = await twilio.answer(call.sid, '4');
    expect(said.join(' ')).toMatch(/Answering 503/);
    expect(said.at(-1)).toMatch(/Acknowledged by you/);
    await expectSilence(id, person);
  });

  it('the link of a mail, which asks first', async () => {
    const person = await personBy([{ channel: 'push', delaySeconds: 0 }, { channel: 'email', delaySeconds: 300 }, { channel: 'sms', delaySeconds: 306 }]);
    const id = await trigger((await newService(steps(person, 5))).key, { title: 'Answering 503', severity: 'critical' });
    const { mail } = await smtp.next(({ to }) => to.includes(person.email));
    const [link = ''] = /http:\/\/\S+\/v1\/ack\/\S+/.exec(mail.text ?? '') ?? [];
    const page = await fetch(link, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('method="post"');
    expect((await incidentBecomes(id, () => true)).status).toBe('triggered');
    const done = await fetch(link, { method: 'POST', headers: { accept: 'text/html' } });
    expect(await done.text()).toContain('Acknowledged by you');
    await expectSilence(id, person);
  });

  it('the lock screen', async () => {
    const pushToken = `push-token-${unique()}`;
    const person = await personBy([{ channel: 'push', delaySeconds: 0 }, { channel: 'sms', delaySeconds: 5 }, { channel: 'voice', delaySeconds: 7 }], pushToken);
    const id = await trigger((await newService(steps(person, 5))).key, { title: 'Answering 503', severity: 'critical' });
    const message = await fcm.next(({ token }) => token === pushToken);
    expect((await post(`/v1/ack/${message.data?.token ?? ''}`, {})).body).toMatchObject({ status: 'acknowledged' });
    await expectSilence(id, person);
  });
});

describe.concurrent('a burst', () => {
  it('of incidents is one SMS and then one more, and one reply has them all', async () => {
    const person = await personBy([{ channel: 'sms', delaySeconds: 0 }]);
    const { key } = await newService(steps(person, 600));
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await trigger(key, { title: `Down ${n}`, severity: 'critical' }));
    await twilio.nextMessage(person.phone);
    const second = await twilio.nextMessage(person.phone, ({ body }) => body.startsWith('3 incidents'), 45_000);
    const [, code = ''] = /Reply (\d{3}) to acknowledge all/.exec(second.body) ?? [];
    await twilio.reply(person.phone, code);
    const states = await Promise.all(ids.map((id) => incidentBecomes(id, () => true)));
    expect(states.map(({ status }) => status)).toEqual(['triggered', 'acknowledged', 'acknowledged', 'acknowledged']);
    expect(twilio.messages.filter(({ to }) => to === person.phone)).toHaveLength(2);
  });
});

describe('a provider that is down', () => {
  it('is told on the incident, and what waits is sent when it answers again', async () => {
    const person = await personBy([{ channel: 'sms', delaySeconds: 0 }]);
    await twilio.down();
    const id = await trigger((await newService(steps(person, 600))).key, { severity: 'critical' });
    const waiting = await notificationsOf(id, (all) => all.some(({ attempts, leaseUntil }) => attempts >= 1 && leaseUntil !== null), 20_000);
    expect(waiting[0]).toMatchObject({ channel: 'sms', status: 'sending' });
    await expect.poll(() => changesOf(id), { timeout: 10_000 }).toContain('deliveryDelayed');
    await twilio.listen();
    await twilio.nextMessage(person.phone, () => true, 40_000);
    await notificationsOf(id, (all) => all.every(({ status }) => status === 'sent'));
    await command(await signIn('secondary'), { type: 'resolve', incidentId: id });
  });
});
