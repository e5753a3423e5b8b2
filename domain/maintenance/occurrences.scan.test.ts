import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../time/instant';
import { WindowTime } from './maintenanceWindow';
import { nextOccurrence, occurrenceAt } from './occurrences';

// Held to a walk through the minutes that knows nothing of offsets and of Temporal: it reads the clock at every minute of a month around a
// change of clocks. A window starts at the first minute that shows its start or later; it ends at the last minute that shows its end, or where
// none shows it, at the first that shows later.

const dayLong = 24 * 60;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const weekly = (weekdays: number[], from: string, lengthMinutes: number, dates = { firstDate: '2026-01-01', lastDate: null as string | null }) =>
  ({ kind: 'weekly', weekdays, from, lengthMinutes, ...dates });
const monthly = (dayOfMonth: number, from: string, lengthMinutes: number) =>
  ({ kind: 'monthly', dayOfMonth, from, lengthMinutes, firstDate: '2026-01-01', lastDate: null });
const times = [
  weekly([7], '02:00', 120), weekly([6, 7], '23:30', 180), weekly(everyDay, '01:45', 30), weekly(everyDay, '02:10', 20),
  weekly(everyDay, '00:00', dayLong - 30), weekly([6, 7], '00:00', dayLong), weekly([1], '03:00', 6.5 * dayLong),
  weekly([5, 6, 7], '02:30', 90, { firstDate: '2026-03-08', lastDate: '2026-10-25' }), monthly(31, '01:15', 60), monthly(29, '12:00', 2 * dayLong),
];
const changes: [zone: string, date: string][] = [
  ['Europe/Berlin', '2026-03-29'], ['Europe/Berlin', '2026-10-25'], ['America/New_York', '2026-03-08'], ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'], ['Australia/Lord_Howe', '2026-10-04'], ['America/Santiago', '2026-04-05'], ['America/Santiago', '2026-09-06'],
];

/** What clocks show, by minute. */
type Minute = { t: number; wall: string };
function minutesAround(timeZone: string, middle: number): Minute[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: 34 * dayLong }, (_, index) => {
    const t = middle + (index - 17 * dayLong) * MINUTE;
    return { t, wall: clock.format(t).replace(' ', 'T') };
  });
}

function isDayOf(time: Exclude<WindowTime, { kind: 'once' }>, date: string): boolean {
  if (date < time.firstDate || (time.lastDate !== null && date > time.lastDate)) return false;
  const noon = Date.parse(`${date}T12:00Z`);
  if (time.kind === 'weekly') return time.weekdays.includes(new Date(noon).getUTCDay() || 7);
  const isLast = new Date(noon + DAY).getUTCDate() === 1;
  return Number(date.slice(8)) === time.dayOfMonth || (isLast && Number(date.slice(8)) < time.dayOfMonth);
}

/** The minutes at which the window is on, as runs `start – end`. */
function runsOf(time: Exclude<WindowTime, { kind: 'once' }>, minutes: readonly Minute[]): { startsAt: number; endsAt: number }[] {
  const on = new Set<number>();
  for (const date of new Set(minutes.map(({ wall }) => wall.slice(0, 10)))) {
    if (!isDayOf(time, date)) continue;
    const start = `${date}T${time.from}`;
    const end = new Date(Date.parse(`${start}Z`) + time.lengthMinutes * MINUTE).toISOString().slice(0, 16);
    const first = minutes.findIndex(({ wall }) => wall >= start);
    const shown = minutes.findLastIndex(({ wall }) => wall === end);
    const after = shown >= 0 ? shown : minutes.findIndex(({ wall }) => wall >= end);
    for (const { t } of minutes.slice(first, after < 0 ? undefined : after)) on.add(t);
  }
  const runs: { startsAt: number; endsAt: number }[] = [];
  for (const { t } of minutes) {
    const last = runs.at(-1);
    if (!on.has(t)) continue;
    if (last?.endsAt === t) last.endsAt = t + MINUTE;
    else runs.push({ startsAt: t, endsAt: t + MINUTE });
  }
  return runs;
}

describe('against a walk through every minute', () => {
  it.each(changes)('%s around %s', (timeZone, date) => {
    const middle = Date.parse(`${date}T12:00Z`);
    const minutes = minutesAround(timeZone, middle);
    // Away from the ends of the walk, where it sees only parts.
    const [from, until] = [middle - 9 * DAY, middle + 9 * DAY];
    for (const time of times.map((each) => WindowTime.parse({ ...each, timeZone }))) {
      if (time.kind === 'once') throw new Error('recurring times only');
      const window = { time, endedAt: null };
      const expected = runsOf(time, minutes).filter(({ startsAt }) => startsAt >= from && startsAt < until);
      const found: typeof expected = [];
      for (let next = nextOccurrence(window, from); next !== null && next.startsAt < until; next = nextOccurrence(window, next.endsAt)) found.push(next);
      expect(found, JSON.stringify(time)).toEqual(expected);
      for (const run of expected) {
        for (const t of [run.startsAt, (run.startsAt + run.endsAt) / 2, run.endsAt - 1]) expect(occurrenceAt(window, t)).toEqual(run);
        for (const t of [run.startsAt - 1, run.endsAt]) expect(occurrenceAt(window, t)).toBeNull();
      }
    }
  });
});
