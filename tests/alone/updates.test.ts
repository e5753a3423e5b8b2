import { setTimeout as wait } from 'node:timers/promises';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#domain/people/person';
import type { Subscription } from '#domain/update/subscription';
import { StatusUpdate } from '#domain/update/statusUpdate';
import { MINUTE } from '#domain/time/instant';
import { fcmPort, smtpPort } from '../../scripts/testing/borders';
import { fromStored, toStored } from '../../functions/src/store/instants';
import { newPerson, retire } from '../contacting';
import { FakeFcm } from '../fakes/fcm';
import { FakeSmtp } from '../fakes/smtp';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger, unique } from '../rouse';
import { at, changesOf, db, incidentBecomes, incidentNow, newService, notificationsOf, setDevices, timelineOf } from '../store';

const fcm = new FakeFcm();
const smtp = new FakeSmtp();
const followers: string[] = [];
const kept: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await Promise.all([fcm.listen(fcmPort), smtp.start(smtpPort)]);
  await makeQuiet();
});
// Most of these tests wait beside one another, each for an incident and a follower of its own: whose message was a fault is known only of all together.
afterAll(async () => {
  for (const restore of kept.splice(0)) await restore();
  await Promise.all(followers.map((userId) => at.subscription(userId).delete()));
  await Promise.all([retire(), fcm.close(), smtp.stop()]);
  expect([...fcm.faults, ...smtp.faults]).toEqual([]);
});

/** A stakeholder of a test's own who follows these services; the functions may have read the people of before up to half a second ago. */
async function newFollower(services: string[], by: Subscription['by'], fields: Partial<Person> = {}): Promise<Person & { email: string }> {
  const person = await newPerson({ role: 'stakeholder', ...fields });
  followers.push(person.id);
  await at.subscription(person.id).set(toStored({ userId: person.id, services, incidents: [], by, changedAt: Date.now() } satisfies Subscription));
  await wait(700);
  return { ...person, email: `${person.id}@rouse.test` };
}

/** An incident of a service of its own that primary has. */
async function taken(severity = 'critical'): Promise<{ id: string; serviceId: string; session: string }> {
  const { key, serviceId } = await newService([{ userIds: ['primary'], delaySeconds: 600 }]);
  const [id, session] = [await trigger(key, { title: 'db-7 refuses connections', severity }), await signIn('primary')];
  await command(session, { type: 'acknowledge', incidentId: id });
  return { id, serviceId, session };
}

const sendUpdate = (session: string, incidentId: string, fields: Record<string, unknown> = {}) =>
  command(session, { type: 'sendUpdate', incidentId, phase: 'identified', text: 'We know the cause.\n\nA fix follows.', final: false, ...fields });

/** What the rules let this person read, over the interface that the app's own SDK speaks to. */
const readAs = async (idToken: string, path: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:8080/v1/projects/demo-rouse/databases/(default)/documents/${path}`, { headers: { authorization: `Bearer ${idToken}` } })).status;

async function updatesOf(id: string): Promise<StatusUpdate[]> {
  const { docs } = await at.incident(id).collection('updates').orderBy('at').get();
  return docs.map((found) => StatusUpdate.parse(fromStored(found.data())));
}

// By itself: its writer follows all services.
describe('an update', () => {
  it('reaches the stakeholder who follows, by mail and push, and nobody else', { timeout: 90_000 }, async () => {
    const before = await at.contact('stakeholder').get();
    kept.push(() => before.ref.set(before.data() ?? {}));
    const pushToken = `push-token-${unique()}`;
    await setDevices('stakeholder', [{ id: `device-${unique()}`, platform: 'web', pushToken }]);
    const stakeholder = await signIn('stakeholder');
    const { id, serviceId, session } = await taken();
    followers.push('stakeholder', 'primary');
    // Its writer follows too, and needs not be told.
    await command(session, { type: 'saveSubscription', services: null, incidents: [], by: ['push', 'email'] });
    const followed = await command(stakeholder, { type: 'saveSubscription', services: [serviceId], incidents: [], by: ['email', 'push'] });
    expect(followed).toMatchObject({ status: 200, body: { result: { outcome: 'done' } } });
    const elsewhere = await newFollower(['another-service'], ['email', 'push']);

    const sent = await sendUpdate(session, id);
    expect(sent).toMatchObject({ status: 200, body: { result: { outcome: 'done', message: 'Sent to 1 person.' } } });

    const { mail, raw } = await smtp.next(({ to, mail: { text } }) => to.includes('stakeholder@rouse.test') && (text ?? '').includes(id), 45_000); // A mail to them of half a minute ago makes this one wait.
    const { serviceName } = await incidentNow(id);
    expect(mail.subject).toBe(`Update: SEV1 ${serviceName} — Identified`);
    expect(mail.text).toContain('We know the cause.\n\nA fix follows.');
    expect(mail.text).toContain(`${origin}/incidents/${id}`);
    expect(`${mail.text ?? ''}${mail.html ?? ''}`).not.toMatch(/\/v1\/|db-7/);
    expect(raw.replace(/\r\n[ \t]+/g, ' ')).toMatch(new RegExp(`^List-Unsubscribe: <${origin}/subscriptions>`, 'm'));
    expect(raw).not.toMatch(/List-Unsubscribe-Post/i);

    const push = await fcm.next(({ token }) => token === pushToken);
    expect(push.data).toMatchObject({ kind: 'notice', body: 'Identified. We know the cause. A fix follows.', url: `/incidents/${id}` });
    expect(push.webpush?.headers?.Urgency).toBe('normal');

    const told = await notificationsOf(id, (all) => all.filter(({ subject, sentAt }) => subject === 'statusUpdate' && sentAt !== null).length === 2);
    expect(told.filter(({ subject }) => subject === 'statusUpdate').map(({ userId }) => userId)).toEqual(['stakeholder', 'stakeholder']);
    expect(smtp.to(elsewhere.email)).toEqual([]);

    const [update] = await updatesOf(id);
    expect(update).toMatchObject({ phase: 'identified', text: 'We know the cause.\n\nA fix follows.', final: false });
    expect(await readAs(stakeholder, `incidents/${id}/updates/${update?.id ?? ''}`)).toBe(200);
    expect(await readAs(stakeholder, 'subscriptions/stakeholder')).toBe(200);
    const [entry] = await timelineOf(id);
    expect(await readAs(stakeholder, `incidents/${id}/timeline/${entry?.id ?? ''}`)).toBe(403);
    expect(await readAs(stakeholder, 'subscriptions/primary')).toBe(403);
    expect((await sendUpdate(stakeholder, id)).status).toBe(403);
    await at.subscription('primary').delete();
  });
});

describe.concurrent('an update', () => {
  it('that is sent twice arrives once', async () => {
    const { id, serviceId, session } = await taken();
    const { email } = await newFollower([serviceId], ['email']);
    const commandId = unique().padEnd(8, '0');
    expect((await sendUpdate(session, id, { commandId })).body.result.message).toBe('Sent to 1 person.');
    expect((await sendUpdate(session, id, { commandId })).body.result).toMatchObject({ outcome: 'done', message: 'Sent already.' });
    await smtp.next(({ to }) => to.includes(email));
    expect(await updatesOf(id)).toHaveLength(1);
    expect((await incidentNow(id)).updateCount).toBe(1);
    await wait(1_500);
    expect(smtp.to(email)).toHaveLength(1);
  });

  it('that nobody follows is kept', async () => {
    const { id, session } = await taken();
    expect((await sendUpdate(session, id)).body.result.message).toBe('Kept with the incident. Nobody else follows it yet.');
    expect(await updatesOf(id)).toHaveLength(1);
  });

  it('of the end goes out after the incident was resolved', async () => {
    const { id, serviceId, session } = await taken();
    const pushToken = `push-token-${unique()}`;
    const { id: userId, email } = await newFollower([serviceId], ['email', 'push'], { privateLockScreen: true });
    await at.contact(userId).update({ devices: [toStored({ id: `device-${unique()}`, name: 'Pixel', platform: 'web', pushToken, permission: 'granted', installed: true, soundAllowed: true, registeredAt: Date.now(), lastOpenedAt: Date.now(), lastReceiptAt: null })] });
    await command(session, { type: 'resolve', incidentId: id });
    expect((await sendUpdate(session, id, { phase: 'resolved', text: 'It is over.', final: true })).body.result.message).toBe('Sent to 1 person.');
    // Their lock screen, and what previews a mail, is for others to see.
    const { mail } = await smtp.next(({ to }) => to.includes(email));
    expect(mail.subject).toBe('Update: SEV1');
    expect(mail.text).not.toContain('It is over.');
    const push = await fcm.next(({ token }) => token === pushToken);
    expect(push.data?.body).toBe('There is an update.');
    const incident = await incidentNow(id);
    expect(incident).toMatchObject({ status: 'resolved', finalUpdateAt: expect.any(Number) as number });
    expect(await changesOf(id)).toContain('updateSent');
  });

  it('that waited beside another goes out with it, as one mail', { timeout: 90_000 }, async () => {
    const { id, serviceId, session } = await taken();
    const { email } = await newFollower([serviceId], ['email']);
    for (const text of ['The first.', 'The second.', 'The third.']) await sendUpdate(session, id, { text });
    await smtp.next(({ to, mail }) => to.includes(email) && (mail.text ?? '').includes('The first.'));
    const { mail } = await smtp.next(({ to, mail: { text } }) => to.includes(email) && (text ?? '').includes('The third.'), 50_000);
    expect(mail.text).toMatch(/The second\.[^]*The third\./);
    expect(mail.subject).toMatch(/and 1 more$/);
    expect(smtp.to(email)).toHaveLength(2);
  });
});

describe.concurrent('the cadence', () => {
  const overdue = async (id: string) => {
    const at31 = Timestamp.fromMillis(Date.now() - 31 * MINUTE);
    await at.incident(id).update({ 'clocks.acknowledgedAt': at31, 'clocks.triggeredAt': at31, wakeAt: Timestamp.fromMillis(Date.now() - 1_000) });
  };
  const reminders = (id: string, most: number) => notificationsOf(id, (all) => all.filter(({ subject }) => subject === 'updateDue').length >= most, 30_000);

  it('asks whoever leads communications, once, and again after the next one', async () => {
    const { id, session } = await taken();
    expect((await incidentNow(id)).cadenceMinutes).toBe(30);
    await command(session, { type: 'assignRole', incidentId: id, role: 'communicationsLead', userId: 'secondary', deputyId: null });
    await overdue(id);
    const asked = (await reminders(id, 1)).filter(({ subject }) => subject === 'updateDue');
    expect(asked).toMatchObject([{ userId: 'secondary', kind: 'notice', urgency: 'low' }]);
    expect(await changesOf(id)).toContain('updateReminded');
    const { wakeAt } = await incidentBecomes(id, ({ updateRemindedAt }) => updateRemindedAt !== null);
    expect(wakeAt).toBeGreaterThan(Date.now());
    await wait(2_500);
    expect((await reminders(id, 1)).filter(({ subject }) => subject === 'updateDue')).toHaveLength(1);
  });

  it('asks nobody once the last word was said', async () => {
    const { id, session } = await taken();
    await sendUpdate(session, id, { final: true });
    await overdue(id);
    await wait(4_000);
    expect((await db().collection('notifications').where('incidentId', '==', id).where('subject', '==', 'updateDue').get()).size).toBe(0);
  });
});
