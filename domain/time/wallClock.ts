import { Temporal } from 'temporal-polyfill';
import { DAY } from './instant';
import type { TimeZone } from './zone';

// The same answers as `./zone`, as numbers and some hundred times as fast, for what resolves thousands of wall times at once: Temporal is asked
// once for a zone's changes of clocks in a stretch of years, and arithmetic does the rest. The tests hold the one to the other.

/** What clocks show, as the ms since epoch at which they would show it in UTC. To the minute where a person entered it. */
export type Wall = number;

/** A stretch `[startAt, endAt)` of one offset from UTC, all in ms. */
type Period = { startAt: number; endAt: number; offset: number };

const stretch = 400 * DAY;
/** No offset is further from UTC, so that a wall time and its instant lie within one stretch and its margin. */
const margin = 3 * DAY;
/** The periods of a zone, per stretch since 1970. They never change while a program runs: the zone database is a part of the runtime. */
const known = new Map<TimeZone, Map<number, readonly Period[]>>();

/** The wall time that `local` (`YYYY-MM-DDTHH:mm`, or a date alone for its midnight) names. */
export const wallOf = (local: string): Wall => Date.parse(local.length === 10 ? local : `${local}Z`);

/** The date of a wall time: `YYYY-MM-DD`. */
export const dateOf = (wall: Wall): string => new Date(wall).toISOString().slice(0, 10);

/** What clocks in `zone` show at `at` (ms since epoch). */
export function wallAt(at: number, zone: TimeZone): Wall {
  for (const period of periodsAround(at, zone)) if (at < period.endAt) return at + period.offset;
  throw new RangeError(`not an instant: ${at}`);
}

/**
 * The instant, in ms since epoch, at which clocks in `zone` show `wall`. One that occurs twice is its first or its last occurrence, as
 * `occurrence` says; one that a change of clocks skips is the first instant after the gap, for both.
 */
export function resolveWall(wall: Wall, zone: TimeZone, occurrence: 'first' | 'last'): number {
  let found: number | undefined;
  for (const period of periodsAround(wall, zone)) {
    const at = wall - period.offset;
    // This period's clocks began later than that: the one before had it last, or it was skipped between the two.
    if (at < period.startAt) return found ?? period.startAt;
    if (at >= period.endAt) continue;
    if (occurrence === 'first') return at;
    found = at;
  }
  if (found === undefined) throw new RangeError(`not a wall time: ${wall}`);
  return found;
}

/** `wall` plus so many months, which may be negative. A month without the day takes its last one: count from one anchor, not from the result. */
export function addMonths(wall: Wall, months: number): Wall {
  const date = new Date(wall);
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay)) + timeOfDay(wall);
}

/** How many months the calendar counts from one wall time's month to another's. */
export function monthsBetween(from: Wall, to: Wall): number {
  const [start, end] = [new Date(from), new Date(to)];
  return (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
}

/** The time of day of a wall time, in ms since its midnight. */
const timeOfDay = (wall: Wall) => wall - Math.floor(wall / DAY) * DAY;

function periodsAround(ms: number, zone: TimeZone): readonly Period[] {
  const index = Math.floor(ms / stretch);
  let ofZone = known.get(zone);
  if (ofZone === undefined) known.set(zone, (ofZone = new Map<number, readonly Period[]>()));
  let periods = ofZone.get(index);
  if (periods === undefined) ofZone.set(index, (periods = periodsBetween(index * stretch - margin, (index + 1) * stretch + margin, zone)));
  return periods;
}

/** The first one starts, and the last one ends, as if nothing ever changed outside. */
function periodsBetween(from: number, to: number, zone: TimeZone): Period[] {
  const periods: Period[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (let startAt = -Infinity; ; ) {
    const next = moment.getTimeZoneTransition('next');
    const endAt = next === null || next.epochMilliseconds >= to ? Infinity : next.epochMilliseconds;
    periods.push({ startAt, endAt, offset: moment.offsetNanoseconds / 1_000_000 });
    if (next === null || endAt === Infinity) return periods;
    moment = next;
    startAt = endAt;
  }
}
