import { DAY } from '#domain/time/instant';
import { addMonths, dateOf, resolveWall, wallAt } from '#domain/time/wallClock';
import type { Wall } from '#domain/time/wallClock';
import type { Span } from '#domain/time/weeklyWindow';

export type View = 'week' | 'month';
/** One day of a calendar: its date, and from its first midnight to the next one's, in ms since epoch. A day can have 23 or 25 hours. */
export type Day = Span & { date: string };

const midnightOf = (wall: Wall): Wall => Math.floor(wall / DAY) * DAY;
/** The Monday at whose midnight the week of a wall time begins. 1970-01-01 was a Thursday. */
const mondayOf = (wall: Wall): Wall => midnightOf(wall) - (((Math.floor(wall / DAY) + 3) % 7) + 7) % 7 * DAY;
const monthOf = (wall: Wall): Wall => addMonths(midnightOf(wall), 0) - (new Date(wall).getUTCDate() - 1) * DAY;

/** `count` days in a row in `zone` from the midnight of a wall time. */
export function daysFrom(wall: Wall, count: number, zone: string): Day[] {
  return Array.from({ length: count }, (_, index) => {
    const day = midnightOf(wall) + index * DAY;
    return { date: dateOf(day), startAt: resolveWall(day, zone, 'first'), endAt: resolveWall(day + DAY, zone, 'first') };
  });
}

/** The days of four weeks from the day of `at` (ms since epoch) in `zone`. */
export const fourWeeksFrom = (at: number, zone: string): Day[] => daysFrom(wallAt(at, zone), 28, zone);

/** The rows of a calendar around the day of `at` (ms since epoch): one of each day of a week, or one of each week that touches the month. */
export function rowsOf(view: View, at: number, zone: string): Day[][] {
  const wall = wallAt(at, zone);
  if (view === 'week') return daysFrom(mondayOf(wall), 7, zone).map((day) => [day]);
  const first = monthOf(wall);
  const rows: Day[][] = [];
  for (let monday = mondayOf(first); monday < addMonths(first, 1); monday += 7 * DAY) rows.push(daysFrom(monday, 7, zone));
  return rows;
}

/** The instant a week or month on (`by` 1) or back (-1) from `at`, both ms since epoch. */
export function stepped(view: View, at: number, by: number, zone: string): number {
  const wall = wallAt(at, zone);
  return resolveWall(view === 'week' ? mondayOf(wall) + by * 7 * DAY : addMonths(monthOf(wall), by), zone, 'first');
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** What the calendar shows, as its heading: `November 2026`, or `16 to 22 Nov 2026`. */
export function headingOf(view: View, at: number, zone: string): string {
  const wall = wallAt(at, zone);
  const nameOf = (when: Wall) => months[new Date(when).getUTCMonth()] ?? '';
  if (view === 'month') return `${nameOf(wall)} ${new Date(wall).getUTCFullYear()}`;
  const [first, last] = [mondayOf(wall), mondayOf(wall) + 6 * DAY];
  const start = nameOf(first) === nameOf(last) ? `${new Date(first).getUTCDate()}` : `${new Date(first).getUTCDate()} ${nameOf(first).slice(0, 3)}`;
  return `${start} to ${new Date(last).getUTCDate()} ${nameOf(last).slice(0, 3)} ${new Date(last).getUTCFullYear()}`;
}

/** A part of something on a strip, in percent of its width; `begins`, `ends`: whether it does so on this strip. */
export type Placed<T> = { item: T; lane: number; left: number; width: number; begins: boolean; ends: boolean };

/** Where spans lie on a strip `[from, to)`, each in the first lane that is free; those that lie outside are left out. */
export function placed<T extends Span>(items: readonly T[], { startAt: from, endAt: to }: Span): Placed<T>[] {
  const free: number[] = [];
  return items.filter(({ startAt, endAt }) => endAt > from && startAt < to).sort((a, b) => a.startAt - b.startAt).map((item) => {
    const [start, end] = [Math.max(item.startAt, from), Math.min(item.endAt, to)];
    const found = free.findIndex((until) => until <= start);
    const lane = found === -1 ? free.length : found;
    free[lane] = end;
    return { item, lane, left: ((start - from) / (to - from)) * 100, width: ((end - start) / (to - from)) * 100, begins: item.startAt >= from, ends: item.endAt <= to };
  });
}
