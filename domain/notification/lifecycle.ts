import type { Incident } from '../incident/incident';
import type { Person } from '../people/person';
import { type Instant, HOUR, SECOND } from '../time/instant';
import type { Channel, Notification, NotificationReason, NotificationStatus, Provider } from './notification';

/** How long a sender may hold a claim before another takes it: with a sweep every 15 s a crash costs less than 20 s. */
export const claimLease = 5 * SECOND;
/** The same for what goes through a provider that may take 10 s to answer: two senders would be two calls. */
export const slowClaimLease = 15 * SECOND;

/** How long a claim of this channel holds (ms). */
export function leaseOf(channel: Channel): number {
  return channel === 'push' ? claimLease : slowClaimLease;
}

/** How long a page's token may act. */
export const tokenLife = 12 * HOUR;
export const maxAttempts = 10;

/** The furthest of the states that this notification has a time for; what has failed or was cancelled may still prove to have arrived. */
export function furthest(notification: Pick<Notification, 'seenAt' | 'deliveredAt' | 'sentAt' | 'failedAt' | 'cancelledAt' | 'sendingAt'>): NotificationStatus {
  if (notification.seenAt !== null) return 'seen';
  if (notification.deliveredAt !== null) return 'delivered';
  if (notification.sentAt !== null) return 'sent';
  if (notification.failedAt !== null) return 'failed';
  if (notification.cancelledAt !== null) return 'cancelled';
  return notification.sendingAt === null ? 'pending' : 'sending';
}

/** Why this notification must not go out any more; null: it must. An acknowledge stops the `page`s of its episode, an answer the request. */
export function stopReason(notification: Notification, incident: Incident | null, person: Person | null): NotificationReason | null {
  if (notification.userId !== null && (person === null || !person.active)) return 'personInactive';
  if (incident === null || notification.userId === null) return null;
  if (notification.kind === 'request') return isAsked(notification, incident) ? null : 'answered';
  if (notification.kind !== 'page') return null;
  if (incident.escalation.episode !== notification.episode) return 'episodeEnded';
  if (incident.status === 'triggered') return null;
  return incident.status === 'acknowledged' ? 'acknowledged' : 'resolved';
}

/** Whether what this notification asks for is still waiting for the person's answer. */
export function isAsked({ cause, userId }: Pick<Notification, 'cause' | 'userId'>, incident: Incident): boolean {
  const id = cause.replace(/^request\./, '');
  return incident.status !== 'resolved' && incident.requests.some((request) => request.id === id && request.userId === userId && request.state === 'asked');
}

export type Claim = { kind: 'claimed'; notification: Notification } | { kind: 'stopped'; notification: Notification } | { kind: 'notNow' };

/**
 * Takes a notification for sending at `now` (ms since epoch), with the hash of the random that its token carries. An expired lease is claimed
 * again: at least once, a doubt sends again.
 */
export function claim(notification: Notification, incident: Incident | null, person: Person | null, tokenHash: string, now: Instant): Claim {
  const waiting = notification.status === 'pending' && notification.dueAt <= now;
  // By the lease, not the status: an open laptop's receipt says nothing about the push to the phone, whose sender may have died.
  const abandoned = notification.leaseUntil !== null && notification.leaseUntil <= now;
  if (!waiting && !abandoned) return { kind: 'notNow' };
  // Whoever touched it is awake: nothing is left to send.
  if (notification.seenAt !== null) return { kind: 'stopped', notification: { ...notification, leaseUntil: null } };
  const reason = stopReason(notification, incident, person);
  if (reason !== null) return { kind: 'stopped', notification: settled({ ...notification, cancelledAt: now, reason, leaseUntil: null }) };
  if (notification.attempts >= maxAttempts) {
    return { kind: 'stopped', notification: settled({ ...notification, failedAt: now, reason: 'outOfAttempts', leaseUntil: null }) };
  }
  return { kind: 'claimed', notification: claimed(notification, tokenHash, now) };
}

/** The notification in a sender's hands. Earlier tokens stay good: their message may be the one that arrived. */
export function claimed(notification: Notification, tokenHash: string, now: Instant): Notification {
  return settled({
    ...notification, sendingAt: notification.sendingAt ?? now, leaseUntil: now + leaseOf(notification.channel), attempts: notification.attempts + 1,
    tokenHashes: [...notification.tokenHashes, tokenHash].slice(-10), tokenExpiresAt: now + tokenLife,
  });
}

export type SendResult =
  | { kind: 'sent'; provider: Provider; providerId?: string | null }
  | { kind: 'failed'; reason: NotificationReason }
  /** Worth another try after `retryAt`. */
  | { kind: 'retry'; retryAt: Instant };

/** The notification after the channel answered. A receipt that overtook the sender keeps its place. */
export function answered(notification: Notification, result: SendResult, now: Instant): Notification {
  switch (result.kind) {
    case 'sent': return settled({ ...notification, sentAt: notification.sentAt ?? now, leaseUntil: null, provider: result.provider, providerId: result.providerId ?? null });
    case 'failed': return settled({ ...notification, failedAt: now, reason: result.reason, leaseUntil: null });
    // A receipt that came meanwhile proves that it has left, whatever the provider's answer was.
    case 'retry': return settled({ ...notification, leaseUntil: notification.sentAt === null ? result.retryAt : null });
    default: return result satisfies never;
  }
}

/** The notification after a device's receipt; a repeated one changes nothing. */
export function received(notification: Notification, state: 'delivered' | 'seen', now: Instant): Notification {
  const deliveredAt = notification.deliveredAt ?? now;
  return settled({ ...notification, deliveredAt, seenAt: state === 'seen' ? (notification.seenAt ?? now) : notification.seenAt });
}

/** The notification after a receipt that carries the pushed token: the push itself has arrived, so nobody needs to send it again. */
export function pushReceived(notification: Notification, state: 'delivered' | 'seen', now: Instant): Notification {
  return received({ ...notification, sentAt: notification.sentAt ?? now, leaseUntil: null }, state, now);
}

const settled = (notification: Notification): Notification => ({ ...notification, status: furthest(notification) });

/** Ten seconds, doubled per attempt so far, five minutes at most. */
export function retryAfter(attempts: number): number {
  return Math.min(5 * 60 * SECOND, 2 ** Math.max(0, attempts - 1) * 10 * SECOND);
}
