import { HolidayCalendar } from '#domain/oncall/holidays';
import { watchedQuery } from './watch';

/** Every list of holidays. Members only. */
export const holidayCalendars = watchedQuery('holidayCalendars', ({ sdk, db }) => sdk.collection(db, 'holidayCalendars'), HolidayCalendar);
