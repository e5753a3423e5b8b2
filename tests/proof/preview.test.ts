import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementsOf } from '#domain/destination/announcement';
import { advance } from '#domain/escalation/advance';
import type { Incident } from '#domain/incident/incident';
import { open } from '#domain/incident/open';
import { follow, followAfterSending } from '#domain/notification/follow';
import { answered, claim, pushReceived } from '#domain/notification/lifecycle';
import type { Notification, NotificationRequest } from '#domain/notification/notification';
import { sampleNotification, seededRandom } from '#domain/samples';
import { SECOND } from '#domain/time/instant';
import { organisations, type Organisation } from './organisations';
import { previewPaging } from '#domain/proof/preview';

type Happened = { at: number; to: string; channel: string; methodId: string | null };

/** A server in small: documents by id, and wake-ups that come at every tick, in any order, twice, and in between. What it sends is what really happens. */
class Server {
  readonly sent: Happened[] = [];
  readonly #documents = new Map<string, Notification>();
  #incident: Incident | undefined;
  /** Grows with each change, so that it is known when nothing is left to do. */
  changes = 0;

  constructor(private readonly organisation: Organisation, private readonly arrive: boolean) {}

  begin(): void {
    const { facts, service, severity, at } = this.organisation;
    const policy = facts.policies[service.policyId];
    if (policy === undefined) throw new Error('no policy');
    const { incident, requests } = open({
      id: 'INC-K7Q2MD', title: 'Broken', description: '', severity, type: 'outage', links: [], startedAt: null, detectedAt: at, linkedTo: null, declaredBy: null,
    }, { ...facts, service, policy }, at);
    this.#commit(null, incident, requests, at);
  }

  get urgency() { return this.#open().urgency; }

  wake(now: number): void {
    const before = this.#open();
    const { incident, requests, changes } = advance(before, this.organisation.facts, now);
    if (changes.length > 0) this.#commit(before, incident, requests, now);
  }

  send(now: number): void {
    for (const [id, notification] of this.#documents) {
      const outcome = claim(notification, this.#open(), this.#person(notification), 'hash', now);
      if (outcome.kind === 'notNow') continue;
      this.#documents.set(id, outcome.notification);
      if (outcome.kind === 'stopped') continue;
      const { channel, methodId, userId, destinationId } = notification;
      this.sent.push({ at: now, to: userId ?? destinationId ?? '', channel, methodId });
      // A push to somebody without a device fails at once.
      const hasNone = channel === 'push' && userId !== null && this.organisation.facts.reach?.[userId]?.pushDevices === 0;
      const left = answered(outcome.notification, hasNone ? { kind: 'failed', reason: 'noDevice' } : { kind: 'sent', provider: 'local' }, now);
      const received = this.arrive && channel === 'push' && !hasNone ? pushReceived(left, 'delivered', now) : left;
      this.changes += 1;
      this.#documents.set(id, { ...received, followAt: followAfterSending(received, now) });
    }
  }

  followUp(now: number): void {
    for (const [id, before] of this.#documents) {
      if (before.followAt === null || before.followAt > now) continue;
      const followed = follow(before, this.#open(), this.#person(before), this.organisation.facts.reach?.[before.userId ?? ''], now);
      if (followed === undefined) continue;
      this.changes += 1;
      this.#documents.set(id, followed.notification);
      const { next } = followed;
      const about = id.replace(/ [^ ]+$/, '');
      // The next link is written once, whichever link before it leads there.
      if (next === null || this.#documents.has(`${about} ${next.rule}`)) continue;
      // A chain that was brought forward ends earlier: written here in the test's own words.
      const incident = this.#open();
      const by = (before.chainAt ?? next.chainAt) - next.chainAt;
      if (before.kind === 'page' && by > 0) {
        this.#incident = {
          ...incident, responders: incident.responders.map((one) => (one.userId === before.userId && one.chainEndsAt !== undefined ? { ...one, chainEndsAt: one.chainEndsAt - by } : one)),
        };
      }
      const { kind, userId, cause, episode, urgency } = before;
      this.#put(sampleNotification({ ...next, kind, userId, cause, episode, urgency, dueAt: now }), about);
    }
  }

  #open(): Incident {
    if (this.#incident === undefined) throw new Error('not begun');
    return this.#incident;
  }

  #person({ userId }: Notification) { return userId === null ? null : (this.organisation.facts.people[userId] ?? null); }

  #commit(before: Incident | null, after: Incident, requests: NotificationRequest[], now: number): void {
    this.#incident = after;
    this.changes += 1;
    for (const { to, kind, cause, dueAt, link } of [...requests, ...announcementsOf(before, after, this.organisation.facts, now)]) {
      const recipient = 'userId' in to ? { userId: to.userId } : { userId: null, destinationId: to.destinationId, channel: to.channel };
      const notification = sampleNotification({ channel: 'push', ...link, ...recipient, kind, cause, episode: after.escalation.episode, urgency: after.urgency, dueAt });
      this.#put({ ...notification, rule: link?.rule ?? '0' }, `${cause} ${'userId' in to ? to.userId : to.destinationId}`);
    }
  }

  #put(notification: Notification, about: string): void {
    this.#documents.set(`${about} ${notification.rule}`, notification);
  }
}

function live(organisation: Organisation, arrive: boolean, until: number, seed: number): Happened[] {
  const random = seededRandom(seed);
  const server = new Server(organisation, arrive);
  server.begin();
  const rounds = [
    (now: number) => { server.wake(now); server.send(now); server.followUp(now); server.send(now); },
    (now: number) => { server.send(now); server.followUp(now); server.send(now); server.wake(now); server.send(now); },
    (now: number) => { server.followUp(now); server.wake(now); server.followUp(now); server.send(now); },
  ];
  // A low urgency waits for days, and nothing in it is finer than ten seconds.
  const tick = server.urgency === 'high' ? SECOND : 10 * SECOND;
  for (let now = organisation.at; now < until; now += tick) {
    // What is due together can follow from each other: until nothing is left, and once more.
    for (let before = -1; before !== server.changes;) {
      before = server.changes;
      random.pick(rounds)(now);
    }
    if (random.chance(0.05)) random.pick(rounds)(now);
    if (random.chance(0.05)) random.pick(rounds)(now + 1 + random.below(tick - 1));
  }
  return server.sent;
}

const inOrder = (all: readonly Happened[]) => [...all].sort((a, b) => a.at - b.at || a.to.localeCompare(b.to) || a.channel.localeCompare(b.channel) || (a.methodId ?? '').localeCompare(b.methodId ?? ''));

describe('a preview', () => {
  it.each([['arrive', 'all'], ['never arrive', 'none']] as const)('is what then happens, to the second, whether wake-ups come early, late or twice, where pushes %s', (_words, receipts) => {
    let messages = 0;
    fc.assert(fc.property(organisations, fc.integer(), (organisation, seed) => {
      const { facts } = organisation;
      const preview = previewPaging(organisation, facts, { receipts });
      const told = preview.messages.map(({ at, userId, channel, methodId }): Happened => ({ at, to: userId ?? 'chat', channel, methodId }));
      expect(inOrder(told)).toEqual(inOrder(live(organisation, receipts === 'all', preview.until, seed)));
      messages += told.length;
    }), { numRuns: 250, seed: 4, endOnFailure: true });
    // A property about nothing would hold.
    expect(messages).toBeGreaterThan(2_000);
  }, 120_000);
});
