import { announcementsOf } from '../destination/announcement';
import { advance } from '../escalation/advance';
import { withShorterChain } from '../escalation/chain';
import type { PagingFacts } from '../escalation/targets';
import type { Incident } from '../incident/incident';
import type { SeverityPolicy } from '../incident/severity';
import type { Turn } from '../incident/turn';
import { follow, followAfterSending } from '../notification/follow';
import { answered, claim, received } from '../notification/lifecycle';
import { type Notification, type NotificationRequest, recipientOf } from '../notification/notification';
import type { Instant } from '../time/instant';

export type RunFacts = PagingFacts & { severities: SeverityPolicy };

/** Whether the devices confirm the pushes that they get: `none` is the night on which no push arrives. */
export type Receipts = 'all' | 'none';

/** Where paging stood when a message was decided. */
export type Place = { round: number; step: number; lastResort: boolean };
/** A message at the time at which it is due and leaves. */
export type SentAhead = { at: Instant; notification: Notification; place: Place };
export type Run = { sent: SentAhead[]; turns: { at: Instant; turn: Turn }[]; until: Instant };

/** Nobody needs to be shown a third page of the last resort: it goes on as the second did. */
const lastResortPages = 2;
/** So many messages say enough, and keep the answer small. */
export const mostMessages = 500;

type Message = { notification: Notification; place: Place };

/**
 * What comes of an incident that was opened at `now` and that nobody touches, from there until before `limit` (ms since epoch), the third page of the last resort
 * or message 501. The server's own rules, each at the very time at which it is due: `advance` when the incident asks for it, `claim` when a message is due,
 * `follow` when the next link of a chain is.
 *
 * What it leaves out: messages to one person that go out as one because they are close to each other, and providers that are slow or fail.
 */
export function runAhead(opened: Turn, facts: RunFacts, now: Instant, { limit, receipts }: { limit: Instant; receipts: Receipts }): Run {
  const turns: Run['turns'] = [];
  const sent: SentAhead[] = [];
  let incident = opened.incident;
  let messages: Message[] = [];
  const known = new Set<string>();
  let until = limit;
  let lastResorts = 0;

  const take = (turn: Turn, before: Incident | null, at: Instant) => {
    turns.push({ at, turn });
    incident = turn.incident;
    const place = placeOf(incident);
    const asked = [...turn.requests, ...announcementsOf(before, incident, facts, at)].map((request) => messageOf(incident, request, facts, at));
    // Of two with the same id in one commit only the last is written.
    const once = [...new Map(asked.map((notification) => [notification.id, notification])).values()];
    for (const { id } of once) known.add(id);
    messages.push(...once.map((notification) => ({ notification, place })));
    if (place.lastResort) lastResorts += 1;
    if (lastResorts >= lastResortPages) until = Math.min(until, incident.wakeAt ?? until);
  };

  const look = ({ notification, place }: Message, at: Instant): Message[] => {
    if (lookAt(notification) > at) return [{ notification, place }];
    const person = notification.userId === null ? null : (facts.people[notification.userId] ?? null);
    if (notification.status === 'pending') {
      const outcome = claim(notification, incident, person, '', at);
      if (outcome.kind === 'claimed') {
        sent.push({ at, notification, place });
        return [{ notification: arrived(outcome.notification, facts, receipts, at), place }];
      }
      return [];
    }
    const followed = follow(notification, incident, person, facts.reach?.[notification.userId ?? ''], at);
    if (followed === undefined) return [];
    const { next } = followed;
    const after = { notification: followed.notification, place };
    if (next === null) return [after];
    const id = idOf(notification, next.rule);
    // Two links that nobody confirmed lead to the same next one: it goes out once.
    if (known.has(id)) return [after];
    known.add(id);
    incident = withShorterChain(incident, notification, next.chainAt);
    return [after, { notification: { ...notification, ...untouched, ...next, id, createdAt: at, dueAt: at }, place }];
  };

  take(opened, null, now);
  for (;;) {
    const at = Math.min(incident.wakeAt ?? Infinity, ...messages.map(({ notification }) => lookAt(notification)));
    if (at >= until || sent.length > mostMessages) break;
    if (incident.wakeAt !== null && incident.wakeAt <= at) take(advance(incident, facts, at), incident, at);
    messages = messages.flatMap((message) => look(message, at)).filter(({ notification }) => lookAt(notification) < Infinity);
  }
  return { sent: sent.slice(0, mostMessages), turns, until: sent[mostMessages]?.at ?? until };
}

function placeOf({ escalation: { round, step, state } }: Incident): Place {
  return { round, step, lastResort: state === 'lastResort' };
}

/** When somebody has to look at a message: to send it, or for the link after it. */
function lookAt({ status, dueAt, followAt }: Notification): Instant {
  return status === 'pending' ? dueAt : (followAt ?? Infinity);
}

/** A push to somebody who has no device for it fails at once, and the next other way follows it at once; everything else leaves. */
function arrived(claimed: Notification, { reach }: PagingFacts, receipts: Receipts, at: Instant): Notification {
  const own = claimed.userId === null ? undefined : reach?.[claimed.userId];
  const hasNoDevice = claimed.channel === 'push' && own?.pushDevices === 0;
  const left = answered(claimed, hasNoDevice ? { kind: 'failed', reason: 'noDevice' } : { kind: 'sent', provider: 'local' }, at);
  const now = receipts === 'all' && !hasNoDevice ? received(left, 'delivered', at) : left;
  return { ...now, followAt: followAfterSending(now, at) };
}

/** The fields of a message that nothing has happened to yet. */
const untouched = {
  status: 'pending', sendingAt: null, leaseUntil: null, sentAt: null, deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null, attempts: 0, reason: null,
  provider: null, providerId: null, bundleId: null, tokenHashes: [], tokenExpiresAt: null,
} satisfies Partial<Notification>;

/** What tells a message from the others of its episode, as in the outbox. */
function idOf({ cause, userId, destinationId }: Pick<Notification, 'cause' | 'userId' | 'destinationId'>, rule: string): string {
  return `${cause}/${userId ?? `destination.${destinationId ?? ''}`}/${rule}`;
}

/** The outbox's document of a request, without its words, which nobody reads here. */
function messageOf(incident: Incident, request: NotificationRequest, facts: PagingFacts, now: Instant): Notification {
  const { kind, to, cause, dueAt, expiresAt, link, what, why, loud } = request;
  const userId = 'userId' in to ? to.userId : null;
  const destinationId = 'userId' in to ? null : to.destinationId;
  const name = userId === null ? facts.destinations?.[destinationId ?? '']?.name : facts.people[userId]?.name;
  return {
    ...untouched, id: idOf({ cause, userId, destinationId }, link?.rule ?? '0'), incidentId: incident.id, episode: incident.escalation.episode, cause, rule: link?.rule ?? '0', kind,
    channel: 'userId' in to ? (link?.channel ?? 'push') : to.channel, methodId: link?.methodId ?? null, userId, destinationId, userName: name ?? recipientOf(request),
    urgency: kind === 'request' || loud === true ? 'high' : kind === 'notice' ? 'low' : incident.urgency, subject: what, why, title: '', body: '', url: null,
    createdAt: now, dueAt, expiresAt, chainAt: link?.chainAt ?? null, followAt: link?.followAt ?? null,
  };
}
