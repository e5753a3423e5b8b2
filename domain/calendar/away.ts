import type { Schedule } from '../oncall/schedule';
import { shiftsToCover, type TimeOff } from '../oncall/timeOff';
import { DAY, type Instant } from '../time/instant';
import { whenWords } from '../time/words';

/** Time off that ended longer ago than this (ms) is nobody's business any more. */
export const timeOffKept = 30 * DAY;
/** The longest time off (ms): a year. More is a mistyped date. */
export const longestTimeOff = 366 * DAY;

/** The time off that is kept: what runs, what comes, and what is over for less than 30 days. */
export const recentTimeOff = (all: readonly TimeOff[], now: Instant): TimeOff[] => all.filter(({ endAt }) => endAt > now - timeOffKept);

/**
 * The shifts that somebody has while away, in sentences for themselves, sorted by their start: "Primary: Thu 09:00 to Fri 09:00 needs cover." Time off takes nobody off call.
 * `zone`: the person's own.
 */
export function awayWords(
  schedules: readonly { schedule: Schedule; holidays: readonly string[] }[], { userId, timeOff, zone }: { userId: string; timeOff: TimeOff; zone: string }, now: Instant,
): string[] {
  const from = Math.max(now, timeOff.startAt);
  return schedules
    .flatMap(({ schedule, holidays }) => shiftsToCover(schedule, { [userId]: [timeOff] }, from, timeOff.endAt, holidays).map((shift) => ({ ...shift, name: schedule.name })))
    .sort((a, b) => a.startAt - b.startAt)
    .map(({ name, startAt, endAt }) => `${name}: ${whenWords(startAt, now, zone)} to ${whenWords(endAt, now, zone)} needs cover.`);
}
