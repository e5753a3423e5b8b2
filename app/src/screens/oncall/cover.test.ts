import { describe, expect, it } from 'vitest';
import type { CoverRequest } from '#domain/oncall/cover';
import { sampleSchedule } from '#domain/samples';
import { hasAll, swappable, takingChanges } from './cover';
import { openShifts } from './timeOff';

const DAY = 86_400_000;
// Ann and Ben change every day at midnight UTC; Ann has the first one.
const start = Date.UTC(2026, 10, 16);
const base = sampleSchedule('s', ['ann', 'ben'], { timeZone: 'UTC' });
const of = { schedule: { ...base, layers: base.layers.map((layer) => ({ ...layer, rotation: { type: 'daily' as const, length: 1, startLocal: '2026-11-16T00:00' } })) }, holidays: [] };
const request: CoverRequest = {
  id: 'r', scheduleId: 's', userId: 'ann', startAt: start + 2 * DAY, endAt: start + 3 * DAY, note: '', state: 'open', takenBy: null, inReturn: null, createdAt: start, answeredAt: null,
};

describe('taking cover', () => {
  it('says who is on call otherwise', () => {
    expect(takingChanges(request, 'ben', of)).toEqual([{ startAt: start + 2 * DAY, endAt: start + 3 * DAY, before: ['ann'], after: ['ben'] }]);
  });
  it('says both ends of a swap', () => {
    const swap = { ...request, inReturn: { startAt: start + 3 * DAY, endAt: start + 4 * DAY } };
    expect(takingChanges(swap, 'ben', of).map(({ before, after }) => [before, after])).toEqual([[['ann'], ['ben']], [['ben'], ['ann']]]);
  });
  it('is nothing for whoever asked', () => expect(takingChanges(request, 'ann', of)).toEqual([]));
});

it('a swap is for whoever has all of what is offered to be taken', () => {
  const thursday = { startAt: start + 3 * DAY, endAt: start + 4 * DAY };
  expect([hasAll(of, 'ben', thursday), hasAll(of, 'ann', thursday), hasAll(of, 'ben', { ...thursday, endAt: thursday.endAt + 1 })]).toEqual([true, false, false]);
});

it('offers the shifts of others to swap for, from the future', () => {
  const [first] = swappable(of, 'ann', request, start + DAY / 2);
  expect(first).toEqual({ userId: 'ben', startAt: start + DAY, endAt: start + 2 * DAY });
});

it('lists what needs cover in a time off', () => {
  const timeOff = [{ id: 't', startAt: start, endAt: start + 3 * DAY, note: '' }];
  expect(openShifts([of], 'ann', timeOff, start + DAY).map(({ startAt, endAt }) => [startAt - start, endAt - start])).toEqual([[2 * DAY, 3 * DAY]]);
});
