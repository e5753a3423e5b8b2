import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePerson } from '../samples';
import { resolve, setMilestone } from '../incident/finish';
import type { Incident } from '../incident/incident';
import { acknowledge, release } from '../incident/take';
import { MINUTE, SECOND } from '../time/instant';
import type { Decision } from '../incident/decision';
import { answered, claim, claimed, claimLease, furthest, maxAttempts, pushReceived, received, retryAfter, stopReason, tokenLife } from './lifecycle';
import { Notification, NotificationStatus } from './notification';

const facts = sampleFacts();
const person = samplePerson('priya');
const who = { userId: 'priya', name: 'Priya' };
const triggered = sampleIncident();
function done(decision: Decision): Incident {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  return decision.turn.incident;
}
const acknowledged = done(acknowledge(triggered, who, facts.severities, noon));
/** A page in a sender's hands since noon. */
const sending = () => claimed(sampleNotification(), 'hash-1', noon);

describe('the status is the furthest state that has a time', () => {
  const times = ['sendingAt', 'cancelledAt', 'failedAt', 'sentAt', 'deliveredAt', 'seenAt'] as const;
  const statuses: NotificationStatus[] = ['sending', 'cancelled', 'failed', 'sent', 'delivered', 'seen'];
  // Each set of the six times: 64 cases, told by their bits.
  it.each(Array.from({ length: 64 }, (_, bits) => bits))('times %i', (bits) => {
    const set = times.filter((_, index) => (bits & (1 << index)) > 0);
    const notification = sampleNotification(Object.fromEntries(set.map((time) => [time, noon])));
    const last = set.at(-1);
    expect(furthest(notification)).toBe(last === undefined ? 'pending' : statuses[times.indexOf(last)]);
  });

  it('names every status', () => {
    expect([...statuses, 'pending'].sort()).toEqual([...NotificationStatus.options].sort());
  });
});

describe('a claim', () => {
  it('takes what is due: sending, with a lease and the hash of its token', () => {
    const outcome = claim(sampleNotification(), triggered, person, 'hash-1', noon);
    expect(outcome).toMatchObject({ kind: 'claimed', notification: {
      status: 'sending', sendingAt: noon, leaseUntil: noon + claimLease, attempts: 1, tokenHashes: ['hash-1'], tokenExpiresAt: noon + tokenLife,
    } });
    expect(outcome.kind === 'claimed' ? Notification.safeParse(outcome.notification).success : outcome).toBe(true);
  });

  it('leaves what is not due yet', () => {
    expect(claim(sampleNotification({ dueAt: noon + 1 }), triggered, person, 'h', noon)).toEqual({ kind: 'notNow' });
  });

  it('leaves what another holds, until its lease has expired; then both tokens are good', () => {
    expect(claim(sending(), triggered, person, 'hash-2', noon + claimLease - 1)).toEqual({ kind: 'notNow' });
    expect(claim(sending(), triggered, person, 'hash-2', noon + claimLease)).toMatchObject({
      kind: 'claimed', notification: { attempts: 2, sendingAt: noon, tokenHashes: ['hash-1', 'hash-2'], leaseUntil: noon + 2 * claimLease },
    });
  });

  it('keeps the hashes of the last ten tokens', () => {
    let notification = sampleNotification();
    for (let attempt = 1; attempt <= 12; attempt += 1) notification = claimed(notification, `hash-${attempt}`, noon);
    expect(notification.tokenHashes).toHaveLength(10);
    expect(notification.tokenHashes.at(-1)).toBe('hash-12');
  });

  it.each(['sent', 'delivered', 'seen', 'failed', 'cancelled'] as const)('leaves what is %s', (status) => {
    expect(claim(sampleNotification({ status, [`${status}At`]: noon }), triggered, person, 'h', noon + MINUTE)).toEqual({ kind: 'notNow' });
  });

  it('after the last attempt fails instead of trying for ever', () => {
    const tired = { ...sending(), attempts: maxAttempts };
    expect(claim(tired, triggered, person, 'h', noon + MINUTE)).toMatchObject({ kind: 'stopped', notification: { status: 'failed', reason: 'outOfAttempts', leaseUntil: null } });
  });
});

describe('what stops a page', () => {
  it('nothing while its episode pages', () => {
    expect(stopReason(sampleNotification(), triggered, person)).toBeNull();
  });

  it.each([
    { what: 'an acknowledge', incident: acknowledged, reason: 'acknowledged' },
    { what: 'the end of the incident', incident: done(resolve(triggered, who, noon)), reason: 'resolved' },
    { what: 'a fix that is being watched', incident: done(setMilestone(triggered, 'fixDeployed', who, facts.severities, noon)), reason: 'resolved' },
    { what: 'a newer episode', incident: done(release(acknowledged, facts, noon)), reason: 'episodeEnded' },
  ] as const)('$what', ({ incident, reason }) => {
    expect(claim(sampleNotification(), incident, person, 'h', noon)).toMatchObject({
      kind: 'stopped', notification: { status: 'cancelled', reason, cancelledAt: noon, attempts: 0, tokenHashes: [] },
    });
  });

  it('the same stops one whose sender died', () => {
    expect(claim(sending(), acknowledged, person, 'h', noon + MINUTE)).toMatchObject({ kind: 'stopped', notification: { status: 'cancelled', reason: 'acknowledged' } });
  });

  it.each(['notice', 'test'] as const)('an acknowledge does not stop a %s', (kind) => {
    expect(stopReason(sampleNotification({ kind }), acknowledged, person)).toBeNull();
  });

  it('a person who is gone or inactive stops every kind', () => {
    for (const kind of ['page', 'request', 'notice', 'test'] as const) {
      expect(stopReason(sampleNotification({ kind }), triggered, null)).toBe('personInactive');
      expect(stopReason(sampleNotification({ kind }), triggered, { ...person, active: false })).toBe('personInactive');
    }
  });
});

describe('the answer of the channel', () => {
  it('sent: the time is kept, the lease is over', () => {
    expect(answered(sending(), { kind: 'sent', provider: 'fcm' }, noon + SECOND)).toMatchObject({ status: 'sent', sentAt: noon + SECOND, leaseUntil: null, provider: 'fcm' });
  });

  it('failed: with its reason', () => {
    expect(answered(sending(), { kind: 'failed', reason: 'noDevice' }, noon)).toMatchObject({ status: 'failed', failedAt: noon, reason: 'noDevice', leaseUntil: null });
  });

  it('try again: still sending, and claimed at that time', () => {
    const waiting = answered(sending(), { kind: 'retry', retryAt: noon + MINUTE }, noon);
    expect(waiting.status).toBe('sending');
    expect(claim(waiting, triggered, person, 'h', noon + MINUTE - 1).kind).toBe('notNow');
    expect(claim(waiting, triggered, person, 'h', noon + MINUTE).kind).toBe('claimed');
  });

  it('a second "sent" keeps the first time', () => {
    const sent = answered(sending(), { kind: 'sent', provider: 'fcm' }, noon + 1);
    expect(answered(sent, { kind: 'sent', provider: 'fcm' }, noon + 2).sentAt).toBe(noon + 1);
  });

  it('waits twice as long each time, five minutes at most', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map((attempts) => retryAfter(attempts) / SECOND)).toEqual([10, 20, 40, 80, 160, 300, 300]);
  });
});

describe('a receipt', () => {
  it('that overtakes the sender keeps its place', () => {
    const seen = received(sending(), 'seen', noon + SECOND);
    expect(seen).toMatchObject({ status: 'seen', deliveredAt: noon + SECOND, seenAt: noon + SECOND });
    expect(answered(seen, { kind: 'sent', provider: 'fcm' }, noon + 2 * SECOND)).toMatchObject({ status: 'seen', sentAt: noon + 2 * SECOND });
    expect(answered(seen, { kind: 'failed', reason: 'providerRefused' }, noon + 2 * SECOND).status).toBe('seen');
  });

  it('of a page that counts as cancelled or failed proves that it arrived', () => {
    for (const given of [{ cancelledAt: noon, status: 'cancelled' }, { failedAt: noon, status: 'failed' }] as const) {
      expect(received(sampleNotification(given), 'delivered', noon + 1).status).toBe('delivered');
    }
  });

  it('twice is one, and "delivered" after "seen" takes nothing back', () => {
    const seen = received(received(sending(), 'delivered', noon + 1), 'seen', noon + 2);
    expect(received(seen, 'seen', noon + 3)).toEqual(seen);
    expect(received(seen, 'delivered', noon + 4)).toEqual(seen);
  });

  it('with the pushed token spares another sending: the push has arrived', () => {
    expect(claim(pushReceived(sending(), 'delivered', noon + 1), triggered, person, 'h', noon + MINUTE)).toEqual({ kind: 'notNow' });
  });

  it('of an open laptop does not: the push to the phone, whose sender died, is sent again', () => {
    const onLaptop = answered(received(sending(), 'delivered', noon + 1), { kind: 'retry', retryAt: noon + SECOND }, noon + 2);
    expect(onLaptop.status).toBe('delivered');
    expect(claim(onLaptop, triggered, person, 'h', noon + MINUTE).kind).toBe('claimed');
  });

  it('of a person who touched it leaves nothing to send', () => {
    const outcome = claim(received(sending(), 'seen', noon + 1), triggered, person, 'h', noon + MINUTE);
    expect(outcome).toMatchObject({ kind: 'stopped', notification: { status: 'seen', leaseUntil: null } });
  });
});
