import { describe, expect, it } from 'vitest';
import { sampleSchedule } from '#domain/samples';
import { barsOf, tapped } from './bars';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const monday = Date.UTC(2026, 10, 16);
const nobodyAway = () => [];

describe('the bars of a schedule', () => {
  const schedule = sampleSchedule('s', ['ann'], { timeZone: 'UTC' });
  it('are shifts, and gaps where nobody is', () => {
    const off = { ...schedule, overrides: [{ kind: 'remove' as const, id: 'o', startAt: monday + DAY, endAt: monday + 2 * DAY, removeUserId: 'ann' }] };
    expect(barsOf(off, [], nobodyAway, monday, monday + 3 * DAY).map(({ kind, startAt, endAt }) => [kind, (startAt - monday) / DAY, (endAt - monday) / DAY]))
      .toEqual([['shift', 0, 1], ['shift', 2, 3], ['gap', 1, 2]]);
  });
  it('say who is there in another\'s place', () => {
    const covered = { ...schedule, overrides: [{ kind: 'replace' as const, id: 'o', startAt: monday + DAY, endAt: monday + 2 * DAY, addUserId: 'ben', removeUserId: 'ann' }] };
    expect(barsOf(covered, [], nobodyAway, monday, monday + 3 * DAY).map((bar) => bar.kind === 'shift' && [bar.userId, bar.covers])).toEqual([['ann', false], ['ben', true], ['ann', false]]);
  });
  it('are cut where time off begins and ends', () => {
    const away = () => [{ id: 'x', startAt: monday + DAY, endAt: monday + 2 * DAY, note: '' }];
    expect(barsOf(schedule, [], away, monday, monday + 3 * DAY).map((bar) => bar.kind === 'shift' && [(bar.startAt - monday) / DAY, bar.away])).toEqual([[0, false], [1, true], [2, false]]);
  });
});

describe('a tap on a bar', () => {
  const strip = { startAt: monday, endAt: monday + 7 * DAY };
  it('is about the whole shift', () => expect(tapped({ startAt: monday - DAY, endAt: monday + DAY }, strip, 0)).toEqual({ startAt: monday - DAY, endAt: monday + DAY }));
  it('is about what is left of it', () => expect(tapped({ startAt: monday - DAY, endAt: monday + DAY }, strip, monday + 30_000)).toEqual({ startAt: monday, endAt: monday + DAY }));
  it('is about what is shown of one without an end in sight', () => expect(tapped({ startAt: monday - 40 * DAY, endAt: monday + 40 * DAY }, strip, 0)).toEqual(strip));
});
