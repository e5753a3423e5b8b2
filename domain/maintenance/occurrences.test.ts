import { describe, expect, it } from 'vitest';
import { WindowTime } from './maintenanceWindow';
import { nextOccurrence, occurrenceAt, windowProblems } from './occurrences';

type Weekly = Extract<WindowTime, { kind: 'weekly' }>;
type Monthly = Extract<WindowTime, { kind: 'monthly' }>;
const weekly = (fields: Partial<Weekly> = {}): Weekly => WindowTime.parse({
  kind: 'weekly', timeZone: 'Europe/Berlin', weekdays: [7], from: '02:00', lengthMinutes: 120, firstDate: '2026-01-01', lastDate: null, ...fields,
}) as Weekly; // What is parsed is of the kind that is written here.
const monthly = (fields: Partial<Monthly> = {}): Monthly => WindowTime.parse({
  kind: 'monthly', timeZone: 'Europe/Berlin', dayOfMonth: 31, from: '22:00', lengthMinutes: 240, firstDate: '2026-01-01', lastDate: null, ...fields,
}) as Monthly; // As above.
const at = (text: string) => Date.parse(text);
const shown = (occurrence: { startsAt: number; endsAt: number } | null) =>
  occurrence && [occurrence.startsAt, occurrence.endsAt].map((moment) => new Date(moment).toISOString().slice(0, 16)).join(' – ');
const running = (time: WindowTime, when: string, endedAt: string | null = null) => shown(occurrenceAt({ time, endedAt: endedAt && at(endedAt) || null }, at(when)));
const next = (time: WindowTime, from: string, endedAt: string | null = null) => shown(nextOccurrence({ time, endedAt: endedAt && at(endedAt) || null }, at(from)));

describe('once', () => {
  const time: WindowTime = { kind: 'once', startsAt: at('2026-11-21T22:00Z'), endsAt: at('2026-11-22T02:00Z') };
  const whole = '2026-11-21T22:00 – 2026-11-22T02:00';
  it.each([['2026-11-21T21:59Z', null], ['2026-11-21T22:00Z', whole], ['2026-11-22T01:59Z', whole], ['2026-11-22T02:00Z', null]])('at %s', (when, expected) => {
    expect(running(time, when)).toBe(expected);
  });
  it('begins once', () => {
    expect(next(time, '2026-11-21T22:00Z')).toBe(whole);
    expect(next(time, '2026-11-21T22:01Z')).toBeNull();
  });
  it('ends when somebody ends it', () => {
    expect(running(time, '2026-11-21T22:30Z', '2026-11-21T23:00Z')).toBe('2026-11-21T22:00 – 2026-11-21T23:00');
    expect(running(time, '2026-11-21T23:00Z', '2026-11-21T23:00Z')).toBeNull();
    expect(running(time, '2026-11-21T22:30Z', '2026-11-21T20:00Z')).toBeNull();
    expect(next(time, '2026-11-21T00:00Z', '2026-11-21T20:00Z')).toBeNull();
  });
});

describe('weekly', () => {
  it.each<[string, WindowTime, string, string | null]>([
    ['in winter', weekly(), '2026-11-22T01:00Z', '2026-11-22T01:00 – 2026-11-22T03:00'],
    ['in summer', weekly(), '2026-07-05T01:59Z', '2026-07-05T00:00 – 2026-07-05T02:00'],
    ['just over', weekly(), '2026-11-22T03:00Z', null],
    ['past midnight', weekly({ from: '23:00' }), '2026-11-22T23:30Z', '2026-11-22T22:00 – 2026-11-23T00:00'],
    ['before its first date', weekly({ firstDate: '2026-11-23' }), '2026-11-22T02:00Z', null],
    ['on its last date, which runs on', weekly({ from: '23:00', lastDate: '2026-11-22' }), '2026-11-22T23:30Z', '2026-11-22T22:00 – 2026-11-23T00:00'],
    ['after its last date', weekly({ lastDate: '2026-11-21' }), '2026-11-22T02:00Z', null],
    ['two days that meet', weekly({ weekdays: [6, 7], from: '00:00', lengthMinutes: 24 * 60 }), '2026-11-21T12:00Z', '2026-11-20T23:00 – 2026-11-22T23:00'],
    ['a start that is skipped', weekly(), '2026-03-29T01:00Z', '2026-03-29T01:00 – 2026-03-29T02:00'],
    ['a window that is skipped whole', weekly({ from: '02:10', lengthMinutes: 40 }), '2026-03-29T01:00Z', null],
    ['an hour that repeats', weekly({ from: '02:30', lengthMinutes: 15 }), '2026-10-25T01:30Z', '2026-10-25T00:30 – 2026-10-25T01:45'],
    ['six days', weekly({ weekdays: [1], from: '09:00', lengthMinutes: 6 * 24 * 60 }), '2026-11-28T12:00Z', '2026-11-23T08:00 – 2026-11-29T08:00'],
  ])('%s', (_what, time, when, expected) => {
    expect(running(time, when)).toBe(expected);
  });

  it('comes next', () => {
    expect(next(weekly(), '2026-11-22T01:00Z')).toBe('2026-11-22T01:00 – 2026-11-22T03:00');
    expect(next(weekly(), '2026-11-22T01:01Z')).toBe('2026-11-29T01:00 – 2026-11-29T03:00');
    expect(next(weekly({ firstDate: '2028-02-29' }), '2026-11-22T01:01Z')).toBe('2028-03-05T01:00 – 2028-03-05T03:00');
    expect(next(weekly({ from: '02:10', lengthMinutes: 40 }), '2026-03-23T00:00Z')).toBe('2026-04-05T00:10 – 2026-04-05T00:50');
    expect(next(weekly({ lastDate: '2026-11-22' }), '2026-11-22T01:01Z')).toBeNull();
    expect(next(weekly({ weekdays: [6, 7], from: '00:00', lengthMinutes: 24 * 60 }), '2026-11-21T12:00Z')).toBe('2026-11-27T23:00 – 2026-11-29T23:00');
    expect(next(weekly(), '2026-11-16T00:00Z', '2026-11-22T01:00Z')).toBeNull();
    expect(next(weekly(), '2026-11-16T00:00Z', '2026-11-22T02:00Z')).toBe('2026-11-22T01:00 – 2026-11-22T02:00');
  });

  it('never hangs on a window without an end, nor on a date that does not exist', () => {
    const always = weekly({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', lengthMinutes: 24 * 60 });
    expect(occurrenceAt({ time: always, endedAt: null }, at('2026-11-21T12:00Z'))).not.toBeNull();
    expect(next(weekly({ firstDate: '2026-13-45' }), '2026-11-22T00:00Z')).toBeNull();
  });
});

describe('monthly', () => {
  it.each<[string, string, string]>([
    ['the day itself', '2026-01-05T00:00Z', '2026-01-31T21:00 – 2026-02-01T01:00'],
    ['the last day of February', '2026-02-01T00:00Z', '2026-02-28T21:00 – 2026-03-01T01:00'],
    ['a leap year', '2028-02-01T00:00Z', '2028-02-29T21:00 – 2028-03-01T01:00'],
    ['a month of 30 days, in summer', '2026-04-01T00:00Z', '2026-04-30T20:00 – 2026-05-01T00:00'],
  ])('%s', (_what, from, expected) => {
    expect(next(monthly(), from)).toBe(expected);
  });
  it('is on', () => {
    expect(running(monthly(), '2026-03-01T00:59Z')).toBe('2026-02-28T21:00 – 2026-03-01T01:00');
    expect(running(monthly({ dayOfMonth: 1 }), '2026-03-01T00:59Z')).toBeNull();
  });
});

describe('windowProblems', () => {
  const now = at('2026-11-21T12:00Z');
  const once = (startsAt: string, endsAt: string): WindowTime => ({ kind: 'once', startsAt: at(startsAt), endsAt: at(endsAt) });
  it.each<[string, WindowTime, string | null]>([
    ['one that is on', once('2026-11-21T11:00Z', '2026-11-21T13:00Z'), null],
    ['backwards', once('2026-11-22T11:00Z', '2026-11-22T11:00Z'), 'time.endsAt must be after the start'],
    ['in the past', once('2026-11-21T11:00Z', '2026-11-21T12:00Z'), 'time.endsAt is in the past'],
    ['weekly', weekly(), null],
    ['no such date', weekly({ firstDate: '2026-02-29' }), 'time.firstDate is not in the calendar'],
    ['no such last date', weekly({ lastDate: '2026-13-01' }), 'time.lastDate is not in the calendar'],
    ['last before first', weekly({ firstDate: '2026-12-01', lastDate: '2026-11-30' }), 'time.lastDate must not be before the first date'],
    ['longer than a day, every day', weekly({ weekdays: [1, 2], lengthMinutes: 25 * 60 }), 'time.lengthMinutes is longer than from one start to the next'],
    ['a weekend that meets', weekly({ weekdays: [6, 7], lengthMinutes: 24 * 60 }), null],
    ['Sunday to Monday is a day', weekly({ weekdays: [1, 7], lengthMinutes: 25 * 60 }), 'time.lengthMinutes is longer than from one start to the next'],
    ['always', weekly({ weekdays: [1, 2, 3, 4, 5, 6, 7], lengthMinutes: 24 * 60 }), 'time.lengthMinutes leaves no time between: the window would never end'],
    ['a whole week', weekly({ lengthMinutes: 7 * 24 * 60 }), 'time.lengthMinutes leaves no time between: the window would never end'],
    ['over', weekly({ lastDate: '2026-11-16' }), 'time.lastDate leaves no occurrence from now on'],
    ['no Sunday before the last date', weekly({ firstDate: '2026-11-23', lastDate: '2026-11-28' }), 'time.lastDate leaves no occurrence from now on'],
    ['monthly', monthly({ lengthMinutes: 7 * 24 * 60 }), null],
  ])('%s', (_what, time, problem) => {
    expect(windowProblems(time, now).map(({ path, message }) => `${path} ${message}`)).toEqual(problem === null ? [] : [problem]);
  });
});

