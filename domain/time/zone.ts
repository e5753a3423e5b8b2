import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * An IANA time zone id that this runtime knows, such as `Europe/Berlin` or `UTC`. Fixed offsets (`+01:00`) are refused
 * even where Intl takes them: a handoff at 09:00 has to follow the clocks that people there read.
 */
export const TimeZone = z.string().max(64).refine(isTimeZone, { error: 'not an IANA time zone' });
export type TimeZone = z.infer<typeof TimeZone>;

/** A date and time of day without a zone, to the minute: `YYYY-MM-DDTHH:mm`. The date exists in the calendar. */
export const WallTime = z.string().refine(isWallTime, { error: 'not a local time of the form YYYY-MM-DDTHH:mm' });
export type WallTime = z.infer<typeof WallTime>;

/** A length on the wall clock and the calendar, in one unit. A day is a date further, whatever it takes in hours. */
export type WallStep = { hours: number } | { days: number } | { weeks: number } | { months: number };

/**
 * The instant, in ms since epoch, at which clocks in `zone` show `local`.
 * A wall time that occurs twice is its first or last occurrence, as `occurrence` says: first for a start or a handoff,
 * last for the end of a window. One that a change of clocks skips is the first instant after the gap, for both.
 *
 * Temporal's default disambiguation is not used: it moves a skipped 02:30 to 03:30, where a handoff belongs at 03:00.
 * Its `earlier` answer for a skipped time lies before the gap, so it shows another wall time than the one asked for;
 * the gap is then the zone's next transition.
 */
export function resolveWallTime(local: WallTime, zone: TimeZone, occurrence: 'first' | 'last'): number {
  const wall = Temporal.PlainDateTime.from(local);
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!first.toPlainDateTime().equals(wall)) {
    // Without a next transition there was no gap, and the time would have round-tripped: the fallback is for the type.
    return (first.getTimeZoneTransition('next') ?? first).epochMilliseconds;
  }
  if (occurrence === 'first') return first.epochMilliseconds;
  return wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

/** What clocks in `zone` show at `at` (ms since epoch), cut off to the minute. */
export function wallTimeAt(at: number, zone: TimeZone): WallTime {
  const shown = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone).toPlainDateTime();
  return shown.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString({ smallestUnit: 'minute' });
}

/**
 * `local` plus `k` times `step` on the wall clock, where `k` may be negative. Zones play no part: resolve the result.
 * A month without the day takes its last one: 31 January plus 1 month is 28 or 29 February, plus 2 is 31 March,
 * because both are counted from `local`, not from each other.
 */
export function addWall(local: WallTime, step: WallStep, k: number): WallTime {
  const { unit, count } = unitOf(step);
  return Temporal.PlainDateTime.from(local).add({ [unit]: count * k }).toString({ smallestUnit: 'minute' });
}

/** How many whole steps fit between two wall times, rounded towards zero; negative when `to` is the earlier one. */
export function wallStepsBetween(from: WallTime, to: WallTime, step: WallStep): number {
  const { unit, count } = unitOf(step);
  const between = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), { largestUnit: unit });
  return Math.trunc(between[unit] / count);
}

function unitOf(step: WallStep): { unit: 'hours' | 'days' | 'weeks' | 'months'; count: number } {
  if ('hours' in step) return { unit: 'hours', count: step.hours };
  if ('days' in step) return { unit: 'days', count: step.days };
  if ('weeks' in step) return { unit: 'weeks', count: step.weeks };
  return { unit: 'months', count: step.months };
}

// Asking Intl takes 50 µs, and every stored person, service and schedule is asked about at each read.
const knownZones = new Set<string>();

function isTimeZone(text: string): boolean {
  if (knownZones.has(text)) return true;
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    // Throws RangeError for a zone it does not know: Intl has no other way to ask.
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    knownZones.add(text);
    return true;
  } catch {
    return false;
  }
}

function isWallTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false;
  const asUtc = new Date(`${text}Z`);
  // The parser carries 30 February over into March: only a time that comes back unchanged exists.
  return !Number.isNaN(asUtc.getTime()) && asUtc.toISOString().slice(0, 16) === text;
}
