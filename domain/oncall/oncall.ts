import { DAY } from '../time/instant';
import { coverage } from './coverage';
import { applyOverrides } from './override';
import { shiftAt } from './rotation';
import type { Shift } from './rotation';
import type { Schedule } from './schedule';

/** How far ahead a search looks, in ms: past the next handoff of any rotation, since a shift lasts a year at most. */
export const SEARCH_AHEAD = 367 * DAY;

/**
 * The user ids on call at `at` (ms since epoch), in the order of the layers and then of added people, each once.
 * All layers are on call together. Empty is a gap: nobody would be paged.
 */
export function onCallAt(schedule: Schedule, at: number): string[] {
  const userIds = schedule.layers.flatMap(
    (layer) => shiftAt(layer.rotation, layer.participants, schedule.timeZone, at)?.userId ?? [],
  );
  return applyOverrides(userIds, schedule.overrides, at);
}

/**
 * The first instant after `at` (both ms since epoch) at which other people are on call than at `at`, a gap's start or
 * end included. Undefined when nothing changes within `SEARCH_AHEAD`: a lone participant never hands over.
 */
export function nextHandoff(schedule: Schedule, at: number): number | undefined {
  let before: string | undefined;
  for (const stretch of coverage(schedule, at, at + SEARCH_AHEAD)) {
    const people = JSON.stringify([...stretch.userIds].sort());
    if (before !== undefined && people !== before) return stretch.startAt;
    before = people;
  }
  return undefined;
}

/**
 * Everybody's shifts within `[from, to)` (ms since epoch), cut off at both ends and merged where one person goes on
 * without a break. Sorted by start, then by the order of the layers.
 */
export function shiftsBetween(schedule: Schedule, from: number, to: number): Shift[] {
  const shifts: Shift[] = [];
  const latest = new Map<string, Shift>();
  for (const { startAt, endAt, userIds } of coverage(schedule, from, to)) {
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
export function gapsBetween(schedule: Schedule, from: number, to: number): { startAt: number; endAt: number }[] {
  const gaps: { startAt: number; endAt: number }[] = [];
  for (const { startAt, endAt, userIds } of coverage(schedule, from, to)) {
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
export function nextShiftOf(schedule: Schedule, userId: string, now: number): NextShift | undefined {
  if (!isNamed(schedule, userId)) return undefined;
  let startAt: number | undefined;
  for (const stretch of coverage(schedule, now, now + SEARCH_AHEAD)) {
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
    schedule.overrides.some((override) => override.kind !== 'remove' && override.addUserId === userId)
  );
}
