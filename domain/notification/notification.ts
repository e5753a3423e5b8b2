import { z } from 'zod';
import { PersonalChannel } from '../contact/notificationRule';
import { Urgency } from '../incident/severity';
import { Instant } from '../time/instant';

export const NotificationKind = z.enum(['page', 'request', 'notice', 'test']);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** A person's own ways, and the `destination`s (a Slack or Teams channel, a signed webhook) that belong to nobody. */
export const Channel = z.enum([...PersonalChannel.options, 'slack', 'teams', 'webhook']);
export type Channel = z.infer<typeof Channel>;

export const NotificationStatus = z.enum(['pending', 'sending', 'sent', 'delivered', 'seen', 'failed', 'cancelled']);
export type NotificationStatus = z.infer<typeof NotificationStatus>;

/** Why a notification failed, was cancelled, or went nowhere: a code, so that every screen can say it in words. */
export const NotificationReason = z.enum([
  'noDevice', 'everyDeviceDead', 'providerRefused', 'outOfAttempts', 'noAddress', 'addressRefused', 'unsubscribed', 'notConfigured', 'notReceived',
  'acknowledged', 'resolved', 'episodeEnded', 'personInactive', 'expired', 'answered',
]);
export type NotificationReason = z.infer<typeof NotificationReason>;

export const Provider = z.enum(['fcm', 'local', 'twilio', 'smtp', 'slack', 'teams', 'webhook']);
export type Provider = z.infer<typeof Provider>;

/** What the message is about. `asked…`: one person asks another for something, who accepts or declines. */
export const NotificationSubject = z.enum(['page', 'alertJoined', 'nudge', 'askedToTake', 'askedToHelp', 'called', 'answered', 'status', 'updateDue', 'commanderNeeded', 'statusUpdate', 'test', 'notice']);
export type NotificationSubject = z.infer<typeof NotificationSubject>;

/** `notifications/{id}`: the outbox. A time per state; `status` is the furthest. It holds no address and no token, only hashes. */
export const Notification = z.strictObject({
  id: z.string(),
  /** null: a test page, or a notice that belongs to no incident. */
  incidentId: z.string().nullable(), episode: z.number().int().min(0),
  /** `rule`: the link of the person's chain that this is, from 0; `again` where an earlier page's chain still runs. */
  cause: z.string(), rule: z.string(), kind: NotificationKind, channel: Channel,
  /** The contact method that it goes to; null for push. */
  methodId: z.string().nullable().default(null),
  /** Exactly one of the two is set: a person, or a destination. */
  userId: z.string().nullable(), destinationId: z.string().nullable().default(null),
  /** The recipient's name. */
  userName: z.string(), urgency: Urgency,
  /** What it is about, and the recipient's place in it: "primary". */
  subject: NotificationSubject.default('page'), why: z.string().default(''),
  /** The words of the lock screen, and of the listener's notification. */
  title: z.string(), body: z.string(),
  /** Where a tap leads, in the app. */
  url: z.string().max(300).nullable().default(null),
  status: NotificationStatus,
  createdAt: Instant, dueAt: Instant,
  /** Not worth sending after this: at most the time of the next step. */
  expiresAt: Instant,
  /** From when the delays of the person's chain count. Moved back when a link is brought forward. null: no chain. */
  chainAt: Instant.nullable().default(null),
  /** When the next link of the chain is looked at: its own time, earlier while a receipt is missing. null: it has been, or there is none. */
  followAt: Instant.nullable().default(null),
  sendingAt: Instant.nullable(), leaseUntil: Instant.nullable(),
  sentAt: Instant.nullable(), deliveredAt: Instant.nullable(), seenAt: Instant.nullable(),
  failedAt: Instant.nullable(), cancelledAt: Instant.nullable(),
  attempts: z.number().int().min(0),
  reason: NotificationReason.nullable(), provider: Provider.nullable(),
  /** The provider's own name for it, to find it in the provider's log. */
  providerId: z.string().max(200).nullable().default(null),
  /** Sent as part of another's message: that one's id. */
  bundleId: z.string().nullable().default(null),
  /** sha256 of the randoms minted so far: each claim mints one, and a page whose sender died keeps its own. */
  tokenHashes: z.array(z.string()).max(10), tokenExpiresAt: Instant.nullable(),
});
export type Notification = z.infer<typeof Notification>;

/** What a transition asks to be told; the outbox gives it an id and the words. `why` is the recipient's place, or what joined. */
export type NotificationRequest = {
  kind: 'page' | 'request' | 'notice'; to: { userId: string } | { destinationId: string; channel: 'slack' | 'teams' | 'webhook' };
  cause: string; dueAt: Instant; expiresAt: Instant; why: string; what: NotificationSubject;
  /** The link of the chain; absent: a push without a chain. */
  link?: { rule: string; channel: z.infer<typeof PersonalChannel>; methodId: string | null; chainAt: Instant; followAt: Instant | null };
  /** A notice that must be heard. */
  loud?: true;
};

/** The person that a request is for; null: a destination. */
export function personOf({ to }: Pick<NotificationRequest, 'to'>): string | null {
  return 'userId' in to ? to.userId : null;
}

/** Whoever or whatever a request is for, in one word: of two for the same recipient, cause and link only the last is sent. */
export function recipientOf({ to }: Pick<NotificationRequest, 'to'>): string {
  return 'userId' in to ? to.userId : to.destinationId;
}
