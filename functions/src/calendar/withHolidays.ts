import type { FeedSchedule } from '#domain/calendar/feed';
import { holidaysOf } from '#domain/escalation/targets';
import type { Configuration } from '../store/configuration';

/** Every schedule beside the dates of its holiday calendar. */
export function withHolidays({ schedules, holidays }: Pick<Configuration, 'schedules' | 'holidays'>): FeedSchedule[] {
  return Object.values(schedules).map((schedule) => ({ schedule, holidays: holidaysOf(schedule, { holidays }) }));
}
