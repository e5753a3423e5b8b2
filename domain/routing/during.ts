import { DAY } from '../time/instant';
import { resolveWallTime, wallTimeAt } from '../time/zone';
import type { TimeOfWeek } from './rule';

/**
 * Whether `at` (ms since epoch) lies within the span on one of its weekdays, `[from, until)` by the clocks of its zone. One that goes past
 * midnight belongs to the weekday on which it starts; `from` = `until` is 24 hours. Across a change of clocks the first occurrence of
 * `from` and the last of `until` count. A time of day that does not exist (25:00) is never.
 */
export function isDuring({ weekdays, from, until, timeZone }: TimeOfWeek, at: number): boolean {
  if (!isTimeOfDay(from) || !isTimeOfDay(until)) return false;
  const wall = wallTimeAt(at, timeZone);
  const today = wall.slice(0, 10);
  const isOvernight = until <= from;
  const starts = isOvernight ? [shifted(today, -1), today] : [today];
  return starts.filter((date) => weekdays.includes(weekdayOf(date))).some((date) => {
    const startAt = resolveWallTime(`${date}T${from}`, timeZone, 'first');
    return startAt <= at && at < resolveWallTime(`${isOvernight ? shifted(date, 1) : date}T${until}`, timeZone, 'last');
  });
}

/** Whether a text such as 22:00 is a time of day. */
export function isTimeOfDay(text: string): boolean {
  const [hours, minutes] = text.split(':').map(Number);
  return hours !== undefined && minutes !== undefined && hours < 24 && minutes < 60;
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The time of day of `at` and the span that it lies in, for people: `at 23:12 (Mon, Tue 22:00 to 06:00, Europe/Berlin)`. */
export function duringWords({ weekdays, from, until, timeZone }: TimeOfWeek, at: number): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b).map((weekday) => weekdayNames[weekday - 1]);
  const which = days.length === 7 ? 'every day' : days.join(', ');
  return `at ${wallTimeAt(at, timeZone).slice(11)} (${which} ${from} to ${until}, ${timeZone})`;
}

/** 1 (Monday) to 7 (Sunday) of a date of the calendar. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
