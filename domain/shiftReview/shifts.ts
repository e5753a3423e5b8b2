import { nextShiftOf, shiftsBetween } from '../oncall/oncall';
import type { Override, Schedule } from '../oncall/schedule';
import { readinessId } from '../readiness/shiftReadiness';
import { DAY, type Instant } from '../time/instant';

/** A shift that can be looked back on, `[startAt, endAt)` in ms since epoch; `endAt` null: it runs, and no end is in sight. `id` as its readiness is called. */
export type PastShift = { id: string; scheduleId: string; scheduleName: string; userId: string; startAt: Instant; endAt: Instant | null };
type Dated = { schedule: Schedule; holidays: readonly string[] };

/** Of somebody who is always on call, so much is looked back on. */
export const longest = 7 * DAY;

/**
 * A person's shifts of all schedules that have begun since `from` (ms since epoch) or before it, up to `now`; the one that ended last or runs first. `past`: the overrides
 * that are kept beside the schedules. One that began before `from` is cut off there, and one that never ends to its last week.
 */
export function shiftsToReview(userId: string, dated: readonly Dated[], past: Readonly<Record<string, readonly Override[]>>, { from, now }: { from: Instant; now: Instant }): PastShift[] {
  return dated.flatMap(({ schedule, holidays }) => {
    const here = new Set(schedule.overrides.map(({ id }) => id));
    const whole = { ...schedule, overrides: [...(past[schedule.id] ?? []).filter(({ id }) => !here.has(id)), ...schedule.overrides] };
    return shiftsBetween(whole, from, now + 1, holidays).filter((shift) => shift.userId === userId).map(({ startAt, endAt }): PastShift => {
      const runs = endAt > now;
      const endsAt = runs ? (nextShiftOf(whole, userId, now, holidays)?.endAt ?? null) : endAt;
      // Rounded to a day, or the address of a shift that never ends would change by the minute.
      const cutAt = startAt > from ? startAt : Math.max(startAt, from + Math.floor(((runs ? now : endAt) - from - longest) / DAY) * DAY);
      return { id: readinessId({ scheduleId: schedule.id, userId, startAt: cutAt }), scheduleId: schedule.id, scheduleName: schedule.name, userId, startAt: cutAt, endAt: endsAt };
    });
  }).sort((a, b) => (b.endAt ?? Infinity) - (a.endAt ?? Infinity) || b.startAt - a.startAt);
}

/** The one that is looked at first: what runs, else what ended last; of several, that which began last. */
export function shiftToBegin(shifts: readonly PastShift[], now: Instant): PastShift | undefined {
  const running = shifts.filter(({ endAt }) => endAt === null || endAt > now);
  const over = shifts.filter(({ endAt }) => endAt !== null && endAt <= now);
  // Of two that run the one with an end in sight is the shift; the other is how things always are.
  return [...running].sort((a, b) => (a.endAt ?? Infinity) - (b.endAt ?? Infinity))[0] ?? over[0];
}
