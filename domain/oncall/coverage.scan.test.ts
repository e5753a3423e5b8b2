import { describe, expect, it } from 'vitest';
import type { Weekday, WeeklyWindow } from '../time/weeklyWindow';
import { onCallAt, shiftsBetween } from './oncall';
import { Layer, type Rotation, type Schedule } from './schedule';

// A second opinion on who is on call, every 30 seconds of a week around a change of clocks. It reads what the clock shows in every minute from
// Intl, finds each boundary in that list by the rule, and shares no code with the engine.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEKDAYS: Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const CHANGES: [zone: string, around: string][] = [
  ['America/Chicago', '2024-03-10T08:00Z'], ['America/Chicago', '2024-11-03T07:00Z'],
  ['Europe/London', '2024-03-31T01:00Z'], ['Europe/London', '2024-10-27T01:00Z'],
  ['Australia/Lord_Howe', '2024-04-06T15:00Z'], ['Australia/Lord_Howe', '2024-10-05T15:30Z'],
  ['America/Santiago', '2024-04-07T03:00Z'], ['America/Santiago', '2024-09-08T04:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
];
const hour = (length: number, start: string): Rotation => ({ type: 'hourly', length, startLocal: `2013-05-07T${start}` });
const day = (length: number, start: string): Rotation => ({ type: 'daily', length, startLocal: `2009-05-07T${start}` });
const week = (start: string): Rotation => ({ type: 'weekly', length: 1, startLocal: start });
const workdays: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];
const weekend: Weekday[] = ['SA', 'SU'];

/** Rotations and windows that meet the changes in every way: inside, at the edges and across. Half the layers are without windows. */
const LAYERS: [rotation: Rotation, windows: WeeklyWindow[] | null][] = [
  [hour(1, '02:30'), null], [hour(5, '00:00'), null], [hour(24, '01:30'), null], [day(1, '02:15'), null], [day(2, '00:00'), null],
  [week('2009-05-10T01:45'), null],
  [day(1, '01:30'), [{ days: [...weekend, 'FR'], start: '01:30', end: '01:45' }, { days: [...weekend, 'MO'], start: '02:10', end: '02:40' }]],
  [hour(3, '23:30'), [{ days: weekend, start: '22:00', end: '02:30' }, { days: workdays, start: '01:30', end: '01:30' }]],
  [week('2009-05-10T00:00'), [{ days: ['SA', 'SU', 'FR'], start: '00:00', end: '01:30' }, { days: workdays, start: '23:15', end: '00:15' }]],
  [day(1, '09:00'), [{ days: [...workdays, ...weekend], start: '05:00', end: '05:00' }]],
];
const PEOPLE = 3;

type Span = { startAt: number; endAt: number };
type Clock = { minutes: number[]; shown: string[]; seen: Map<string, { first: number; last: number }> };

function readClock(zone: string, around: number): Clock {
  const show = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const minutes = Array.from({ length: 12 * 24 * 60 }, (_, i) => around - 6 * DAY + i * MINUTE);
  const shown = minutes.map((at) => show.format(at).replace(' ', 'T'));
  const seen: Clock['seen'] = new Map();
  minutes.forEach((at, i) => seen.set(shown[i] ?? '', { first: seen.get(shown[i] ?? '')?.first ?? at, last: at }));
  return { minutes, shown, seen };
}

/** When the clock shows `local` for the first or last time, else its first minute after the gap; beyond what was read, without limit. */
function occurrence({ minutes, shown, seen }: Clock, local: string, which: 'first' | 'last'): number {
  if (local < (shown[0] ?? '')) return -Infinity;
  return seen.get(local)?.[which] ?? minutes[shown.findIndex((wall) => wall > local)] ?? Infinity;
}

const textOf = (wall: number) => new Date(wall).toISOString().slice(0, 16);

/** Each turn of a rotation as who has it and when. */
function turnsOf(clock: Clock, rotation: Rotation): (Span & { holder: number })[] {
  const length = rotation.length * { hourly: 60 * MINUTE, daily: DAY, weekly: 7 * DAY, monthly: Number.NaN }[rotation.type];
  const anchor = Date.parse(`${rotation.startLocal}Z`);
  const [first, last] = [clock.shown[0], clock.shown.at(-1)].map((wall) => Date.parse(`${wall ?? ''}Z`));
  const turns: (Span & { holder: number })[] = [];
  for (let k = Math.floor(((first ?? 0) - anchor) / length) - 1; anchor + k * length <= (last ?? 0); k += 1) {
    const [startAt, endAt] = [k, k + 1].map((n) => occurrence(clock, textOf(anchor + n * length), 'first'));
    turns.push({ startAt: startAt ?? 0, endAt: endAt ?? 0, holder: ((k % PEOPLE) + PEOPLE) % PEOPLE });
  }
  return turns;
}

function openTimes(clock: Clock, windows: WeeklyWindow[]): Span[] {
  const dates = new Set(clock.shown.map((wall) => wall.slice(0, 10)));
  // The date that a zone skips is in no clock, but its windows are on the calendar.
  const [first, last] = [[...dates][0], [...dates].at(-1)].map((date) => Date.parse(date ?? ''));
  const spans: Span[] = [];
  for (let date = (first ?? 0) - DAY; date <= (last ?? 0); date += DAY) {
    for (const { days, start, end } of windows) {
      if (!days.includes(WEEKDAYS[new Date(date).getUTCDay()] ?? 'MO')) continue;
      const text = textOf(date).slice(0, 10);
      const endText = textOf(end > start ? date : date + DAY).slice(0, 10);
      spans.push({ startAt: occurrence(clock, `${text}T${start}`, 'first'), endAt: occurrence(clock, `${endText}T${end}`, 'last') });
    }
  }
  return spans;
}

const isIn = (at: number) => ({ startAt, endAt }: Span) => startAt <= at && at < endAt;

describe.each(CHANGES)('a week around the change of clocks in %s at %s', (zone, changeAt) => {
  const around = Date.parse(changeAt);
  const clock = readClock(zone, around);
  const layers = LAYERS.map(([rotation, windows], i) =>
    Layer.parse({ id: `${i}`, name: `${i}`, participants: Array.from({ length: PEOPLE }, (_, holder) => `${i}.${holder}`), rotation, windows }));
  const schedule: Schedule = { id: 's', name: 'S', timeZone: zone, layers, overrides: [], temporary: [], holidayCalendarId: null };
  const [from, to] = [around - 3.5 * DAY, around + 3.5 * DAY];

  const rules = LAYERS.map(([rotation, windows]) => ({ turns: turnsOf(clock, rotation), open: windows && openTimes(clock, windows) }));
  const expectedAt = (at: number) =>
    rules.flatMap(({ turns, open }, i) => (open && !open.some(isIn(at)) ? [] : turns.filter(isIn(at)).map(({ holder }) => `${i}.${holder}`)));

  it('every 30 seconds, the people on call are those of the rule', () => {
    const wrong: string[] = [];
    let people = 0;
    for (let at = from; at < to; at += 30_000) {
      const [expected, came] = [expectedAt(at).join(' '), onCallAt(schedule, at).join(' ')];
      people += expected.split(' ').length;
      if (expected !== came) wrong.push(`${new Date(at).toISOString()}: expected ${expected}, came ${came}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    // Six layers are always on, and the windows of the others are open at times.
    expect(people).toBeGreaterThan(6 * ((to - from) / 30_000) * 1.1);
  });

  it('every 30 seconds, the shifts of the week say the same', () => {
    const shifts = shiftsBetween(schedule, from, to);
    const wrong: string[] = [];
    for (let at = from; at < to; at += 30_000) {
      const [expected, came] = [expectedAt(at).join(' '), shifts.filter(isIn(at)).map(({ userId }) => userId).sort().join(' ')];
      if (expected !== came) wrong.push(`${new Date(at).toISOString()}: expected ${expected}, came ${came}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
