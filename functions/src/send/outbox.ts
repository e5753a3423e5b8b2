import type { Transaction } from 'firebase-admin/firestore';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Incident } from '#domain/incident/incident';
import { claimed, leaseOf } from '#domain/notification/lifecycle';
import type { Notification, NotificationRequest } from '#domain/notification/notification';
import { lockScreen } from '#domain/notification/words';
import { idOf, newSecret, sha256 } from '../identity/identity';
import { at } from '../store/documents';
import { toStored } from '../store/instants';

/** A claimed notification and the token that its message carries; the random in it is stored only as a hash. */
export type ToSend = {
  notification: Notification; token: string; incident: Incident | null; isPrivate: boolean; firstOfIncident: boolean;
  /** Until when this process may send it, by its own monotonic clock (`performance.now()`, ms). */
  heldUntil: number;
  /** What goes out as part of this message. */
  bundled: ToSend[];
};
/** What to do once a transaction has committed: messages to send, and ids to claim first. */
export type Outgoing = { toSend: ToSend[]; toClaim: Notification[] };

/** The fields of a notification that nothing has happened to yet. */
export const untouched = {
  status: 'pending', sendingAt: null, leaseUntil: null, sentAt: null, deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null, attempts: 0, reason: null,
  provider: null, providerId: null, bundleId: null, tokenHashes: [], tokenExpiresAt: null,
} as const satisfies Partial<Notification>;

/** The outbox's document of a request; its id follows from what it is about, so that the same request twice is one message. */
export function notificationOf(incident: Incident, request: NotificationRequest, facts: PagingFacts, now: number): Notification {
  const { kind, to, cause, dueAt, expiresAt, link, what, why, loud } = request;
  const { episode } = incident.escalation;
  const rule = link?.rule ?? '0';
  const userId = 'userId' in to ? to.userId : null;
  const destinationId = 'userId' in to ? null : to.destinationId;
  const person = userId === null ? undefined : facts.people[userId];
  return {
    ...untouched, tokenHashes: [],
    id: idOf('notification', incident.id, episode, cause, userId ?? `destination.${destinationId ?? ''}`, rule), incidentId: incident.id, episode, cause, rule, kind,
    channel: 'userId' in to ? (link?.channel ?? 'push') : to.channel, methodId: link?.methodId ?? null, userId, destinationId,
    userName: person?.name ?? (destinationId === null ? undefined : facts.destinations?.[destinationId]?.name) ?? userId ?? '',
    urgency: kind === 'request' || loud === true ? 'high' : kind === 'notice' ? 'low' : incident.urgency, subject: what, why,
    ...lockScreen(incident, request, facts, now, person?.privateLockScreen ?? false), url: null,
    createdAt: now, dueAt, expiresAt, chainAt: link?.chainAt ?? null, followAt: link?.followAt ?? null,
  };
}

/**
 * Writes a notification into the transaction. A push and what goes to a destination is claimed with it when it is due; SMS, calls and mails are claimed after the
 * commit, where a burst of them is made one (`claimDue`).
 */
export function putOut(transaction: Transaction, pending: Notification, { incident, isPrivate }: { incident: Incident | null; isPrivate: boolean }, now: number): Outgoing {
  const bundles = pending.channel === 'sms' || pending.channel === 'voice' || pending.channel === 'email';
  if (pending.dueAt > now || bundles) {
    transaction.set(at.notification(pending.id), toStored(pending));
    return { toSend: [], toClaim: [pending] };
  }
  const random = newSecret();
  const notification = claimed(pending, sha256(random), now);
  transaction.set(at.notification(notification.id), toStored(notification));
  return { toSend: [heldBy(notification, random, { incident, isPrivate })], toClaim: [] };
}

/** A notification in this process' hands, with the random that was minted for it. */
export function heldBy(notification: Notification, random: string, { incident, isPrivate }: { incident: Incident | null; isPrivate: boolean }): ToSend {
  return {
    notification, token: `${notification.id}.${random}`, incident, isPrivate, firstOfIncident: incident?.clocks.notifiedAt === null && notification.kind === 'page' && notification.userId !== null,
    heldUntil: performance.now() + leaseOf(notification.channel), bundled: [],
  };
}
