import { z } from 'zod';
import { DAY, MINUTE } from './instant';
import { resolveWall, wallAt } from './wallClock';
import type { TimeZone } from './zone';

export const Weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export type Weekday = z.infer<typeof Weekday>;

/** A time of day to the minute, 24 hours: `HH:mm`. */
export const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'not a time of day of the form HH:mm' });
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/**
 * A part of the week by the clocks of some zone: `[start, end)` on each of `days`. `start` later than `end` runs overnight and belongs to the
 * weekday on which it starts; equal ones are 24 hours. No days is never.
 */
export const WeeklyWindow = z.strictObject({ days: z.array(Weekday).max(7), start: TimeOfDay, end: TimeOfDay });
export type WeeklyWindow = z.infer<typeof WeeklyWindow>;

/** A stretch of time, `[startAt, endAt)` in ms since epoch. */
export type Span = { startAt: number; endAt: number };

const minutesADay = 24 * 60;
const minutesAWeek = 7 * minutesADay;

/** Minutes since midnight; `end` is the later one, past 24 hours where the window runs into the next day. */
type Part = { start: number; end: number };

/** The weekday of a wall-clock day, counted in days since 1970-01-01, a Thursday. */
export const weekdayOf = (day: number): Weekday => Weekday.options[weekdayIndex(day)] ?? 'MO';
const weekdayIndex = (day: number) => (((day + 3) % 7) + 7) % 7;

/**
 * The times at which one of the windows is open, from the one that is open at `from` (ms since epoch) or opens next: sorted, met and
 * overlapping ones merged, without end (the caller stops) unless they are never or always open. A start is the first occurrence of its wall
 * time, an end the last; a skipped one is the first instant after the gap. The first span's own start may be cut off at `reach` days before `from`.
 */
export function* spansFrom(windows: readonly WeeklyWindow[], zone: TimeZone, from: number, reach = 2): Generator<Span, void> {
  const { isWhole, parts } = weekOf(windows);
  if (isWhole) yield { startAt: -Infinity, endAt: Infinity };
  if (isWhole || parts.every((ofDay) => ofDay.length === 0)) return;
  let span: Span | undefined;
  for (let day = Math.floor(wallAt(from, zone) / DAY) - reach; ; day += 1) {
    for (const { start, end } of parts[weekdayIndex(day)] ?? []) {
      const startAt = resolveWall(day * DAY + start * MINUTE, zone, 'first');
      const endAt = resolveWall(day * DAY + end * MINUTE, zone, 'last');
      // Both ends can fall into one gap of the clock.
      if (endAt <= startAt) continue;
      if (span !== undefined && startAt <= span.endAt) {
        span.endAt = Math.max(span.endAt, endAt);
        continue;
      }
      if (span !== undefined && span.endAt > from) yield span;
      span = { startAt, endAt };
    }
  }
}

/**
 * The whole time that one of the windows is open at `at` (ms since epoch), else the next one. Undefined when they are never open; without
 * limits when always.
 */
export function spanAt(windows: readonly WeeklyWindow[], zone: TimeZone, at: number): Span | undefined {
  // What is not always open is closed for some time each week; a change of clocks can swallow that once.
  for (const span of spansFrom(windows, zone, at, 22)) return span;
  return undefined;
}

/** Whether one of the windows is open at `at` (ms since epoch), by the clocks of `zone`. */
export function isWithin(windows: readonly WeeklyWindow[], zone: TimeZone, at: number): boolean {
  for (const { startAt } of spansFrom(windows, zone, at)) return startAt <= at;
  return false;
}

/** The parts of each weekday from Monday on, sorted, and whether they leave out no minute of the week, so that they are always open. */
type Week = { parts: readonly (readonly Part[])[]; isWhole: boolean };
/** Reading the windows takes longer than finding who is on call. Like all values here a list of windows is never changed, only replaced. */
const weeks = new WeakMap<readonly WeeklyWindow[], Week>();

function weekOf(windows: readonly WeeklyWindow[]): Week {
  const known = weeks.get(windows);
  if (known !== undefined) return known;
  const parts = Weekday.options.map((weekday) => partsOn(windows, weekday));
  const week = { parts, isWhole: isWholeWeek(parts) };
  weeks.set(windows, week);
  return week;
}

function isWholeWeek(week: Week['parts']): boolean {
  const parts = week.flatMap((ofDay, day) => ofDay.map(({ start, end }) => ({ start: day * minutesADay + start, end: day * minutesADay + end })));
  // What runs past the end of the week is open at its beginning.
  let covered = Math.max(0, ...parts.map(({ end }) => end - minutesAWeek));
  for (const { start, end } of parts) {
    if (start > covered) return false;
    covered = Math.max(covered, end);
  }
  return covered >= minutesAWeek;
}

function partsOn(windows: readonly WeeklyWindow[], weekday: Weekday): Part[] {
  return windows
    .filter(({ days }) => days.includes(weekday))
    .map((window) => {
      const [start, end] = [minutesOf(window.start), minutesOf(window.end)];
      return { start, end: end <= start ? end + minutesADay : end };
    })
    .sort((a, b) => a.start - b.start);
}

const minutesOf = (time: TimeOfDay) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
