import { DAY, type Instant } from '../time/instant';
import { type Wall, wallAt } from '../time/wallClock';
import type { Span } from '../time/weeklyWindow';
import type { TimeZone } from '../time/zone';

const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What is read: the zone that the words are in, and the time `[now, until)` that was looked at. */
export type Read = { zone: TimeZone; now: Instant; until: Instant };

/**
 * When something holds, in the zone that is named with it: `Thu 03:00 to 04:00 (Europe/Berlin)`, `until Mon 09:00 (UTC)`, `from Thu 10 Dec 22:00 on (UTC)`; `throughout the
 * next 60 days` where it is all that was looked at. Days have their names, never "today": what is found is read later than it was found.
 */
export function spanWords({ startAt, endAt }: Span, read: Read): string {
  const { zone, now, until } = read;
  if (startAt <= now && endAt >= until) return 'throughout the next 60 days';
  if (startAt <= now) return `until ${momentWords(endAt, read)} (${zone})`;
  const start = momentWords(startAt, read);
  if (endAt >= until) return `from ${start} on (${zone})`;
  const [first, last] = [wallAt(startAt, zone), wallAt(endAt, zone)];
  return `${start} to ${dayOf(first) === dayOf(last) ? clockOf(last) : momentWords(endAt, read)} (${zone})`;
}

/** A moment by its weekday and clock, with the date from a week ahead on: `Thu 03:00`, `Thu 10 Dec 03:00`. */
export function momentWords(at: Instant, { zone, now }: Read): string {
  const wall = wallAt(at, zone);
  const day = dayOf(wall);
  const weekday = weekdays[((day % 7) + 7) % 7] ?? '';
  if (day - dayOf(wallAt(now, zone)) < 7) return `${weekday} ${clockOf(wall)}`;
  const [, month, date] = new Date(wall).toISOString().slice(0, 10).split('-');
  return `${weekday} ${Number(date)} ${months[Number(month) - 1] ?? ''} ${clockOf(wall)}`;
}

/** Days since 1970-01-01, a Thursday. */
const dayOf = (wall: Wall) => Math.floor(wall / DAY);
const clockOf = (wall: Wall) => new Date(wall).toISOString().slice(11, 16);

/** Names as they are listed: `Sam`, `Sam and Priya`, `Sam, Priya and Ada`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
