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
  it('comes back from parsing as it was', () => {
    expect(Schedule.parse(schedule)).toEqual(schedule);
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
    ['temporary schedules, which do not exist yet', { ...schedule, temporarySchedules: [] }],
    ['restrictions, which do not exist yet', withLayer({ restrictions: [] })],
    ['priorities, which do not exist yet', withLayer({ priority: 1 })],
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
