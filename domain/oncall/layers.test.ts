import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../time/instant';
import { gapsBetween, nextHandoff, nextShiftOf, onCallAt, shiftsBetween } from './oncall';
import { Layer, type Override, Schedule } from './schedule';

const at = (text: string) => Date.parse(text);
const layerOf = (id: string, participants: string[], fields: object = {}): Layer =>
  Layer.parse({ id, name: id, participants, rotation: { type: 'daily', length: 1, startLocal: '2024-06-03T09:00' }, ...fields });
const scheduleOf = (layers: Layer[], fields: object = {}): Schedule =>
  Schedule.parse({ id: 's', name: 'S', timeZone: 'UTC', layers, overrides: [], ...fields });
// Monday 3 June 2024, 00:00 UTC.
const monday = at('2024-06-03T00:00Z');
/** Shifts as `mon 09 to mon 17 ann`, hours since Monday. */
const hours = (schedule: Schedule, from: number, to: number, holidays?: string[]) =>
  shiftsBetween(schedule, from, to, holidays).map(({ userId, startAt, endAt }) => `${userId} ${(startAt - monday) / HOUR}-${(endAt - monday) / HOUR}`);
const window = (start: string, end: string, days = ['MO', 'TU', 'WE', 'TH', 'FR']) => ({ windows: [{ days, start, end }] });

describe('priorities', () => {
  const office = layerOf('office', ['ann'], { priority: 1, ...window('09:00', '17:00') });
  it('the higher one wins while it has somebody, and splits the lower shift around it', () => {
    expect(hours(scheduleOf([layerOf('rest', ['ben']), office]), monday, monday + DAY)).toEqual(['ben 0-9', 'ann 9-17', 'ben 17-24']);
  });
  it('equal ones are on call together', () => {
    expect(hours(scheduleOf([layerOf('rest', ['ben'], { priority: 1 }), office]), monday, monday + DAY)).toEqual(['ben 0-24', 'ann 9-17']);
  });
  it('an override beats them, and one for somebody who was outranked does nothing', () => {
    const span = { startAt: monday + 10 * HOUR, endAt: monday + 18 * HOUR };
    const cover: Override[] = [{ kind: 'replace', id: 'a', ...span, addUserId: 'cy', removeUserId: 'ben' }, { kind: 'remove', id: 'b', ...span, removeUserId: 'ann' }];
    const schedule = scheduleOf([layerOf('rest', ['ben']), office], { overrides: cover });
    expect(hours(schedule, monday, monday + DAY)).toEqual(['ben 0-9', 'ann 9-10', 'cy 17-18', 'ben 18-24']);
    expect(gapsBetween(schedule, monday, monday + DAY)).toEqual([{ startAt: monday + 10 * HOUR, endAt: monday + 17 * HOUR }]);
  });
});

describe('windows', () => {
  it('leave gaps, that a search finds', () => {
    const schedule = scheduleOf([layerOf('office', ['ann'], window('09:00', '17:00', ['MO']))]);
    expect(gapsBetween(schedule, monday, monday + DAY)).toHaveLength(2);
    expect(nextHandoff(schedule, monday + 9 * HOUR)).toBe(monday + 17 * HOUR);
    expect(nextShiftOf(schedule, 'ann', monday + DAY)).toEqual({ state: 'upcoming', startAt: monday + 7 * DAY + 9 * HOUR, endAt: monday + 7 * DAY + 17 * HOUR });
  });
  it('none at all is never, and none said is always', () => {
    expect(onCallAt(scheduleOf([layerOf('never', ['ann'], { windows: [] })]), monday)).toEqual([]);
    expect(onCallAt(scheduleOf([layerOf('always', ['ann'])]), monday)).toEqual(['ann']);
  });
  it('are in the schedule\'s zone where the rotation has its own', () => {
    const night = layerOf('night', ['ann', 'ben'], { timeZone: 'Asia/Tokyo', ...window('20:00', '08:00', ['MO', 'TU']) });
    // The windows of Chicago are 01:00 to 13:00 UTC, and 09:00 in Tokyo is 00:00 UTC: one person has each.
    expect(hours(scheduleOf([night], { timeZone: 'America/Chicago' }), monday, monday + 4 * DAY)).toEqual(['ben 25-37', 'ann 49-61']);
  });
});

describe('several at once', () => {
  const startLocal = '2024-06-03T00:00';
  it('share a shift, and the next ones follow after them', () => {
    const pairs = layerOf('pairs', ['a', 'b', 'c'], { atOnce: 2, rotation: { type: 'daily', length: 1, startLocal } });
    const schedule = scheduleOf([pairs]);
    expect([-1, 0, 1, 2, 3].map((day) => onCallAt(schedule, monday + day * DAY).join(''))).toEqual(['bc', 'ab', 'ca', 'bc', 'ab']);
  });
  it('are everybody, once, where there are not as many', () => {
    expect(onCallAt(scheduleOf([layerOf('all', ['a', 'b'], { atOnce: 5 })]), monday)).toHaveLength(2);
  });
});

it('a layer counts from its start until just before its end', () => {
  const trial = layerOf('trial', ['ann'], { from: monday + HOUR, until: monday + 3 * HOUR });
  expect(hours(scheduleOf([trial]), monday, monday + DAY)).toEqual(['ann 1-3']);
  expect(hours(scheduleOf([layerOf('open', ['ann'], { from: monday + HOUR })]), monday, monday + DAY)).toEqual(['ann 1-24']);
  expect(onCallAt(scheduleOf([trial]), monday + 5 * HOUR)).toEqual([]);
});

describe('holidays', () => {
  const tuesday = ['2024-06-04'];
  it('take a layer off call that is off then, from midnight to midnight in the schedule\'s zone', () => {
    const usual = layerOf('usual', ['ann'], { holidays: 'off' });
    expect(hours(scheduleOf([usual]), monday, monday + 3 * DAY, tuesday)).toEqual(['ann 0-24', 'ann 48-72']);
    expect(hours(scheduleOf([usual], { timeZone: 'Asia/Tokyo' }), monday, monday + 3 * DAY, tuesday)).toEqual(['ann 0-15', 'ann 39-72']);
  });
  it('let a layer count only then, within its windows', () => {
    const only = layerOf('only', ['ben'], { holidays: 'only', ...window('09:00', '17:00') });
    expect(hours(scheduleOf([only]), monday, monday + 7 * DAY, ['2024-06-08', ...tuesday, '2023-06-05'])).toEqual(['ben 33-41']);
  });
  it('are nothing to a layer as usual, nor where there is no calendar', () => {
    expect(hours(scheduleOf([layerOf('usual', ['ann'])]), monday, monday + 3 * DAY, tuesday)).toEqual(['ann 0-72']);
    expect(hours(scheduleOf([layerOf('only', ['ann'], { holidays: 'only' })]), monday, monday + 3 * DAY)).toEqual([]);
  });
  it('in a row are one, in any order', () => {
    const off = layerOf('off', ['ann'], { holidays: 'off' });
    expect(hours(scheduleOf([off]), monday, monday + 4 * DAY, ['2024-06-05', ...tuesday, '2024-06-05'])).toEqual(['ann 0-24', 'ann 72-96']);
  });
  it('last as long as their date does where midnight is skipped or comes twice', () => {
    const only = layerOf('only', ['ann'], { holidays: 'only' });
    const lengths = (timeZone: string, date: string) =>
      shiftsBetween(scheduleOf([only], { timeZone }), at(date) - 2 * DAY, at(date) + 3 * DAY, [date]).map(({ startAt, endAt }) => (endAt - startAt) / HOUR);
    expect([lengths('America/Santiago', '2024-09-08'), lengths('America/Havana', '2024-11-03'), lengths('Pacific/Apia', '2011-12-30')]).toEqual([[23], [25], []]);
  });
});

describe('a temporary schedule', () => {
  const shift = (userId: string, start: number, end: number) => ({ userId, startAt: monday + start * HOUR, endAt: monday + end * HOUR });
  const plan = (id: string, start: number, end: number, shifts: object[]) => ({ id, name: id, startAt: monday + start * HOUR, endAt: monday + end * HOUR, shifts });
  const add = { kind: 'add', id: 'add', startAt: monday, endAt: monday + DAY, addUserId: 'cy' };

  it('has only its fixed shifts count while it runs, and overrides do not reach into it', () => {
    const schedule = scheduleOf([layerOf('usual', ['ann'])], { temporary: [plan('party', 8, 12, [shift('ben', 9, 10), shift('ann', 11, 20)])], overrides: [add] });
    expect(hours(schedule, monday, monday + DAY)).toEqual(['ann 0-8', 'cy 0-8', 'ben 9-10', 'ann 11-24', 'cy 12-24']);
    expect(gapsBetween(schedule, monday, monday + DAY)).toEqual([{ startAt: monday + 8 * HOUR, endAt: monday + 9 * HOUR }, { startAt: monday + 10 * HOUR, endAt: monday + 11 * HOUR }]);
  });
  it('counts together with another that runs, and names who comes up nowhere else', () => {
    const schedule = scheduleOf([], { temporary: [plan('one', 0, 4, [shift('ann', 0, 4)]), plan('two', 2, 6, [shift('ben', 2, 6), shift('ann', 2, 4)])] });
    expect(hours(schedule, monday, monday + DAY)).toEqual(['ann 0-4', 'ben 2-6']);
    expect(nextShiftOf(schedule, 'ben', monday)).toEqual({ state: 'upcoming', startAt: monday + 2 * HOUR, endAt: monday + 6 * HOUR });
  });
});

it('a year of everything at once agrees with who is on call at any time', () => {
  const schedule = scheduleOf([
    layerOf('office', ['a', 'b', 'c'], { priority: 2, atOnce: 2, holidays: 'off', ...window('08:30', '18:00') }),
    layerOf('night', ['d', 'e'], { priority: 2, timeZone: 'Asia/Tokyo', ...window('22:00', '02:30') }),
    layerOf('holiday', ['f', 'a'], { priority: 9, holidays: 'only', rotation: { type: 'hourly', length: 5, startLocal: '2024-06-03T00:30' } }),
    layerOf('summer', ['g', 'h'], { priority: 1, from: at('2024-06-01T10:00Z'), until: at('2024-09-01T10:00Z') }),
    layerOf('floor', ['i', 'j'], { rotation: { type: 'monthly', length: 1, startLocal: '2024-01-31T02:15' }, windows: [{ days: ['SA', 'SU'], start: '02:15', end: '02:15' }] }),
  ], {
    timeZone: 'America/New_York',
    temporary: [{ id: 't', name: 'T', startAt: at('2024-12-20T00:00Z'), endAt: at('2024-12-27T00:00Z'), shifts: [{ userId: 'a', startAt: at('2024-12-21T00:00Z'), endAt: at('2024-12-25T00:00Z') }] }],
    overrides: [{ kind: 'replace', id: 'o', startAt: at('2024-03-01T00:00Z'), endAt: at('2024-04-01T00:00Z'), addUserId: 'i', removeUserId: 'a' }],
  });
  const holidays = ['2024-01-01', '2024-03-10', '2024-07-04', '2024-11-03', '2024-12-25'];
  const [from, to] = [at('2024-01-01T00:00Z'), at('2025-01-01T00:00Z')];
  const shifts = shiftsBetween(schedule, from, to, holidays);
  const seen = new Set<string>();
  for (let now = from; now < to; now += 101 * 60_000) {
    const merged = shifts.filter(({ startAt, endAt }) => startAt <= now && now < endAt).map(({ userId }) => userId).sort();
    merged.forEach((userId) => seen.add(userId));
    expect(merged).toEqual(onCallAt(schedule, now, holidays).sort());
  }
  expect([...seen].sort().join('')).toBe('abcdefghij');
});
