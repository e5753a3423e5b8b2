import { tidyDays } from '#domain/calendar/days';
import type { CommandAnswer } from '#domain/command/answer';
import type { OnCallCommand } from '#domain/command/command';
import { HolidayCalendar } from '#domain/oncall/holidays';
import type { Person } from '#domain/people/person';
import { fetchHolidays } from '../calendar/fetchHolidays';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { save } from '../store/saved';
import { refusal } from './refusal';

type Sent<T extends OnCallCommand['type']> = Extract<OnCallCommand, { type: T }>;

/** Saves a holiday calendar. A new address is read at once, and refused where it can't be; from then on it is read daily. */
export async function saveHolidayCalendar({ calendarId, name, url, days, commandId }: Sent<'saveHolidayCalendar'>, sender: Person): Promise<CommandAnswer> {
  const id = calendarId ?? idOf('holidayCalendar', sender.id, commandId).slice(0, 20);
  const { calendars } = await configuration(true);
  if (Object.values(calendars).some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())) {
    throw refusal('invalid', [{ path: 'name', message: 'Another holiday calendar has this name.' }], 'Another holiday calendar has this name.');
  }
  const known = read(HolidayCalendar, await at.holidayCalendar(id).get());
  if (known === undefined && calendarId !== null) throw refusal('no-such-calendar');
  const fetched = url === null || url === known?.url ? undefined : await readNow(url);
  const saved = await save({
    ref: at.holidayCalendar(id), schema: HolidayCalendar, sender, commandId,
    change: (before, now) => {
      if (before === undefined && calendarId !== null) throw refusal('no-such-calendar');
      if (url === null) return { id, name, url, days: tidyDays(days).days, fetchedAt: null, problem: null };
      if (fetched !== undefined) return { id, name, url, days: fetched.days, fetchedAt: now, problem: null };
      return { id, name, url, days: before?.days ?? [], fetchedAt: before?.fetchedAt ?? null, problem: before?.problem ?? null };
    },
  });
  return { outcome: 'done', code: 'saveHolidayCalendar', message: `${name} is saved, with ${counted(saved?.days.length ?? 0)}.${leftOut(fetched?.ignored ?? 0)}`, savedId: id };
}

/** Refused while a schedule or the support hours of a service go by it. */
export async function removeHolidayCalendar({ calendarId, commandId }: Sent<'removeHolidayCalendar'>, sender: Person): Promise<CommandAnswer> {
  const { schedules, services } = await configuration(true);
  const using = [
    ...Object.values(schedules).filter(({ holidayCalendarId }) => holidayCalendarId === calendarId).map(({ name }) => name),
    ...Object.values(services).filter(({ supportHours }) => supportHours?.holidayCalendarId === calendarId).map(({ name }) => name),
  ];
  if (using.length > 0) throw refusal('in-use', [], `${using.join(', ')} still ${using.length === 1 ? 'goes' : 'go'} by it. Take it out there first.`);
  await save({
    ref: at.holidayCalendar(calendarId), schema: HolidayCalendar, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-calendar');
      return null;
    },
  });
  return { outcome: 'done', code: 'removeHolidayCalendar', message: 'The holiday calendar is removed.', savedId: calendarId };
}

async function readNow(url: string) {
  const fetched = await fetchHolidays(url, Date.now());
  if (!fetched.ok) throw refusal('invalid', [{ path: 'url', message: fetched.problem }], fetched.problem);
  return fetched;
}

const leftOut = (events: number) => (
  events === 0 ? '' : ` ${events === 1 ? 'One event was' : `${events} events were`} left out: only all-day events count, once or every year.`);
const counted = (days: number) => (days === 1 ? 'one holiday' : `${days} holidays`);
