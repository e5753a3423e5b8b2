import { logger } from 'firebase-functions';
import { configuration } from '../store/configuration';
import { holidayCalendars, recordReading } from '../store/holidayCalendars';
import { fetchHolidays } from './fetchHolidays';

/**
 * Reads every holiday calendar's address anew, once a day. One that can't be read keeps the days that it has, and says why: an old holiday is better than none. `now` in
 * ms since epoch. Answers how many could not be read.
 */
export async function refreshHolidayCalendars(now: number): Promise<number> {
  const failed = await Promise.all((await holidayCalendars()).map(async (calendar) => {
    if (calendar.url === null) return false;
    const read = await fetchHolidays(calendar.url, now);
    await recordReading(calendar, read.ok ? { days: read.days, fetchedAt: now, problem: null } : { problem: read.problem });
    if (!read.ok) logger.warn(`the holiday calendar ${calendar.id}: ${read.problem}`);
    return !read.ok;
  }));
  await configuration(true);
  return failed.filter(Boolean).length;
}
