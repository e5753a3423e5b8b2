import { DAY } from '../time/instant';
import type { Span } from '../time/weeklyWindow';
import { coverage } from './coverage';
import type { Shift } from './rotation';
import type { Schedule } from './schedule';

/** How far ahead a search looks, in ms: past the next handoff of any rotation, since a shift lasts a year at most. */
export const SEARCH_AHEAD = 367 * DAY;

// Everything here takes `holidays` last: the dates (`YYYY-MM-DD`, in the schedule's zone) of the schedule's holiday calendar.

/**
 * The user ids on call at `at` (ms since epoch), in the order of the layers and then of added people, each once.
 * Empty is a gap: nobody would be paged.
 */
export function onCallAt(schedule: Schedule, at: number, holidays: readonly string[] = []): string[] {
  for (const { userIds } of coverage(schedule, at, at + 1, holidays)) return userIds;
  return [];
}

/**
 * The first instant after `at` (both ms since epoch) at which other people are on call than at `at`, a gap's start or
 * end included. Undefined when nothing changes within `SEARCH_AHEAD`: a lone participant never hands over.
 */
export function nextHandoff(schedule: Schedule, at: number, holidays: readonly string[] = []): number | undefined {
  let before: readonly string[] | undefined;
  for (const { startAt, userIds } of coverage(schedule, at, at + SEARCH_AHEAD, holidays)) {
    if (before !== undefined && !isSameSet(userIds, before)) return startAt;
    before = userIds;
  }
  return undefined;
}

/** Whether two lists without duplicates name the same people, in whatever order. */
export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((userId) => others.includes(userId));
}

/**
 * Everybody's shifts within `[from, to)` (ms since epoch), cut off at both ends and merged where one person goes on
 * without a break. Sorted by start, then by the order of the layers.
 */
export function shiftsBetween(schedule: Schedule, from: number, to: number, holidays: readonly string[] = []): Shift[] {
  const shifts: Shift[] = [];
  const latest = new Map<string, Shift>();
  for (const { startAt, endAt, userIds } of coverage(schedule, from, to, holidays)) {
    for (const userId of userIds) {
      const running = latest.get(userId);
      if (running?.endAt === startAt) {
        running.endAt = endAt;
      } else {
        const shift = { userId, startAt, endAt };
        shifts.push(shift);
        latest.set(userId, shift);
      }
    }
  }
  return shifts;
}

/** The times within `[from, to)` (ms since epoch) when nobody is on call, merged: what a screen has to warn about. */
export function gapsBetween(schedule: Schedule, from: number, to: number, holidays: readonly string[] = []): Span[] {
  const gaps: Span[] = [];
  for (const { startAt, endAt, userIds } of coverage(schedule, from, to, holidays)) {
    if (userIds.length > 0) continue;
    const running = gaps.at(-1);
    if (running?.endAt === startAt) running.endAt = endAt;
    else gaps.push({ startAt, endAt });
  }
  return gaps;
}

/** A person's place in a schedule; instants in ms since epoch. Without `endAt` no end is in sight (`SEARCH_AHEAD`). */
export type NextShift =
  | { state: 'running'; endAt: number | undefined }
  | { state: 'upcoming'; startAt: number; endAt: number | undefined };

/**
 * The shift that a person has at `now` (ms since epoch) or gets next, merged over handoffs to themselves: what "you are
 * on call until Mon 09:00" and "you are next on call Mon 09:00" say. Undefined when none starts within `SEARCH_AHEAD`.
 */
export function nextShiftOf(schedule: Schedule, userId: string, now: number, holidays: readonly string[] = []): NextShift | undefined {
  if (!isNamed(schedule, userId)) return undefined;
  let startAt: number | undefined;
  for (const stretch of coverage(schedule, now, now + SEARCH_AHEAD, holidays)) {
    const isOnCall = stretch.userIds.includes(userId);
    if (isOnCall) startAt ??= stretch.startAt;
    else if (startAt !== undefined) return placeOf(startAt, stretch.startAt, now);
  }
  return startAt === undefined ? undefined : placeOf(startAt, undefined, now);
}

function placeOf(startAt: number, endAt: number | undefined, now: number): NextShift {
  return startAt === now ? { state: 'running', endAt } : { state: 'upcoming', startAt, endAt };
}

/** Whether a schedule could ever have the person on call: it spares strangers the search through a whole year. */
function isNamed(schedule: Schedule, userId: string): boolean {
  return (
    schedule.layers.some((layer) => layer.participants.includes(userId)) ||
    schedule.temporary.some(({ shifts }) => shifts.some((shift) => shift.userId === userId)) ||
    schedule.overrides.some((override) => override.kind !== 'remove' && override.addUserId === userId)
  );
}
