import { z } from 'zod';
import { Urgency } from '../incident/severity';
import { Instant } from '../time/instant';

export const NotificationKind = z.enum(['page', 'request', 'notice', 'test']);
export type NotificationKind = z.infer<typeof NotificationKind>;

export const NotificationStatus = z.enum(['pending', 'sending', 'sent', 'delivered', 'seen', 'failed', 'cancelled']);
export type NotificationStatus = z.infer<typeof NotificationStatus>;

/** Why a notification failed, was cancelled, or went nowhere: a code, so that every screen can say it in words. */
export const NotificationReason = z.enum([
  'noDevice', 'everyDeviceDead', 'providerRefused', 'outOfAttempts',
  'acknowledged', 'resolved', 'episodeEnded', 'personInactive', 'expired',
]);
export type NotificationReason = z.infer<typeof NotificationReason>;

/** `notifications/{id}`: the outbox. A time per state; `status` is the furthest. It holds no address and no token, only hashes. */
export const Notification = z.strictObject({
  id: z.string(),
  /** null: a test page, which belongs to no incident. */
  incidentId: z.string().nullable(), episode: z.number().int().min(0),
  cause: z.string(), rule: z.string(), kind: NotificationKind, channel: z.literal('push'),
  userId: z.string(), userName: z.string(), urgency: Urgency,
  /** The words of the lock screen, and of the listener's notification. */
  title: z.string(), body: z.string(),
  status: NotificationStatus,
  createdAt: Instant, dueAt: Instant,
  /** Not worth sending after this: at most the time of the next step. */
  expiresAt: Instant,
  sendingAt: Instant.nullable(), leaseUntil: Instant.nullable(),
  sentAt: Instant.nullable(), deliveredAt: Instant.nullable(), seenAt: Instant.nullable(),
  failedAt: Instant.nullable(), cancelledAt: Instant.nullable(),
  attempts: z.number().int().min(0),
  reason: NotificationReason.nullable(), provider: z.enum(['fcm', 'local']).nullable(),
  /** sha256 of the randoms minted so far: each claim mints one, and a page whose sender died keeps its own. */
  tokenHashes: z.array(z.string()).max(10), tokenExpiresAt: Instant.nullable(),
});
export type Notification = z.infer<typeof Notification>;

/** What a transition asks to be told to somebody; the outbox gives it an id and the words. */
export type NotificationRequest = {
  kind: 'page' | 'request' | 'notice'; userId: string; cause: string; rule: string;
  dueAt: Instant; expiresAt: Instant; why: string; what: 'page' | 'alertJoined';
};
