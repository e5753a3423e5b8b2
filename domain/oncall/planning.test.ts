import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { handoffAdvice, load, noRest } from './care';
import { whoChanges } from './changes';
import { CoverRequest, overridesOf } from './cover';
import { HolidayCalendar, holidayDates } from './holidays';
import { oddities, oddityWords } from './oddities';
import { shiftsBetween } from './oncall';
import { Layer, Override, Schedule } from './schedule';
import { shiftsToCover, TimeOff } from './timeOff';

const at = (text: string) => Date.parse(text);
// Monday 3 June 2024, 00:00 UTC.
const monday = at('2024-06-03T00:00Z');
const daily = { type: 'daily', length: 1, startLocal: '2024-06-03T00:00' };
const layerOf = (participants: string[], rotation: object = daily, fields: object = {}): Layer =>
  Layer.parse({ id: participants.join('-'), name: 'Layer', participants, rotation, ...fields });
const scheduleOf = (layers: Layer[], fields: object = {}): Schedule =>
  Schedule.parse({ id: 's', name: 'S', timeZone: 'UTC', layers, overrides: [], ...fields });

describe('a request for cover', () => {
  const request = CoverRequest.parse({
    id: 'r1', scheduleId: 's', userId: 'ann', startAt: monday, endAt: monday + 12 * HOUR, note: 'Dentist', state: 'taken', takenBy: 'ben',
    inReturn: { startAt: monday + 30 * HOUR, endAt: monday + 36 * HOUR }, createdAt: monday - DAY, answeredAt: monday - HOUR,
  });
  const shiftsWith = (overrides: Override[]) => shiftsBetween(scheduleOf([layerOf(['ann', 'ben'])], { overrides }), monday, monday + 2 * DAY);

  it('that was taken puts its taker in place of the asker, and the other way round in return', () => {
    expect(shiftsWith(overridesOf(request)).map(({ userId, startAt, endAt }) => [userId, (startAt - monday) / HOUR, (endAt - monday) / HOUR])).toEqual([
      ['ben', 0, 12], ['ann', 12, 24], ['ben', 24, 30], ['ann', 30, 36], ['ben', 36, 48],
    ]);
    expect(overridesOf({ ...request, inReturn: null })).toEqual([
      { kind: 'replace', id: 'cover-r1', startAt: request.startAt, endAt: request.endAt, addUserId: 'ben', removeUserId: 'ann' },
    ]);
  });
  it('makes overrides that a schedule takes, with ids of their own, the same each time', () => {
    const longest = { ...request, id: 'x'.repeat(100) };
    expect(overridesOf(longest).every((override) => Override.safeParse(override).success)).toBe(true);
    expect(Schedule.safeParse(scheduleOf([], { overrides: overridesOf(longest) })).success).toBe(true);
    expect(overridesOf(longest)).toEqual(overridesOf(longest));
  });
  it.each(['open', 'withdrawn'] as const)('that is %s changes nothing', (state) => {
    expect(overridesOf(CoverRequest.parse({ ...request, state, takenBy: null }))).toEqual([]);
  });
  it.each([
    ['its own taker', { takenBy: 'ann' }], ['a taker while it is open', { state: 'open' }], ['nobody who took it', { takenBy: null }],
    ['an end before its start', { endAt: monday }], ['a return that ends as it starts', { inReturn: { startAt: 1, endAt: 1 } }],
  ])('with %s is refused', (_what, change) => {
    expect(CoverRequest.safeParse({ ...request, ...change }).success).toBe(false);
  });
});

describe('time off', () => {
  const off = (start: number, end: number): TimeOff => TimeOff.parse({ id: `${start}`, startAt: monday + start * HOUR, endAt: monday + end * HOUR, note: '' });
  const away = { ann: [off(40, 60), off(20, 30), off(29, 41)], cy: [off(0, 99)] };

  it('needs cover where somebody is on call then, merged and by time', () => {
    const schedule = scheduleOf([layerOf(['ann', 'ben'])]);
    expect(shiftsToCover(schedule, away, monday, monday + 3 * DAY)).toEqual([
      { userId: 'ann', startAt: monday + 20 * HOUR, endAt: monday + 24 * HOUR }, { userId: 'ann', startAt: monday + 48 * HOUR, endAt: monday + 60 * HOUR },
    ]);
  });
  it('needs none where somebody took over', () => {
    const overrides = [{ kind: 'replace', id: 'o', startAt: monday, endAt: monday + 9 * DAY, addUserId: 'dee', removeUserId: 'ann' }];
    expect(shiftsToCover(scheduleOf([layerOf(['ann', 'ben'])], { overrides }), away, monday, monday + 3 * DAY)).toEqual([]);
  });
});

describe('what a change of a schedule means', () => {
  const before = scheduleOf([layerOf(['ann', 'ben'])]);
  it('is where other people are on call, a gap too, merged', () => {
    const overrides = [{ kind: 'remove', id: 'o', startAt: monday + 20 * HOUR, endAt: monday + 22 * HOUR, removeUserId: 'ann' }, { kind: 'add', id: 'p', startAt: monday, endAt: monday + HOUR, addUserId: 'ann' }];
    expect(whoChanges(before, { ...before, overrides: overrides.map((one) => Override.parse(one)) }, monday, monday + 5 * DAY)).toEqual({
      count: 1, changes: [{ startAt: monday + 20 * HOUR, endAt: monday + 22 * HOUR, before: ['ann'], after: [] }],
    });
  });
  it('is nothing where only the order or the cuts differ', () => {
    const pair = scheduleOf([layerOf(['ann']), layerOf(['ben'])]);
    expect(whoChanges(pair, scheduleOf([layerOf(['ben'], { ...daily, type: 'hourly' }), layerOf(['ann'])]), monday, monday + DAY)).toEqual({ changes: [], count: 0 });
  });
  it('is counted in full, and listed as far as asked', () => {
    const after = scheduleOf([layerOf(['ben', 'ann'])]);
    const { changes, count } = whoChanges(before, after, monday, monday + 30 * DAY, { most: 3 });
    expect([changes.length, count]).toEqual([3, 30]);
    expect(changes[1]).toEqual({ startAt: monday + DAY, endAt: monday + 2 * DAY, before: ['ben'], after: ['ann'] });
  });
  it('sees the holidays that were added', () => {
    const schedule = scheduleOf([layerOf(['ann'], daily, { holidays: 'off' })]);
    const holidays = { before: [], after: ['2024-06-04'] };
    expect(whoChanges(schedule, schedule, monday, monday + 3 * DAY, { holidays }).changes).toEqual([
      { startAt: monday + DAY, endAt: monday + 2 * DAY, before: ['ann'], after: [] },
    ]);
  });
});

describe('oddities', () => {
  const said = (layer: Layer, zone: string, from: string, to: string) => oddities(scheduleOf([layer], { timeZone: zone }), at(from), at(to)).map(oddityWords);
  const nightly = (time: string) => layerOf(['ann', 'ben'], { ...daily, startLocal: `2024-01-01T${time}` });

  it('are a handoff that clocks skip, and the shifts around it', () => {
    expect(said(nightly('02:30'), 'Europe/Berlin', '2024-03-25T00:00Z', '2024-04-03T00:00Z')).toEqual([
      'The shift from Saturday 30 March 2024 02:30 is 30 min shorter, as clocks change.',
      'On Sunday 31 March 2024 clocks skip 02:30: the handoff is at 03:00.',
      'The shift from Sunday 31 March 2024 03:00 is 30 min shorter, as clocks change.',
    ]);
  });
  it('are a handoff in an hour that comes twice, and the longer shift', () => {
    expect(said(nightly('02:30'), 'Europe/Berlin', '2024-10-20T00:00Z', '2024-11-03T00:00Z')).toEqual([
      'On Sunday 27 October 2024 clocks show 02:30 twice: the handoff is at the first.', 'The shift from Sunday 27 October 2024 02:30 is 1 h longer, as clocks change.',
    ]);
  });
  it('are a shift that clocks skip as a whole', () => {
    const hourly = layerOf(['ann', 'ben'], { type: 'hourly', length: 1, startLocal: '2024-01-01T00:00' });
    const found = oddities(scheduleOf([hourly], { timeZone: 'Europe/Berlin' }), at('2024-03-30T00:00Z'), at('2024-04-01T00:00Z'));
    expect(found.map(oddityWords)).toEqual(['On Sunday 31 March 2024 clocks skip 02:00: the handoff is at 03:00.', 'On Sunday 31 March 2024 clocks skip the whole shift from 02:00: nobody has it.']);
    expect(found[1]).toMatchObject({ kind: 'shorter', minutes: 60, isDropped: true });
  });
  it('are none without a change of clocks, and none where nobody hands over', () => {
    expect(said(nightly('02:30'), 'Europe/Berlin', '2024-05-01T00:00Z', '2024-06-01T00:00Z')).toEqual([]);
    expect(said(layerOf(['ann']), 'Europe/Berlin', '2024-03-25T00:00Z', '2024-04-03T00:00Z')).toEqual([]);
  });
});

describe('care', () => {
  it('advises against a weekly handoff on a Monday or Friday', () => {
    const weekly = (startLocal: string, who = ['ann', 'ben']) => handoffAdvice(scheduleOf([layerOf(who, { type: 'weekly', length: 1, startLocal })])).map(({ weekday }) => weekday);
    expect([weekly('2024-06-03T09:00'), weekly('2024-06-07T09:00'), weekly('2024-06-05T09:00'), weekly('2024-06-03T09:00', ['ann'])]).toEqual([['MO'], ['FR'], [], []]);
    expect(handoffAdvice(scheduleOf([layerOf(['ann', 'ben'])]))).toEqual([]);
  });
  const shift = (userId: string, start: number, end: number) => ({ userId, startAt: monday + start * HOUR, endAt: monday + end * HOUR });

  it('finds who is on call again too soon after a night, by their own clocks', () => {
    const shifts = [shift('ann', 20, 32), shift('ann', 36, 40), shift('ben', 9, 17), shift('ben', 19, 21), shift('cy', 20, 32), shift('cy', 40, 41)];
    expect(noRest(shifts, () => 'UTC')).toEqual([{ userId: 'ann', endedAt: monday + 32 * HOUR, nextStartAt: monday + 36 * HOUR, rest: 4 * HOUR }]);
    // In Tokyo 09:00 to 17:00 UTC runs past midnight.
    expect(noRest(shifts, (userId) => (userId === 'ben' ? 'Asia/Tokyo' : 'UTC')).map(({ userId }) => userId)).toEqual(['ann', 'ben']);
  });
  it('counts hours and nights per person, time in several shifts once', () => {
    expect(load([shift('ann', 9, 17), shift('ben', 20, 33), shift('ann', 12, 18), shift('ben', 60, 61)], () => 'UTC')).toEqual([
      { userId: 'ben', hours: 14, nightHours: 9 }, { userId: 'ann', hours: 9, nightHours: 0 },
    ]);
  });
  it('counts the hours of a night in which clocks change', () => {
    const night = { userId: 'ann', startAt: at('2024-03-30T21:00Z'), endAt: at('2024-03-31T05:00Z') };
    expect(load([night], () => 'Europe/Berlin')).toEqual([{ userId: 'ann', hours: 8, nightHours: 8 }]);
  });
});

describe('a holiday calendar', () => {
  const calendar = { id: 'de', name: 'Germany', url: 'https://example.com/de.ics', days: [{ date: '2024-12-25', name: 'Christmas Day' }], fetchedAt: monday + MINUTE, problem: null };
  it('gives the engine its dates', () => {
    expect(holidayDates(HolidayCalendar.parse(calendar))).toEqual(['2024-12-25']);
    expect(holidayDates(null)).toEqual([]);
  });
  it.each([
    ['an address without encryption', { url: 'http://example.com/de.ics' }], ['a day that does not exist', { days: [{ date: '2024-02-30', name: 'x' }] }],
    ['a day of its own form', { days: [{ date: '25.12.2024', name: 'x' }] }],
  ])('with %s is refused', (_what, change) => {
    expect(HolidayCalendar.safeParse({ ...calendar, ...change }).success).toBe(false);
  });
});
