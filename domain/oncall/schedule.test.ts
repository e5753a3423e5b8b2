import { describe, expect, it } from 'vitest';
import { Schedule } from './schedule';

const weekly = { type: 'weekly', length: 1, startLocal: '2024-06-03T09:00' };
const layer = { id: 'weekday', name: 'Weekday', participants: ['ann', 'ben'], rotation: weekly };
const add = { id: 'cover', kind: 'add', startAt: 1_000, endAt: 2_000, addUserId: 'cy' };
const schedule = { id: 'primary', name: 'Primary', timeZone: 'Europe/Berlin', layers: [layer], overrides: [add] };

const accepts = (candidate: unknown) => Schedule.safeParse(candidate).success;
const withLayer = (change: object) => ({ ...schedule, layers: [{ ...layer, ...change }] });
const withRotation = (change: object) => withLayer({ rotation: { ...weekly, ...change } });
const withOverride = (change: object) => ({ ...schedule, overrides: [{ ...add, ...change }] });

describe('Schedule', () => {
  it('fills in what an older one lacks with what that meant, and then comes back from parsing as it was', () => {
    const parsed = Schedule.parse(schedule);
    const later = { priority: 0, windows: null, atOnce: 1, timeZone: null, holidays: 'usual', from: null, until: null };
    expect(parsed).toEqual({ ...schedule, layers: [{ ...layer, ...later }], temporary: [], holidayCalendarId: null });
    expect(Schedule.parse(parsed)).toEqual(parsed);
  });
  it('takes windows, a temporary schedule and a holiday calendar', () => {
    const windows = [{ days: ['MO', 'SU'], start: '22:00', end: '06:00' }];
    const temporary = [{ id: 'xmas', name: 'Christmas', startAt: 1_000, endAt: 9_000, shifts: [{ userId: 'ann', startAt: 1_000, endAt: 2_000 }] }];
    const layers = [{ ...layer, windows, priority: 100, atOnce: 2, timeZone: 'UTC', holidays: 'off', from: 1_000, until: 2_000 }];
    expect(accepts({ ...schedule, layers, temporary, holidayCalendarId: 'de' })).toBe(true);
  });
  it('may have no layer and no override', () => {
    expect(accepts({ ...schedule, layers: [], overrides: [] })).toBe(true);
  });
  it.each([
    ['hourly', 8_760],
    ['daily', 365],
    ['weekly', 52],
    ['monthly', 12],
  ])('takes %s shifts of up to a year', (type, length) => {
    expect(accepts(withRotation({ type, length }))).toBe(true);
    expect(accepts(withRotation({ type, length: length + 1 }))).toBe(false);
  });
  it.each([
    ['a replacement', { kind: 'replace', removeUserId: 'ann' }],
    ['a removal', { kind: 'remove', addUserId: undefined, removeUserId: 'ann' }],
  ])('takes %s', (_what, change) => {
    const { addUserId, ...rest } = { ...add, ...change };
    expect(accepts({ ...schedule, overrides: [addUserId === undefined ? rest : { ...rest, addUserId }] })).toBe(true);
  });
  it.each([
    ['an unknown zone', { ...schedule, timeZone: 'Europe/Atlantis' }],
    ['a field of its own invention', { ...schedule, owner: 'ann' }],
    ['a temporary schedule that ends as it starts', { ...schedule, temporary: [{ id: 'x', name: 'X', startAt: 1, endAt: 1, shifts: [] }] }],
    ['a window on no known weekday', withLayer({ windows: [{ days: ['MON'], start: '09:00', end: '17:00' }] })],
    ['a window until 24:00', withLayer({ windows: [{ days: ['MO'], start: '09:00', end: '24:00' }] })],
    ['a priority above 100', withLayer({ priority: 101 })],
    ['nobody at once', withLayer({ atOnce: 0 })],
    ['a layer that ends before it starts', withLayer({ from: 2_000, until: 1_000 })],
    ['a layer without participants', withLayer({ participants: [] })],
    ['two layers of one id', { ...schedule, layers: [layer, layer] }],
    ['two overrides of one id', { ...schedule, overrides: [add, add] }],
    ['an unknown rotation', withRotation({ type: 'yearly' })],
    ['a shift of no length', withRotation({ length: 0 })],
    ['half a week', withRotation({ length: 0.5 })],
    ['a start on 31 June', withRotation({ startLocal: '2024-06-31T09:00' })],
    ['a start with a zone', withRotation({ startLocal: '2024-06-03T09:00Z' })],
    ['an override that ends as it starts', withOverride({ endAt: 1_000 })],
    ['an addition that also removes', withOverride({ removeUserId: 'ann' })],
    ['a replacement that removes nobody', withOverride({ kind: 'replace' })],
    ['a replacement by the same person', withOverride({ kind: 'replace', removeUserId: 'cy' })],
  ])('refuses %s', (_what, candidate) => {
    expect(accepts(candidate)).toBe(false);
  });
});
