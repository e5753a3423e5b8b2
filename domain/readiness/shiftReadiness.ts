import { z } from 'zod';
import { nextShiftOf, onCallAt } from '../oncall/oncall';
import type { Schedule } from '../oncall/schedule';
import { Instant } from '../time/instant';

/** `settings/readiness`: the team's list for the start of a shift, and how many hours before it everybody is asked. */
export const ReadinessSettings = z.strictObject({
  items: z.array(z.string().trim().min(1).max(80)).max(12), hoursBefore: z.number().int().min(1).max(48),
});
export type ReadinessSettings = z.infer<typeof ReadinessSettings>;

export const defaultReadiness: ReadinessSettings = { items: [], hoursBefore: 3 };

/** One person's time on call in one schedule, `[startAt, endAt)` in ms since epoch; `endAt` null: no end is in sight. */
export const WatchedShift = z.strictObject({ scheduleId: z.string(), userId: z.string(), startAt: Instant, endAt: Instant.nullable() });
export type WatchedShift = z.infer<typeof WatchedShift>;

/**
 * `readiness/{scheduleId.userId.startAt}`: whether somebody said that they are ready for a shift. `missing`: what of the team's list they do not have.
 * `toldOtherwiseAt`, `toldTeamAt`: when silence was told to them by another way, and to the others.
 */
export const ShiftReadiness = WatchedShift.extend({
  id: z.string(), askedAt: Instant, confirmedAt: Instant.nullable(), missing: z.array(z.string().max(80)).max(12),
  toldOtherwiseAt: Instant.nullable(), toldTeamAt: Instant.nullable(),
});
export type ShiftReadiness = z.infer<typeof ShiftReadiness>;

/** The document's id: a shift is known by its schedule, its person and its start. */
export const readinessId = ({ scheduleId, userId, startAt }: Pick<WatchedShift, 'scheduleId' | 'userId' | 'startAt'>): string => `${scheduleId}.${userId}.${startAt}`;

/** The person has just been asked. */
export function asked(shift: WatchedShift, now: Instant): ShiftReadiness {
  const { scheduleId, userId, startAt, endAt } = shift;
  return { id: readinessId(shift), scheduleId, userId, startAt, endAt, askedAt: now, confirmedAt: null, missing: [], toldOtherwiseAt: null, toldTeamAt: null };
}

/** "I am ready", also before anybody asked. The first confirmation's time stays; what is missing is as said last. */
export function confirmed(before: ShiftReadiness | undefined, shift: WatchedShift, missing: readonly string[], now: Instant): ShiftReadiness {
  const known = before ?? asked(shift, now);
  return { ...known, endAt: shift.endAt, confirmedAt: known.confirmedAt ?? now, missing: [...missing] };
}

/** The person's shift that starts exactly then (ms since epoch); undefined: they have none, as after a change of the schedule. */
export function shiftStartingAt(schedule: Schedule, userId: string, startAt: Instant, holidays: readonly string[] = []): WatchedShift | undefined {
  if (!onCallAt(schedule, startAt, holidays).includes(userId) || onCallAt(schedule, startAt - 1, holidays).includes(userId)) return undefined;
  return { scheduleId: schedule.id, userId, startAt, endAt: nextShiftOf(schedule, userId, startAt, holidays)?.endAt ?? null };
}
