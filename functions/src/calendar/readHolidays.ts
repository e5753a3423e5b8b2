import ICAL from 'ical.js';
import { type HolidayDay, tidyDays } from '#domain/calendar/days';
import { DAY } from '#domain/time/instant';

/** `ignored`: events that are no holidays by what can be known of them: not all-day, or repeated otherwise than by the year. */
export type ReadHolidays = { ok: true; days: HolidayDay[]; ignored: number } | { ok: false; problem: string };

/** Years between a rule's start and what is still looked for. */
const mostSteps = 3_000;

class TooLong extends Error {}

/**
 * The holidays of an iCalendar file (RFC 5545), a year back to two years ahead of `now` (ms since epoch). Only all-day events count; each day of a
 * longer one is a holiday. At most as many as a calendar holds, the earliest first. `patience`: how long reading may take (ms); the rules are a stranger's, and some
 * take the library long.
 */
export function readHolidays(text: string, now: number, patience = 5_000): ReadHolidays {
  const began = performance.now();
  const range = { from: dateOf(now - 366 * DAY), to: dateOf(now + 731 * DAY) };
  try {
    const parsed: unknown = ICAL.parse(text);
    // The library's own type of a parsed file is `any[]`.
    const calendar = Array.isArray(parsed) ? new ICAL.Component(parsed as [string, unknown[], unknown[]]) : undefined;
    if (calendar?.name !== 'vcalendar') return { ok: false, problem: 'This is no iCalendar file.' };
    let ignored = 0;
    const days: HolidayDay[] = [];
    for (const event of eventsOf(calendar)) {
      if (performance.now() - began > patience) throw new TooLong();
      const found = daysOf(event, range);
      if (found === undefined) ignored += 1;
      else days.push(...found);
    }
    const { days: tidy, dropped } = tidyDays(days);
    return { ok: true, days: tidy, ignored: ignored + dropped };
  } catch (error) {
    if (error instanceof TooLong) return { ok: false, problem: 'This calendar is too large to read. Choose one with holidays alone.' };
    return { ok: false, problem: 'This is no iCalendar file that can be read.' };
  }
}

type Range = { from: string; to: string };

/** The events, each with what stands in for single occurrences of it. Cancelled ones are left out. */
function eventsOf(calendar: ICAL.Component): ICAL.Event[] {
  const components = calendar.getAllSubcomponents('vevent').filter((component) => component.getFirstPropertyValue('status') !== 'CANCELLED');
  const exceptions = new Map<unknown, ICAL.Component[]>();
  for (const component of components.filter((one) => one.hasProperty('recurrence-id'))) {
    const uid = component.getFirstPropertyValue('uid');
    exceptions.set(uid, [...(exceptions.get(uid) ?? []), component]);
  }
  return components.filter((one) => !one.hasProperty('recurrence-id'))
    .map((component) => new ICAL.Event(component, { exceptions: exceptions.get(component.getFirstPropertyValue('uid')) ?? [] }));
}

/** The days of one event within the range; undefined where it is none that counts. */
function daysOf(event: ICAL.Event, { from, to }: Range): HolidayDay[] | undefined {
  const start = event.component.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || !start.isDate) return undefined;
  const within = (days: HolidayDay[]) => days.filter(({ date }) => from <= date && date <= to);
  if (!event.isRecurring()) return within(spread(event.startDate, event.endDate, event.summary));
  const rules = event.component.getAllProperties('rrule').map((property) => property.getFirstValue());
  if (!rules.every(isYearly)) return undefined;
  const days: HolidayDay[] = [];
  const occurrences = event.iterator();
  for (let step = 0; step < mostSteps; step += 1) {
    const next = occurrences.next();
    // The type says that there is always a next one; at the end there is none.
    if (!(next instanceof ICAL.Time) || dateIn(next) > to) break;
    if (!fits(next, start, rules)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    days.push(...spread(startDate, endDate, item.summary));
  }
  return within(days);
}

/** Other rules are no holidays, and one that never comes true would keep the library searching for ever; nor does a year have more than so many days to name. */
const isYearly = (rule: unknown) => rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && Object.values(rule.parts).every((part) => part.length <= 366) && comesTrue(rule);
/** 31 April never comes, and looking for it on a Monday takes the library seconds. */
const comesTrue = ({ parts: { BYMONTH: months = [1], BYMONTHDAY: days } }: ICAL.Recur): boolean =>
  days === undefined || months.some((month) => days.some((day) => Math.abs(day) <= new Date(Date.UTC(2024, month, 0)).getUTCDate()));

/** Whether the library's occurrence is one by the rule: it makes 1 March of a 29 February that a year does not have, where RFC 5545 (3.3.10) skips it. */
function fits(next: ICAL.Time, start: ICAL.Time, rules: readonly unknown[]): boolean {
  const [rule] = rules;
  if (rules.length !== 1 || !(rule instanceof ICAL.Recur)) return true;
  const { BYMONTH: months, BYMONTHDAY: days } = rule.parts;
  if (Object.keys(rule.parts).length === 0) return next.month === start.month && next.day === start.day;
  return (months?.includes(next.month) ?? true) && (days?.some((day) => day < 0 || day === next.day) ?? true);
}

/** Every date from the start to before the end; the longest school holidays are shorter than a hundred days. */
function spread(start: ICAL.Time, end: ICAL.Time, summary: unknown): HolidayDay[] {
  const name = (typeof summary === 'string' ? summary : '').replace(/\s+/g, ' ').trim().slice(0, 200) || 'Holiday';
  const first = Date.parse(`${dateIn(start)}T00:00Z`);
  const length = Math.round((Date.parse(`${dateIn(end)}T00:00Z`) - first) / DAY);
  if (Number.isNaN(first)) return [];
  return Array.from({ length: Math.min(100, Math.max(1, length || 1)) }, (_, day) => ({ date: dateOf(first + day * DAY), name }));
}

const two = (number: number) => String(number).padStart(2, '0');
const dateIn = ({ year, month, day }: ICAL.Time): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
