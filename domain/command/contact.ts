import { z } from 'zod';
import { PhoneNumber } from '../contact/contactMethod';
import { NotificationRules, PersonalChannel, QuietHours } from '../contact/notificationRule';
import { Instant } from '../time/instant';
import { Subscription } from '../update/subscription';
import { command, id } from './envelope';

/** What a person sets about their own ways to be reached. All of it is theirs alone: no command names another person. */
export const ContactCommand = z.discriminatedUnion('type', [
  /** Answers `savedId`, the method's id; a code is on its way to it. */
  command('addContactMethod', { method: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('phone'), address: PhoneNumber }), z.strictObject({ kind: z.literal('email'), address: z.email().max(254) }),
  ]) }),
  /** `by`: a phone that takes no SMS can be told its code by a call. */
  command('sendContactCode', { methodId: id, by: z.enum(['sms', 'voice', 'email']) }),
  command('verifyContactMethod', { methodId: id, code: z.string().regex(/^\d{6}$/, 'has six digits') }),
  command('removeContactMethod', { methodId: id }),
  command('saveNotificationRules', { rules: NotificationRules, quietHours: QuietHours.nullable() }),
  /** A test page by one channel; answers `notificationId`. */
  command('testContactMethod', { channel: PersonalChannel, methodId: id.nullable() }),
  /** Answers `link`, shown this once: an iCal feed of the person's own shifts, or of one schedule. A new one ends the one before. */
  command('createCalendarFeed', { scheduleId: id.nullable() }),
  command('revokeCalendarFeed', { scheduleId: id.nullable() }),
  /** Answers `link`, good once and for five minutes: opened on a new phone (as a QR code) it signs in there. */
  command('createMoveIn', {}),
  command('redeemMoveIn', { token: z.string().min(20).max(200) }),
  /** What the sender follows: updates of these services (all: `null`), and of these incidents. */
  command('saveSubscription', Subscription.pick({ services: true, incidents: true, by: true }).shape),
  command('saveTimeOff', { timeOffId: id.nullable(), startAt: Instant, endAt: Instant, note: z.string().trim().max(200) }),
  command('removeTimeOff', { timeOffId: id }),
  /** "I am ready" for the shift that starts then: one tap. */
  command('confirmShift', { scheduleId: id, startAt: Instant, missing: z.array(z.string().max(80)).max(12) }),
]);
export type ContactCommand = z.infer<typeof ContactCommand>;
