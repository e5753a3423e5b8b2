import { z } from 'zod';
import { ContactMethod, PhoneNumber } from '../contact/contactMethod';
import { NotificationRules, QuietHours } from '../contact/notificationRule';
import { TimeOff } from '../oncall/timeOff';
import { Instant } from '../time/instant';

export const Role = z.enum(['admin', 'responder', 'stakeholder']);
export type Role = z.infer<typeof Role>;

/** `users/{uid}`: the truth about who somebody is; the custom claim `role` is a copy for the rules. */
export const Person = z.strictObject({
  id: z.string(), name: z.string().min(1).max(80), role: Role, timeZone: z.string(), teamIds: z.array(z.string()).max(50),
  active: z.boolean(),
  /** The lock screen names neither service nor alert: for phones that others can see. */
  privateLockScreen: z.boolean(),
  /** "Away 12 to 20 December": shifts in it need cover; whoever has them stays on call until somebody takes them. */
  timeOff: z.array(TimeOff).max(50).default([]),
  /** "Responders may call me": a number for every member to see, by the person's own choice. */
  callNumber: PhoneNumber.nullable().default(null),
});
export type Person = z.infer<typeof Person>;

export const Device = z.strictObject({
  id: z.string().min(8).max(64), name: z.string().min(1).max(80), platform: z.enum(['web', 'android', 'ios']),
  /** FCM registration token; null where FCM is out of reach (local mode) or permission is missing. */
  pushToken: z.string().min(10).max(4096).nullable(),
  permission: z.enum(['granted', 'denied', 'prompt']), installed: z.boolean(), soundAllowed: z.boolean(),
  registeredAt: Instant, lastOpenedAt: Instant, lastReceiptAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;

/** `users/{uid}/private/contact`: how a person is reached; read by themselves and admins only. */
export const Contact = z.strictObject({
  email: z.email(), devices: z.array(Device).max(20),
  methods: z.array(ContactMethod).max(10).default([]),
  rules: NotificationRules.default({ high: null, low: null }),
  /** null: the default, 22:00 to 07:00. */
  quietHours: QuietHours.nullable().default(null),
});
export type Contact = z.infer<typeof Contact>;

export const Team = z.strictObject({ id: z.string(), name: z.string().min(1).max(80), memberIds: z.array(z.string()).max(200) });
export type Team = z.infer<typeof Team>;

/** Admins and responders: who may be paged and may act. */
export function isMember(person: Pick<Person, 'role' | 'active'>): boolean {
  return person.active && (person.role === 'admin' || person.role === 'responder');
}
