import { z } from 'zod';
import { DAY, Instant } from '../time/instant';
import { dateOf, resolveWall, wallAt, wallOf } from '../time/wallClock';
import type { Span } from '../time/weeklyWindow';
import type { TimeZone } from '../time/zone';

/** A date that exists in the calendar: `YYYY-MM-DD`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A list of holidays that schedules share, entered by hand or fetched from `url` (an iCalendar file). `problem` is why the last fetch failed, in words. */
export const HolidayCalendar = z.strictObject({
  id: z.string().min(1).max(128),
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https$/ }).max(2_000).nullable(),
  days: z.array(z.strictObject({ date: LocalDate, name: z.string().trim().min(1).max(200) })).max(1_000),
  fetchedAt: Instant.nullable(),
  problem: z.string().max(500).nullable(),
});
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;

/** The dates of a schedule's calendar, as the engine takes them; none without one. */
export const holidayDates = (calendar: HolidayCalendar | null | undefined): LocalDate[] => (calendar?.days ?? []).map(({ date }) => date);

/**
 * The holidays that run at `from` (ms since epoch) or come later, as sorted spans, days in a row as one. A holiday is its date from the first
 * 00:00 to the first 00:00 of the next day in `zone`, so that dates never overlap; a date that a zone skipped has no length.
 */
export function* holidaySpans(dates: readonly LocalDate[], zone: TimeZone, from: number): Generator<Span, void> {
  const earliest = dateOf(wallAt(from, zone) - 2 * DAY);
  let span: Span | undefined;
  for (const date of [...new Set(dates)].filter((one) => one >= earliest).sort()) {
    const startAt = resolveWall(wallOf(date), zone, 'first');
    const endAt = resolveWall(wallOf(date) + DAY, zone, 'first');
    if (endAt <= startAt) continue;
    if (span?.endAt === startAt) {
      span.endAt = endAt;
      continue;
    }
    if (span !== undefined) yield span;
    span = { startAt, endAt };
  }
  if (span !== undefined) yield span;
}
