import type { Issue } from '../ingest/parsed';
import { DAY, type Instant, MINUTE } from '../time/instant';
import { resolveWallTime, wallTimeAt } from '../time/zone';
import type { MaintenanceWindow, WindowTime } from './maintenanceWindow';

/** One time that a window is on, `[startsAt, endsAt)` in ms since epoch. */
export type Occurrence = { startsAt: Instant; endsAt: Instant };
type Recurring = Exclude<WindowTime, { kind: 'once' }>;
type Window = Pick<MaintenanceWindow, 'time' | 'endedAt'>;

/**
 * The time that the window is on at `at` (ms since epoch); null: it is not. Occurrences that meet or overlap are one, so that nothing pages
 * at midnight in the middle of a weekend. One that was ended by hand ends there.
 */
export function occurrenceAt({ time, endedAt }: Window, at: Instant): Occurrence | null {
  for (const occurrence of endedBy(occurrencesAround(time, at), endedAt)) {
    if (occurrence.startsAt > at) return null;
    if (at < occurrence.endsAt) return occurrence;
  }
  return null;
}

/** The first time that the window begins at `from` (ms since epoch) or later; null: it never does again. */
export function nextOccurrence({ time, endedAt }: Window, from: Instant): Occurrence | null {
  for (const occurrence of endedBy(occurrencesAround(time, from), endedAt)) if (occurrence.startsAt >= from) return occurrence;
  return null;
}

function* endedBy(occurrences: Iterable<Occurrence>, endedAt: Instant | null): Generator<Occurrence, void> {
  for (const { startsAt, endsAt } of occurrences) {
    if (endedAt !== null && endedAt <= startsAt) return;
    yield { startsAt, endsAt: Math.min(endsAt, endedAt ?? endsAt) };
  }
}

/** Further than any occurrence and the rest of its run lie apart: two weeks. A longer run is one without an end, which `windowProblems` refuses. */
const around = 15;
const longestRun = 60;

/** The occurrences around `at` and all after it, met ones merged. The caller stops where it has what it sought; they may also end. */
function* occurrencesAround(time: WindowTime, at: Instant): Generator<Occurrence, void> {
  if (time.kind === 'once') {
    if (time.startsAt < time.endsAt) yield { startsAt: time.startsAt, endsAt: time.endsAt };
    return;
  }
  // A date that the calendar lacks is refused where windows are saved; where one got through, there is nothing to step from.
  if (!isDate(time.firstDate)) return;
  let run: Occurrence | null = null;
  let length = 0;
  for (const { startsAt, endsAt } of singly(time, shifted(wallTimeAt(at, time.timeZone).slice(0, 10), -around))) {
    if (run !== null && startsAt <= run.endsAt && length < longestRun) {
      run = { startsAt: run.startsAt, endsAt: Math.max(run.endsAt, endsAt) };
      length += 1;
      continue;
    }
    if (run !== null) yield run;
    run = { startsAt, endsAt };
    length = 1;
  }
  if (run !== null) yield run;
}

/** How many dates in a row are looked at for the next occurrence: one that no change of clocks eats up comes within two months. */
const searched = 70;

/** Each occurrence by itself, of start dates from `since` on. One that a gap of the clocks swallows whole has no length and is left out. */
function* singly(time: Recurring, since: string): Generator<Occurrence, void> {
  let date = since < time.firstDate ? time.firstDate : since;
  for (let inVain = 0; inVain < searched; inVain += 1, date = shifted(date, 1)) {
    if (time.lastDate !== null && date > time.lastDate) return;
    if (!startsOn(time, date)) continue;
    const startsAt = resolveWallTime(`${date}T${time.from}`, time.timeZone, 'first');
    const endsAt = resolveWallTime(wallEnd(date, time), time.timeZone, 'last');
    if (endsAt <= startsAt) continue;
    yield { startsAt, endsAt };
    inVain = 0;
  }
}

function startsOn(time: Recurring, date: string): boolean {
  switch (time.kind) {
    case 'weekly': return time.weekdays.includes(weekdayOf(date));
    // A month without the day takes its last one.
    case 'monthly': return Number(date.slice(8)) === Math.min(time.dayOfMonth, daysInMonthOf(date));
    default: return time satisfies never;
  }
}

/** What the clocks show at its end: a window from 02:00 of two hours ends when they show 04:00, whatever happened to them meanwhile. */
const wallEnd = (date: string, { from, lengthMinutes }: Recurring) =>
  new Date(Date.parse(`${date}T${from}Z`) + lengthMinutes * MINUTE).toISOString().slice(0, 16);

const midnight = (date: string) => Date.parse(`${date}T00:00Z`);
const shifted = (date: string, days: number) => new Date(midnight(date) + days * DAY).toISOString().slice(0, 10);
/** 1 (Monday) to 7 (Sunday). */
const weekdayOf = (date: string) => new Date(midnight(date)).getUTCDay() || 7;
const daysInMonthOf = (date: string) => new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();

/** Whether a date such as 2026-02-30, which has the right form, is in the calendar. */
const isDate = (date: string) => !Number.isNaN(midnight(date)) && shifted(date, 0) === date;

/** What is wrong with the time of a window that somebody saves at `now` (ms since epoch); `path` from the command's root. */
export function windowProblems(time: WindowTime, now: Instant): Issue[] {
  if (time.kind === 'once') {
    if (time.endsAt <= time.startsAt) return [{ path: 'time.endsAt', message: 'must be after the start' }];
    return time.endsAt <= now ? [{ path: 'time.endsAt', message: 'is in the past' }] : [];
  }
  const wrong = (['firstDate', 'lastDate'] as const).filter((field) => { const date = time[field]; return date !== null && !isDate(date); });
  if (wrong.length > 0) return wrong.map((field) => ({ path: `time.${field}`, message: 'is not in the calendar' }));
  if (time.lastDate !== null && time.lastDate < time.firstDate) return [{ path: 'time.lastDate', message: 'must not be before the first date' }];
  const tooLong = lengthProblem(time);
  if (tooLong !== null) return [{ path: 'time.lengthMinutes', message: tooLong }];
  const isOver = occurrenceAt({ time, endedAt: null }, now) === null && nextOccurrence({ time, endedAt: null }, now) === null;
  return isOver ? [{ path: 'time.lastDate', message: 'leaves no occurrence from now on' }] : [];
}

/** Days between the starts of a weekly window, around the week: Saturday and Sunday are 1 and 6. */
function stepsOf(weekdays: readonly number[]): number[] {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  return days.map((day, index) => (days[index + 1] ?? (days[0] ?? day) + 7) - day);
}

function lengthProblem(time: Recurring): string | null {
  if (time.kind === 'monthly') return null;
  const days = stepsOf(time.weekdays).map((step) => step * 24 * 60);
  if (days.some((step) => step < time.lengthMinutes)) return 'is longer than from one start to the next';
  return days.every((step) => step === time.lengthMinutes) ? 'leaves no time between: the window would never end' : null;
}
