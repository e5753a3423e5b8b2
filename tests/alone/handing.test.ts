import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { command, post, signIn, trigger, unique } from '../rouse';
import { at, changesOf, incidentBecomes, incidentNow, newService, notificationsOf, setDevices } from '../store';

const fcm = new FakeFcm();
let primary: string;
let secondary: string;
const tokens = { primary: '', secondary: '' };

beforeAll(async () => {
  await Promise.all([fcm.listen(), makeQuiet()]);
  [primary, secondary] = await Promise.all([signIn('primary'), signIn('secondary')]);
  for (const userId of ['primary', 'secondary'] as const) {
    tokens[userId] = `push-token-${unique()}`;
    await setDevices(userId, [{ id: `device-${unique()}`, platform: 'web', pushToken: tokens[userId] }]);
  }
});
// These tests wait beside one another, each for what is said of its own incident: whose message was a fault is known only of all together.
afterAll(async () => {
  await Promise.all([setDevices('primary', []), setDevices('secondary', [])]);
  await fcm.close();
  expect(fcm.faults).toEqual([]);
});

const pushTo = (who: keyof typeof tokens, incidentId: string, kind: string, words: RegExp) =>
  fcm.next(({ token, data }) => token === tokens[who] && data?.incidentId === incidentId && data.kind === kind && words.test(data.body ?? ''));
/** What was to come at `field` is due: the sweep, which passes each second, finds it. */
const isDue = (id: string, field: 'leaseUntil' | 'nudgedAt' | 'snoozedUntil', ago = 1_000) =>
  at.incident(id).update({ [field]: Timestamp.fromMillis(Date.now() - ago), wakeAt: Timestamp.fromMillis(Date.now() - 1_000) });

describe.concurrent('handing over', () => {
  it('is a request that rings, and changes nothing before it is accepted: from the lock screen, though another has the incident', async () => {
    const id = await trigger((await newService()).key, { severity: 'critical' });
    await command(primary, { type: 'acknowledge', incidentId: id });
    const asked = await command(primary, { type: 'askResponders', incidentId: id, kind: 'take', targets: [{ kind: 'person', userId: 'secondary' }] });
    expect(asked.body.result).toMatchObject({ outcome: 'done' });
    const push = await pushTo('secondary', id, 'request', /to take it over/);
    expect(await incidentNow(id)).toMatchObject({ status: 'acknowledged', owner: { userId: 'primary' }, requests: [{ kind: 'take', userId: 'secondary', state: 'asked' }] });
    const answer = await post(`/v1/ack/${push.data?.token ?? ''}`, {});
    expect(answer).toMatchObject({ status: 200, body: { status: 'acknowledged' } });
    expect(await incidentNow(id)).toMatchObject({ status: 'acknowledged', owner: { userId: 'secondary' }, requests: [{ state: 'accepted' }] });
    await pushTo('primary', id, 'notice', /Sam Weber accepted/);
    // What was accepted does not go on ringing.
    const all = await notificationsOf(id, (sent) => sent.filter(({ kind }) => kind === 'request').every(({ followAt }) => followAt === null), 40_000);
    expect(all.filter(({ kind }) => kind === 'request')).toHaveLength(1);
    await command(secondary, { type: 'resolve', incidentId: id });
  });

  it('that is declined leaves it where it is, and both know', async () => {
    const id = await trigger((await newService()).key, { severity: 'critical' });
    await command(primary, { type: 'acknowledge', incidentId: id });
    await command(primary, { type: 'askResponders', incidentId: id, kind: 'help', targets: [{ kind: 'person', userId: 'secondary' }] });
    await command(secondary, { type: 'answerRequest', incidentId: id, requestId: null, accept: false });
    await pushTo('primary', id, 'notice', /Sam Weber declined/);
    expect(await incidentNow(id)).toMatchObject({ owner: { userId: 'primary' }, requests: [{ state: 'declined' }] });
    expect(await changesOf(id)).toEqual(expect.arrayContaining(['asked', 'requestAnswered']));
    await command(primary, { type: 'resolve', incidentId: id });
  });
});

describe.concurrent('an acknowledge of which nothing is heard', () => {
  it('is asked about when its lease is over, and pages again when that is not answered', async () => {
    const id = await trigger((await newService()).key, { severity: 'critical' });
    await command(primary, { type: 'acknowledge', incidentId: id });
    await isDue(id, 'leaseUntil');
    await pushTo('primary', id, 'notice', /^Still on it\?/);
    await incidentBecomes(id, (incident) => incident.status === 'acknowledged' && incident.nudgedAt !== null);
    await isDue(id, 'nudgedAt', 6 * 60_000);
    const again = await incidentBecomes(id, ({ status }) => status === 'triggered');
    expect(again.escalation.episode).toBe(2);
    expect(await changesOf(id)).toEqual(expect.arrayContaining(['nudged', 'retriggered']));
    await command(primary, { type: 'resolve', incidentId: id });
  });

  it('is renewed by any command', async () => {
    const id = await trigger((await newService()).key, { severity: 'critical' });
    await command(primary, { type: 'acknowledge', incidentId: id });
    await isDue(id, 'leaseUntil');
    await incidentBecomes(id, (incident) => incident.status === 'acknowledged' && incident.nudgedAt !== null);
    await command(secondary, { type: 'addNote', incidentId: id, text: 'Looking at the pool' });
    expect(await incidentNow(id)).toMatchObject({ status: 'acknowledged', nudgedAt: null });
    await command(primary, { type: 'resolve', incidentId: id });
  });

  it('may be snoozed; when that is over it pages from the first step', async () => {
    const id = await trigger((await newService()).key, { severity: 'critical' });
    const snoozed = await command(primary, { type: 'snooze', incidentId: id, minutes: 60 });
    expect(snoozed.body.result.message).toMatch(/Snoozed until .*; then it pages again\.$/);
    await isDue(id, 'snoozedUntil');
    const again = await incidentBecomes(id, ({ status }) => status === 'triggered');
    expect(again.escalation).toMatchObject({ episode: 2, round: 0, step: 0 });
    await notificationsOf(id, (all) => all.some(({ kind, episode }) => kind === 'page' && episode === 2));
    await command(primary, { type: 'resolve', incidentId: id });
  });
});

describe.concurrent('a page that ended meanwhile', () => {
  it('is replaced on the phone of whoever did not end it, under the same tag: by whom, and when it ended by itself', async () => {
    const { key } = await newService([{ userIds: ['primary', 'secondary'], delaySeconds: 600 }]);
    const dedupKey = unique();
    const id = await trigger(key, { severity: 'critical', dedupKey });
    const page = await pushTo('secondary', id, 'page', /./);
    await command(primary, { type: 'acknowledge', incidentId: id });
    const replaced = await pushTo('secondary', id, 'notice', /^Acknowledged by Priya Nair/);
    expect(replaced.data?.tag).toBe(page.data?.tag);
    expect(fcm.to(tokens.primary).filter(({ data }) => data?.incidentId === id && data.kind === 'notice')).toEqual([]);

    const other = await trigger(key, { severity: 'critical', dedupKey: `${dedupKey}-2` });
    await pushTo('secondary', other, 'page', /./);
    await post(`/v1/hooks/generic/${key}`, { title: 'Over', status: 'resolved', dedupKey: `${dedupKey}-2` });
    await pushTo('secondary', other, 'notice', /^Resolved by itself/);
    await pushTo('primary', other, 'notice', /^Resolved by itself/);
    await command(primary, { type: 'resolve', incidentId: id });
  });
});
