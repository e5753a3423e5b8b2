import type { Transaction } from 'firebase-admin/firestore';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Incident } from '#domain/incident/incident';
import type { Actor, TimelineEntry } from '#domain/incident/timeline';
import type { Turn } from '#domain/incident/turn';
import { claimed, claimLease } from '#domain/notification/lifecycle';
import type { Notification, NotificationRequest } from '#domain/notification/notification';
import { lockScreen } from '#domain/notification/words';
import { idOf, newSecret, sha256 } from '../identity/identity';
import { at } from '../store/documents';
import { toStored } from '../store/instants';

/** A claimed notification and the token that its message carries; the random in it is stored only as a hash. */
export type ToSend = {
  notification: Notification; token: string; firstOfIncident: boolean;
  /** Until when this process may send it, by its own monotonic clock (`performance.now()`, ms). */
  heldUntil: number;
};
/** What must follow a commit: the messages to send now, and the wake-up to enqueue (only when `wakeAt` changed). */
export type Committed = { incident: Incident; toSend: ToSend[]; wakeChanged: boolean };

type Writing = { turn: Turn; before: Incident | null; entryId: string; actor: Actor; facts: PagingFacts; now: number };

/** Writes a turn into the transaction: incident, one timeline entry, and the outbox with what is due at once already claimed. */
export function writeTurn(transaction: Transaction, { turn, before, entryId, actor, facts, now }: Writing): Committed {
  const { incident, changes, requests } = turn;
  // A new one is created, so that an id drawn twice fails the commit and is drawn again.
  if (before === null) transaction.create(at.incident(incident.id), toStored(incident));
  else transaction.set(at.incident(incident.id), toStored(incident));
  if (changes.length > 0) {
    const entry: TimelineEntry = { id: entryId, at: now, actor, changes };
    transaction.create(at.timelineEntry(incident.id, entryId), toStored(entry));
  }
  const toSend = requests.flatMap((request) => writeNotification(transaction, incident, request, facts, now));
  return { incident, toSend, wakeChanged: incident.wakeAt !== null && incident.wakeAt !== before?.wakeAt };
}

function writeNotification(transaction: Transaction, incident: Incident, request: NotificationRequest, facts: PagingFacts, now: number): ToSend[] {
  const { kind, userId, cause, rule, dueAt, expiresAt } = request;
  const { episode } = incident.escalation;
  const person = facts.people[userId];
  const pending: Notification = {
    id: idOf('notification', incident.id, episode, cause, userId, rule), incidentId: incident.id, episode, cause, rule, kind, channel: 'push',
    userId, userName: person?.name ?? userId, urgency: kind === 'notice' ? 'low' : incident.urgency,
    ...lockScreen(incident, request, facts, now, person?.privateLockScreen ?? false),
    status: 'pending', createdAt: now, dueAt, expiresAt, sendingAt: null, leaseUntil: null, sentAt: null, deliveredAt: null, seenAt: null,
    failedAt: null, cancelledAt: null, attempts: 0, reason: null, provider: null, tokenHashes: [], tokenExpiresAt: null,
  };
  const random = newSecret();
  const notification = dueAt <= now ? claimed(pending, sha256(random), now) : pending;
  transaction.set(at.notification(notification.id), toStored(notification));
  if (notification.status === 'pending') return [];
  return [{ notification, token: `${notification.id}.${random}`, firstOfIncident: incident.clocks.notifiedAt === null, heldUntil: performance.now() + claimLease }];
}
