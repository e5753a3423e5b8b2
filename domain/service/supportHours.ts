import { addWall, resolveWallTime, type TimeZone, wallTimeAt } from '../time/zone';
import { spansFrom, isWithin } from '../time/weeklyWindow';
import { DAY, type Instant } from '../time/instant';
import type { Service } from './service';

type Holidays = { holidays?: Readonly<Record<string, readonly string[]>> };

/** Whether somebody is at work for this service at `at` (ms since epoch); always, where it has no support hours. */
export function inSupportHours(service: Service | undefined, facts: Holidays, at: Instant): boolean {
  const hours = service?.supportHours;
  if (hours === undefined) return true;
  return isWithin(hours.windows, hours.timeZone, at) && !isHoliday(hours, facts, at);
}

/** When somebody is next at work for it: `at` itself within the hours, else the next start, a week and a half away at most. */
export function nextSupportHours(service: Service | undefined, facts: Holidays, at: Instant): Instant {
  const hours = service?.supportHours;
  if (hours === undefined || inSupportHours(service, facts, at)) return at;
  for (const { startAt, endAt } of spansFrom(hours.windows, hours.timeZone, at)) {
    if (startAt > at + 10 * DAY) break;
    // A span may run over several days, the first of them holidays.
    for (let day = Math.max(startAt, at); day < Math.min(endAt, at + 10 * DAY); day = nextMidnight(day, hours.timeZone)) {
      if (!isHoliday(hours, facts, day)) return day;
    }
  }
  return at;
}

const nextMidnight = (at: Instant, zone: TimeZone): Instant => resolveWallTime(addWall(`${wallTimeAt(at, zone).slice(0, 10)}T00:00`, { days: 1 }, 1), zone, 'first');

function isHoliday({ holidayCalendarId, timeZone }: NonNullable<Service['supportHours']>, { holidays }: Holidays, at: Instant): boolean {
  return holidayCalendarId !== null && (holidays?.[holidayCalendarId] ?? []).includes(wallTimeAt(at, timeZone).slice(0, 10));
}
