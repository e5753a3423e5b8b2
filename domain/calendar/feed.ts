import { nextShiftOf, shiftsBetween } from '../oncall/oncall';
import type { Schedule } from '../oncall/schedule';
import { DAY, type Instant } from '../time/instant';

/** One shift as a calendar shows it. */
export type FeedEvent = { uid: string; summary: string; startAt: Instant; endAt: Instant };
/** `schedule` with the overrides that are past; `holidays`: the dates of its calendar. */
export type FeedSchedule = { schedule: Schedule; holidays: readonly string[] };

/** How far a feed reaches back and ahead (ms). */
export const feedBack = 30 * DAY;
export const feedAhead = 90 * DAY;

/**
 * The shifts of a feed, 30 days back to 90 days ahead, sorted: one person's (`userId`), or everybody's (null), who then are named. The past is read
 * from the rotation as it is now. A uid follows from where a shift starts, so a calendar sees the same event again: one that runs at an edge keeps its real
 * start and end, and one that never changes hands starts with the year before.
 */
export function feedEvents(schedules: readonly FeedSchedule[], userId: string | null, nameOf: (userId: string) => string, now: Instant): FeedEvent[] {
  const from = now - feedBack;
  // To the end of the day, so that a shift without an end in sight does not change with every reading.
  const to = (Math.floor((now + feedAhead) / DAY) + 1) * DAY;
  return schedules.flatMap(({ schedule, holidays }) => shiftsBetween(schedule, from, to, holidays)
    .filter((shift) => userId === null || shift.userId === userId)
    .map((shift): FeedEvent => {
      const startAt = shift.startAt === from ? startOf(schedule, shift.userId, from, holidays) : shift.startAt;
      return {
        uid: `${schedule.id}.${shift.userId}.${startAt}@rouse`, startAt, endAt: shift.endAt === to ? (nextShiftOf(schedule, shift.userId, to - 1, holidays)?.endAt ?? to) : shift.endAt,
        summary: userId === null ? `${schedule.name}: ${nameOf(shift.userId)}` : `On call: ${schedule.name}`,
      };
    })).sort((a, b) => a.startAt - b.startAt || (a.uid < b.uid ? -1 : 1));
}

/** Where the shift that somebody has at `at` began; at the earliest with the year before. */
function startOf(schedule: Schedule, userId: string, at: Instant, holidays: readonly string[]): Instant {
  const earliest = Date.UTC(new Date(at).getUTCFullYear() - 1, 0, 1);
  return shiftsBetween(schedule, earliest, at + 1, holidays).find((shift) => shift.userId === userId && shift.endAt === at + 1)?.startAt ?? at;
}
