import { z } from 'zod';

/** The ways to a person. `push` goes to all their devices; the others to one contact method. */
export const PersonalChannel = z.enum(['push', 'sms', 'voice', 'email']);
export type PersonalChannel = z.infer<typeof PersonalChannel>;

/** One link of the chain that a page goes through until somebody acknowledges: this way, so long after the page was decided. */
export const NotificationRule = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('push'), methodId: z.null(), delaySeconds: z.number().int().min(0).max(3_600) }),
  z.strictObject({ channel: z.enum(['sms', 'voice', 'email']), methodId: z.string().min(1).max(64), delaySeconds: z.number().int().min(0).max(3_600) }),
]);
export type NotificationRule = z.infer<typeof NotificationRule>;

/** A person's own rules per urgency; null: the defaults, which follow the contact methods as they are verified. */
export const NotificationRules = z.strictObject({
  high: z.array(NotificationRule).min(1, 'needs at least one way to reach you').max(20).nullable(),
  low: z.array(NotificationRule).min(1, 'needs at least one way to reach you').max(20).nullable(),
});
export type NotificationRules = z.infer<typeof NotificationRules>;

/** When pages of low urgency wait: `[start, end)` of the wall clock in the person's profile zone; start after end runs overnight. */
export const QuietHours = z.strictObject({
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 22:00'), end: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 07:00'),
});
export type QuietHours = z.infer<typeof QuietHours>;

export const defaultQuietHours: QuietHours = { start: '22:00', end: '07:00' };
