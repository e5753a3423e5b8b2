import { z } from 'zod';
import { FieldTest } from '../routing/rule';
import { Instant } from '../time/instant';
import { TimeZone } from '../time/zone';

const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00');
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a date such as 2026-11-21');

/** Once between two moments, or again and again by wall clock: a length from a time of day, on weekdays or a day of each month. */
export const WindowTime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), startsAt: Instant, endsAt: Instant }),
  z.strictObject({
    kind: z.literal('weekly'), timeZone: TimeZone, weekdays: z.array(z.number().int().min(1).max(7)).min(1, 'choose at least one day').max(7),
    from: wallTime, lengthMinutes: z.number().int().min(5).max(7 * 24 * 60), firstDate: date, lastDate: date.nullable(),
  }),
  z.strictObject({
    kind: z.literal('monthly'), timeZone: TimeZone, dayOfMonth: z.number().int().min(1).max(31),
    from: wallTime, lengthMinutes: z.number().int().min(5).max(7 * 24 * 60), firstDate: date, lastDate: date.nullable(),
  }),
]);
export type WindowTime = z.infer<typeof WindowTime>;

/**
 * `maintenanceWindows/{id}`: while it lasts, new alerts of its services (none named: of all) that pass all its tests do not page. `suppress`: they are
 * only kept as events. `collect`: they gather in one incident that waits, and pages when the window ends and something still fires.
 */
export const MaintenanceWindow = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80),
  serviceIds: z.array(z.string()).max(100), tests: z.array(FieldTest).max(10), mode: z.enum(['suppress', 'collect']), time: WindowTime,
  createdBy: z.strictObject({ userId: z.string(), name: z.string() }),
  /** Ended by hand at this moment; it has no further occurrences. */
  endedAt: Instant.nullable(),
});
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow>;
