import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePerson } from '../samples';
import type { NotificationRule } from '../contact/notificationRule';
import { pushAlone, type Reach } from '../contact/reach';
import type { Decision } from '../incident/decision';
import { resolve } from '../incident/finish';
import type { Incident } from '../incident/incident';
import { ask, answerRequest } from '../incident/requests';
import { acknowledge, release } from '../incident/take';
import { MINUTE, SECOND } from '../time/instant';
import { follow, followAfterSending, receiptWithin } from './follow';
import { answered, claimed, received } from './lifecycle';
import type { Notification } from './notification';

const facts = sampleFacts();
const priya = samplePerson('priya');
const who = { userId: 'priya', name: 'Priya' };
const incident = sampleIncident();
const at = (seconds: number) => noon + seconds * SECOND;
const reachWith = (high: NotificationRule[] | null = null): Reach => ({
  methods: [{ id: 'phone', kind: 'phone', verified: true }], pushDevices: 1, rules: { high, low: null }, quietHours: { start: '22:00', end: '07:00' },
  channels: { push: true, sms: true, voice: true, email: true },
});
const reach = reachWith();
const push = (delaySeconds: number): NotificationRule => ({ channel: 'push', methodId: null, delaySeconds });
const phone = (channel: 'sms' | 'voice', delaySeconds: number): NotificationRule => ({ channel, methodId: 'phone', delaySeconds });
function done(decision: Decision): Incident {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  return decision.turn.incident;
}

/** The first push of the default chain, that left at noon. */
const link = (fields: Partial<Notification> = {}): Notification =>
  sampleNotification({ chainAt: noon, followAt: at(30), sendingAt: noon, sentAt: noon, status: 'sent', ...fields });
const confirmed = (fields: Partial<Notification> = {}) => received(link(fields), 'delivered', at(1));
const look = (notification: Notification, seconds: number, given: Incident | null = incident, ways: Reach | undefined = reach) => follow(notification, given, priya, ways, at(seconds));

describe('a link that was received', () => {
  it('is followed at the time of the next one, and not before', () => {
    expect(look(confirmed(), 29.999)).toBeUndefined();
    expect(look(confirmed(), 30)).toEqual({ notification: { ...confirmed(), followAt: null }, next: { rule: '1', channel: 'push', methodId: null, chainAt: noon, followAt: at(60) } });
  });

  it('looked at early, for its receipt, waits for that time', () => {
    expect(look(confirmed({ followAt: at(20) }), 20)).toEqual({ notification: { ...confirmed(), followAt: at(30) }, next: null });
  });

  it('looked at late is followed by one link, whose own follow-up keeps its time', () => {
    expect(look(confirmed(), 300)?.next).toMatchObject({ rule: '1', chainAt: noon, followAt: at(60) });
  });

  it('is followed once: the second look finds nothing due', () => {
    const followed = look(confirmed(), 30);
    expect(followed && look(followed.notification, 31)).toBeUndefined();
  });

  it('goes through the whole chain, and nothing follows the last link', () => {
    const links = [1, 2, 3, 4, 5].map((rule) => look(confirmed({ rule: String(rule - 1) }), 600)?.next);
    expect(links.map((next) => [next?.rule, next?.channel, next?.methodId, next?.followAt])).toEqual([
      ['1', 'push', null, at(60)], ['2', 'push', null, at(120)], ['3', 'push', null, at(180)], ['4', 'sms', 'phone', at(240)], ['5', 'voice', 'phone', null],
    ]);
    expect(look(confirmed({ rule: '5' }), 600)).toEqual({ notification: { ...confirmed({ rule: '5' }), followAt: null }, next: null });
  });
});

describe('a push without a receipt', () => {
  it('is looked at when the receipt is overdue', () => {
    expect(followAfterSending(link(), at(1))).toBe(noon + receiptWithin);
    expect(followAfterSending(link({ followAt: at(10) }), at(1))).toBe(at(10));
    expect(followAfterSending(link({ followAt: null }), at(1))).toBeNull();
    expect(followAfterSending(confirmed(), at(1))).toBe(at(30));
  });

  it('after 20 s is followed at once by the next link that goes another way, and later links keep their distance to it', () => {
    // SMS at 180 s and call at 240 s: now and a minute later.
    expect(look(link({ followAt: at(20) }), 20)?.next).toEqual({ rule: '4', channel: 'sms', methodId: 'phone', chainAt: at(20 - 180), followAt: at(80) });
  });

  it('where there is no other way, is followed in its own time', () => {
    const ways: Reach = { ...reach, channels: pushAlone };
    expect(look(link({ followAt: at(20) }), 20, incident, ways)).toEqual({ notification: link({ followAt: at(30) }), next: null });
    expect(look(link(), 30, incident, ways)?.next).toMatchObject({ rule: '1', channel: 'push' });
  });

  it('never brings forward what is due already: the clock of the chain only moves back', () => {
    expect(look(link({ rule: '3', sentAt: at(120), followAt: at(140) }), 400)?.next).toMatchObject({ rule: '4', chainAt: noon, followAt: at(240) });
  });

  it('counts from when its claim began, where its sender was never heard of', () => {
    expect(look(link({ sentAt: null, status: 'sending', followAt: at(20) }), 20)?.next).toMatchObject({ channel: 'sms' });
  });

  it('that has not been claimed at all goes on in its own time', () => {
    expect(look(link({ sentAt: null, sendingAt: null, status: 'pending', followAt: at(20) }), 25)).toMatchObject({ notification: { followAt: at(30) }, next: null });
  });

  // Pushes closer to each other than 20 s: each is followed by the next before its own receipt is overdue, so that none ever hurries before the last.
  it('hurries though another push followed it before its receipt was overdue', () => {
    const ways = reachWith([push(0), push(15), push(30), push(45), phone('sms', 600)]);
    const first = link({ followAt: at(15) });
    const followed = look(first, 15, incident, ways);
    expect(followed?.next).toMatchObject({ rule: '1', channel: 'push' });
    expect(followed?.notification.followAt).toBe(at(20));
    expect(followed && look(followed.notification, 20, incident, ways)?.next).toMatchObject({ channel: 'sms' });
  });
});

describe('a link that failed', () => {
  const failed = (fields: Partial<Notification>) => answered(claimed(sampleNotification({ chainAt: noon, ...fields }), 'hash', noon), { kind: 'failed', reason: 'noDevice' }, at(1));

  it('is looked at at once, and followed by the next that goes another way', () => {
    const notification = failed({ followAt: at(30) });
    expect(followAfterSending(notification, at(1))).toBe(at(1));
    expect(look({ ...notification, followAt: at(1) }, 1)?.next).toEqual({ rule: '4', channel: 'sms', methodId: 'phone', chainAt: at(1 - 180), followAt: at(61) });
  });

  it('an SMS is followed by the call to the same phone', () => {
    const notification = failed({ rule: '4', channel: 'sms', methodId: 'phone', followAt: at(1) });
    expect(look(notification, 1)?.next).toEqual({ rule: '5', channel: 'voice', methodId: 'phone', chainAt: at(1 - 240), followAt: null });
  });

  it('an SMS is followed by another phone\'s SMS: that is another way', () => {
    const second: NotificationRule = { channel: 'sms', methodId: 'second', delaySeconds: 600 };
    const ways: Reach = { ...reachWith([phone('sms', 0), second]), methods: [{ id: 'phone', kind: 'phone', verified: true }, { id: 'second', kind: 'phone', verified: true }] };
    expect(look(failed({ rule: '0', channel: 'sms', methodId: 'phone', followAt: at(1) }), 1, incident, ways)?.next).toMatchObject({ rule: '1', methodId: 'second' });
  });

  it('but arrived all the same is followed in its own time', () => {
    expect(look({ ...received(failed({}), 'delivered', at(2)), followAt: at(20) }, 20)).toMatchObject({ notification: { followAt: at(30) }, next: null });
  });
});

describe('an SMS that left', () => {
  const sms = link({ rule: '4', channel: 'sms', methodId: 'phone', followAt: at(240), sendingAt: at(180), sentAt: at(181) });
  it('needs no receipt', () => {
    expect(followAfterSending(sms, at(181))).toBe(at(240));
    expect(look({ ...sms, followAt: at(201) }, 210)).toMatchObject({ notification: { followAt: at(240) }, next: null });
  });
  it('hurries while its provider does not answer', () => {
    const waiting: Notification = { ...sms, sentAt: null, status: 'sending' };
    expect(followAfterSending(waiting, at(181))).toBe(at(200));
    expect(look({ ...waiting, followAt: at(200) }, 200)?.next).toMatchObject({ channel: 'voice', chainAt: at(200 - 240) });
  });
});

describe('nothing follows', () => {
  const taken = done(acknowledge(incident, who, facts.severities, noon));
  it.each<[string, Incident | null]>([
    ['an acknowledge', taken], ['the end of the incident', done(resolve(incident, who, noon))], ['a new episode', done(release(taken, facts, noon))],
  ])('after %s', (_what, given) => {
    for (const notification of [link(), confirmed(), link({ failedAt: noon, sentAt: null })]) {
      expect(look(notification, 30, given)).toEqual({ notification: { ...notification, followAt: null }, next: null });
    }
  });

  it('for a person who is inactive or gone', () => {
    for (const person of [null, { ...priya, active: false }]) {
      expect(follow(link(), incident, person, reach, at(30))).toEqual({ notification: link({ followAt: null }), next: null });
    }
  });

  it('of a notice or a test', () => {
    for (const kind of ['notice', 'test'] as const) expect(look(link({ kind }), 30)?.next).toBeNull();
  });

  it('without a chain', () => {
    expect(look(link({ chainAt: null }), 600)).toBeUndefined();
  });

  it('a request that was answered, or withdrawn by asking again; until then it goes on, whoever has the incident', () => {
    const request = confirmed({ kind: 'request', cause: 'request.r1', userId: 'sam', userName: 'Sam' });
    const sam = samplePerson('sam');
    const asked = done(ask(taken, 'help', [{ kind: 'person', userId: 'sam' }], who, facts, 'r1', noon));
    expect(follow(request, asked, sam, reach, at(30))?.next).toMatchObject({ rule: '1' });
    const over = { notification: { ...request, followAt: null }, next: null };
    for (const accepted of [true, false]) {
      expect(follow(request, done(answerRequest(asked, 'r1', accepted, { userId: 'sam', name: 'Sam' }, facts, noon)), sam, reach, at(30))).toEqual(over);
    }
    expect(follow(request, done(ask(asked, 'help', [{ kind: 'person', userId: 'sam' }], who, facts, 'r2', at(5))), sam, reach, at(30))).toEqual(over);
    expect(follow(request, done(resolve(asked, who, at(6))), sam, reach, at(30))).toEqual(over);
  });

  // Sam has the incident: his phone must not go on ringing for the call.
  it('of a request, once its person has acknowledged the incident', () => {
    const request = confirmed({ kind: 'request', cause: 'request.r1', userId: 'sam', userName: 'Sam' });
    const called = done(ask(incident, 'call', [{ kind: 'person', userId: 'sam' }], who, facts, 'r1', noon));
    const his = done(acknowledge(called, { userId: 'sam', name: 'Sam' }, facts.severities, at(5)));
    expect(follow(request, his, samplePerson('sam'), reach, at(30))).toMatchObject({ next: null });
  });
});

it('rules that were changed meanwhile count: the chain is what it is when it is looked at', () => {
  const ways = reachWith([push(0), phone('voice', 10)]);
  expect(look(confirmed(), 30, incident, ways)?.next).toMatchObject({ rule: '1', channel: 'voice', chainAt: noon, followAt: null });
  expect(follow(confirmed({ chainAt: noon, followAt: noon + MINUTE }), incident, priya, ways, noon + 2 * MINUTE)?.next).toMatchObject({ channel: 'voice' });
});
