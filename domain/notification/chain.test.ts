import { describe, expect, it } from 'vitest';
import { withShorterChain } from '../escalation/chain';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePolicy } from '../samples';
import type { Reach } from '../contact/reach';
import { advance } from '../escalation/advance';
import type { Decision } from '../incident/decision';
import type { Incident } from '../incident/incident';
import type { OpeningFacts } from '../incident/open';
import { setSeverity } from '../incident/adjust';
import { acknowledge, escalate, release } from '../incident/take';
import { turnOf, type Turn } from '../incident/turn';
import { open } from '../incident/open';
import { type Instant, MINUTE, SECOND } from '../time/instant';
import { follow, followAfterSending } from './follow';
import { answered, claim, received } from './lifecycle';
import { type Notification, type NotificationRequest, personOf, recipientOf } from './notification';

/** What a channel says to a message, and how many seconds later its receipt comes; null: none ever. */
type Carrier = (notification: Notification) => { result: 'sent' | 'failed'; receiptAfter: number | null };

/** An incident with its outbox in virtual time, to the second: every wake-up, claim, receipt and look comes on time. */
function world(facts: OpeningFacts, carry: Carrier = () => ({ result: 'sent', receiptAfter: 1 }), opening: Parameters<typeof sampleIncident>[0] = {}, from: Instant = noon) {
  const outbox = new Map<string, Notification>();
  const sent: { at: number; what: string }[] = [];
  const collisions: string[] = [];
  const receipts: { at: Instant; id: string }[] = [];
  let now = from;
  const put = (episode: number, request: NotificationRequest) => {
    const { kind, cause, dueAt, expiresAt, link } = request;
    const id = [episode, cause, recipientOf(request), link?.rule ?? '0'].join('/');
    if (outbox.has(id)) collisions.push(id);
    outbox.set(id, sampleNotification({
      id, episode, cause, kind, userId: personOf(request), destinationId: 'destinationId' in request.to ? request.to.destinationId : null, rule: link?.rule ?? '0',
      channel: link?.channel ?? 'push', methodId: link?.methodId ?? null, chainAt: link?.chainAt ?? null, followAt: link?.followAt ?? null, urgency: incident.urgency,
      createdAt: now, dueAt, expiresAt,
    }));
  };
  const commit = (turn: Turn) => {
    incident = turn.incident;
    for (const request of turn.requests) put(incident.escalation.episode, request);
  };
  let incident: Incident = sampleIncident(opening, facts, from);
  outbox.clear();
  commit(open({
    id: 'INC-K7Q2MD', title: 'Checkout is answering 503', description: '', severity: 'SEV1', type: 'outage', links: [], startedAt: null, detectedAt: from, linkedTo: null, declaredBy: null, ...opening,
  }, facts, from));

  const send = (notification: Notification) => {
    const { result, receiptAfter } = carry(notification);
    sent.push({ at: (now - from) / SECOND, what: `${notification.userId ?? notification.destinationId ?? ''} ${notification.channel}` });
    const after = answered(notification, result === 'sent' ? { kind: 'sent', provider: 'fcm' } : { kind: 'failed', reason: 'providerRefused' }, now);
    outbox.set(after.id, { ...after, followAt: followAfterSending(after, now) });
    if (receiptAfter !== null) receipts.push({ at: now + receiptAfter * SECOND, id: notification.id });
  };
  const person = (notification: Notification) => facts.people[notification.userId ?? ''] ?? null;
  const passOnce = (): boolean => {
    let isBusy = false;
    for (const { id } of receipts.filter(({ at }) => at === now)) {
      const arrived = outbox.get(id);
      if (arrived !== undefined) outbox.set(id, received(arrived, 'delivered', now));
    }
    for (const each of [...outbox.values()]) {
      const outcome = claim(each, incident, person(each), 'hash', now);
      if (outcome.kind === 'notNow') continue;
      isBusy = true;
      outbox.set(each.id, outcome.notification);
      if (outcome.kind === 'claimed') send(outcome.notification);
    }
    for (const each of [...outbox.values()]) {
      const followed = follow(each, incident, person(each), facts.reach?.[each.userId ?? ''], now);
      if (followed === undefined) continue;
      isBusy = isBusy || followed.next !== null;
      outbox.set(each.id, followed.notification);
      const { next } = followed;
      if (next !== null) incident = withShorterChain(incident, each, next.chainAt);
      const id = [each.episode, each.cause, each.userId, next?.rule].join('/');
      if (next !== null && !outbox.has(id)) outbox.set(id, sampleNotification({ ...each, status: 'pending', id, ...next, createdAt: now, dueAt: now, sendingAt: null, leaseUntil: null, sentAt: null, deliveredAt: null, failedAt: null, reason: null, attempts: 0, tokenHashes: [] }));
    }
    return isBusy;
  };
  return {
    sent, collisions,
    incident: () => incident,
    /** The messages so far to one recipient, as `seconds channel`. */
    to: (id: string) => sent.filter(({ what }) => what.startsWith(`${id} `)).map(({ at, what }) => `${at} ${what.slice(id.length + 1)}`),
    command: (decide: (given: Incident, at: Instant) => Decision) => {
      const decision = decide(incident, now);
      if (decision.kind !== 'done') throw new Error(decision.kind);
      commit(decision.turn);
    },
    run: (seconds: number) => {
      for (const until = from + seconds * SECOND; now <= until; now += SECOND) {
        if (incident.wakeAt !== null && incident.wakeAt <= now) commit(advance(incident, facts, now));
        while (passOnce());
      }
    },
  };
}

const who = { userId: 'priya', name: 'Priya' };
const phone = (userId: string): Record<string, Reach> => ({ [userId]: {
  methods: [{ id: 'phone', kind: 'phone', verified: true }], pushDevices: 1, rules: { high: null, low: null }, quietHours: { start: '22:00', end: '07:00' },
  channels: { push: true, sms: true, voice: true, email: true },
} });
const alone = (delaySeconds: number, rounds = 5) => samplePolicy({ rounds, steps: [{ targets: [{ kind: 'person', userId: 'priya' }], delaySeconds }] });
const factsOf = (fields: Partial<OpeningFacts> = {}) => sampleFacts({ policy: alone(3600), reach: phone('priya'), ...fields });

describe('the chain of one page', () => {
  it('where every push is received: push at 0, 30, 60 and 120 s, an SMS at 180 s, a call at 240 s, and no more', () => {
    const { run, to } = world(factsOf());
    run(900);
    expect(to('priya')).toEqual(['0 push', '30 push', '60 push', '120 push', '180 sms', '240 voice']);
  });

  it('where no receipt comes: an SMS at 20 s, the call a minute later', () => {
    const { run, to } = world(factsOf(), () => ({ result: 'sent', receiptAfter: null }));
    run(900);
    expect(to('priya')).toEqual(['0 push', '20 sms', '80 voice']);
  });

  it('where the third push is not received: the SMS 20 s after it', () => {
    const { run, to } = world(factsOf(), ({ rule }) => ({ result: 'sent', receiptAfter: rule === '2' ? null : 1 }));
    run(900);
    expect(to('priya')).toEqual(['0 push', '30 push', '60 push', '80 sms', '140 voice']);
  });

  it('a receipt one second before it is overdue is in time', () => {
    const { run, to } = world(factsOf(), () => ({ result: 'sent', receiptAfter: 19 }));
    run(900);
    expect(to('priya')).toEqual(['0 push', '30 push', '60 push', '120 push', '180 sms', '240 voice']);
  });

  it('where pushes fail: the SMS in the same second; and where that fails too, the call', () => {
    const noDevice = world(factsOf(), ({ channel }) => ({ result: channel === 'push' ? 'failed' : 'sent', receiptAfter: null }));
    noDevice.run(900);
    expect(noDevice.to('priya')).toEqual(['0 push', '0 sms', '60 voice']);
    const onlyCalls = world(factsOf(), ({ channel }) => ({ result: channel === 'voice' ? 'sent' : 'failed', receiptAfter: null }));
    onlyCalls.run(900);
    expect(onlyCalls.to('priya')).toEqual(['0 push', '0 sms', '0 voice']);
  });

  it.each([0, 10, 30, 100, 200])('an acknowledge after %i s is the end of it', (seconds) => {
    const { run, command, sent } = world(factsOf());
    run(seconds);
    const before = sent.length;
    command((incident, now) => acknowledge(incident, who, factsOf().severities, now));
    run(seconds + 500);
    expect(sent).toHaveLength(before);
  });

  it('a release begins a new one', () => {
    const { run, command, to } = world(factsOf());
    run(40);
    command((incident, now) => acknowledge(incident, who, factsOf().severities, now));
    run(100);
    command((incident, now) => release(incident, factsOf(), now));
    run(900);
    expect(to('priya')).toEqual(['0 push', '30 push', '101 push', '131 push', '161 push', '221 push', '281 sms', '341 voice']);
  });
});

describe('a person whom a later round pages again', () => {
  it('while the first chain runs, gets one push more, and that chain goes on', () => {
    const { run, to, collisions } = world(factsOf({ policy: alone(100) }));
    run(299);
    expect(to('priya')).toEqual(['0 push', '30 push', '60 push', '100 push', '120 push', '180 sms', '200 push', '240 voice']);
    expect(collisions).toEqual([]);
  });

  it('after it has ended, gets a whole one', () => {
    const { run, to } = world(factsOf({ policy: alone(300) }));
    run(599);
    expect(to('priya')).toEqual([0, 300].flatMap((from) => [`${from} push`, `${from + 30} push`, `${from + 60} push`, `${from + 120} push`, `${from + 180} sms`, `${from + 240} voice`]));
  });

  // Brought forward, it was over after 80 s; a page at 100 s is told by one push that nobody receives, and nothing follows that.
  it('after it has ended early, gets a whole one', () => {
    const { run, to } = world(factsOf({ policy: alone(100) }), () => ({ result: 'sent', receiptAfter: null }));
    run(199);
    expect(to('priya')).toEqual(['0 push', '20 sms', '80 voice', '100 push', '120 sms', '180 voice']);
  });
});

describe('a page of low urgency', () => {
  const night = Date.UTC(2026, 10, 21, 23, 0);
  const morning = 8 * 60 * 60;
  it('waits for the morning, is one push, and escalates to nobody', () => {
    const { run, sent } = world(factsOf(), undefined, { severity: 'SEV4' }, night);
    run(morning + 3 * 3600);
    expect(sent).toEqual([{ at: morning, what: 'priya push' }]);
  });

  it('that becomes loud at night pages at once, by the whole chain', () => {
    const { run, command, to } = world(factsOf(), undefined, { severity: 'SEV4' }, night);
    run(60);
    command((incident, now) => setSeverity(incident, 'SEV1', factsOf(), now));
    run(900);
    expect(to('priya')).toEqual(['61 push', '91 push', '121 push', '181 push', '241 sms', '301 voice']);
  });

  // What waits for the morning is no chain that rings: the person is asked for at 23:01 and gets one push.
  it('for which somebody asks for the next person at night, pages them by the whole chain, though a quiet page of theirs waits', () => {
    const { run, command, to } = world(factsOf(), undefined, { severity: 'SEV4' }, night);
    run(60);
    command((incident, now) => escalate(incident, factsOf(), now));
    run(900);
    expect(to('priya')).toEqual(['61 push', '91 push', '121 push', '181 push', '241 sms', '301 voice']);
  });
});

describe('every message of an incident has an id of its own', () => {
  it('over all rounds and the last resort', () => {
    const { run, collisions } = world(sampleFacts({ reach: { ...phone('priya'), ...phone('sam'), ...phone('ada') } }));
    run(3600);
    expect(collisions).toEqual([]);
  });

  // The same id: the page of the other policy takes the place of this one's, and its chain stops where that one's has been.
  it('also after a hand-off to a policy that pages the same person', () => {
    const other = { ...alone(600), id: 'other', name: 'Other' };
    const facts = factsOf({ policy: { ...alone(300, 1), handOffTo: 'other' }, policies: { other } });
    const { run, to, collisions } = world(facts);
    run(599);
    expect(to('priya').slice(6)).toEqual(['300 push', '330 push', '360 push', '420 push', '480 sms', '540 voice']);
    expect(collisions).toEqual([]);
  });
});

it('a wake-up that comes twice sends nothing twice', () => {
  const facts = sampleFacts();
  const incident = sampleIncident({}, facts);
  const once = advance(incident, facts, noon + MINUTE);
  expect(advance(once.incident, facts, noon + MINUTE)).toEqual(turnOf(once.incident));
});
