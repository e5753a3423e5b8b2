import { z } from 'zod';
import { PhoneNumber } from '../contact/contactMethod';
import { Mapping } from '../ingest/generic/mapping';
import { WeeklyWindow } from '../time/weeklyWindow';
import { TimeZone } from '../time/zone';

/**
 * What joins one incident of a service where the source has no group of its own, or always (`overSource`): alerts equal in `fields` (as in
 * routing rules: `label.cluster`), or everything within minutes of the first.
 */
export const Grouping = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('source') }),
  z.strictObject({ by: z.literal('fields'), fields: z.array(z.string().min(1).max(140)).min(1, 'name at least one field').max(5), overSource: z.boolean() }),
  z.strictObject({ by: z.literal('service'), windowMinutes: z.number().int().min(1).max(24 * 60), overSource: z.boolean() }),
]);
export type Grouping = z.infer<typeof Grouping>;

/** When somebody is at work for a service; the local dates of a holiday calendar are none. */
export const SupportHours = z.strictObject({ timeZone: TimeZone, windows: z.array(WeeklyWindow).min(1, 'needs at least one time').max(21), holidayCalendarId: z.string().nullable() });
export type SupportHours = z.infer<typeof SupportHours>;

/** Somebody outside who helps: a provider, with what they ask for on the telephone. */
export const Vendor = z.strictObject({
  name: z.string().trim().min(1, 'is needed').max(80), phone: PhoneNumber.nullable(), email: z.email().max(254).nullable(),
  url: z.url({ protocol: /^https?$/ }).max(2000).nullable(), note: z.string().trim().max(300),
});
export type Vendor = z.infer<typeof Vendor>;

/** `services/{id}`: what breaks; its policy says who is paged. */
export const Service = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80), description: z.string().max(400),
  policyId: z.string(), runbookId: z.string().nullable(), statusComponentId: z.string().nullable(),
  grouping: Grouping.default({ by: 'source' }),
  /** Absent: at all times. */
  supportHours: SupportHours.optional(),
  /** Whom to call outside: who makes or runs a part of it. */
  vendors: z.array(Vendor).max(10).optional(),
});
export type Service = z.infer<typeof Service>;

/** What a request must prove beside the key; its secret is kept encrypted in `secrets/{integrationId}`. */
export const Signature = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('hmac'), header: z.string().min(1).max(80), prefix: z.string().max(20), timestampHeader: z.string().max(80).nullable(),
    timestampSigned: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('token'), header: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('sns'), topicArn: z.string().max(300).nullable() }),
]);
export type Signature = z.infer<typeof Signature>;

/**
 * `integrations/{id}`: one monitoring tool that reports on one service. Its key is stored as a hash elsewhere. A heartbeat reports through one
 * of its own, with the heartbeat's id and the source `heartbeat`.
 */
export const Integration = z.strictObject({
  id: z.string(), name: z.string().trim().min(1, 'is needed').max(80), serviceId: z.string(), source: z.string(), keyHint: z.string().max(8),
  enabled: z.boolean().default(true),
  /** Taken out of every list, its keys gone; kept, because what it reported may still be waiting to be decided. */
  removed: z.boolean().default(false),
  mapping: Mapping.nullable().default(null),
  signature: Signature.default({ kind: 'none' }),
  /** Repeats of open alerts beyond this many requests a minute are refused; null: the default of `defaultLimitPerMinute`. */
  limitPerMinute: z.number().int().min(1).max(1_000_000).nullable().default(null),
});
export type Integration = z.infer<typeof Integration>;

/** Requests per minute of one key: ten thousand alerts of one outage pass, a sender gone mad does not. */
export const defaultLimitPerMinute = 30_000;
