import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../time/instant';
import { bucketsOf, type Grain } from './buckets';
import { Month, MetricsRow, monthOf, monthsOf } from './row';
import { sampleRow } from './sampleRow';

const at = (text: string) => Date.parse(text);
const rows = (...times: string[]) => times.map((time) => sampleRow({ triggeredAt: at(time) }));
const startsOf = (from: string, to: string, grain: Grain, zone = 'Europe/Berlin') => bucketsOf([], at(from), at(to), grain, zone).map(({ startAt }) => new Date(startAt).toISOString());

describe('buckets', () => {
  it('are the days of the reader’s zone, also where nothing was', () => {
    const buckets = bucketsOf(rows('2026-11-19T22:59Z', '2026-11-19T23:00Z', '2026-11-20T22:59Z'), at('2026-11-18T23:00Z'), at('2026-11-22T10:00Z'), 'day', 'Europe/Berlin');
    expect(buckets.map(({ startAt, rows: { length } }) => [new Date(startAt).toISOString(), length])).toEqual([
      ['2026-11-18T23:00:00.000Z', 1], ['2026-11-19T23:00:00.000Z', 2], ['2026-11-20T23:00:00.000Z', 0], ['2026-11-21T23:00:00.000Z', 0],
    ]);
  });

  it('of a day on which clocks change have 25 hours, or 23, and follow one another without a gap', () => {
    for (const [from, to, hours] of [['2026-10-23T22:00Z', '2026-10-27T00:00Z', 25], ['2026-03-27T23:00Z', '2026-03-31T00:00Z', 23]] as const) {
      const buckets = bucketsOf([], at(from), at(to), 'day', 'Europe/Berlin');
      expect(buckets.map(({ startAt, endAt }) => (endAt - startAt) / HOUR)).toEqual([24, hours, 24, 24]);
      expect(buckets.slice(1).map(({ startAt }) => startAt)).toEqual(buckets.slice(0, -1).map(({ endAt }) => endAt));
    }
  });

  it('of a day whose midnight is skipped begin when its clocks do', () => {
    // In Beirut, 29 March 2026 began at 01:00.
    const [first, second] = bucketsOf([], at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'), 'day', 'Asia/Beirut');
    expect([first?.endAt, second?.startAt]).toEqual([at('2026-03-28T22:00Z'), at('2026-03-28T22:00Z')]);
  });

  it('of weeks begin on Mondays, the first before the window, and take nothing from before it', () => {
    const [first, second] = bucketsOf(rows('2026-11-16T12:00Z', '2026-11-19T12:00Z', '2026-11-23T00:00Z'), at('2026-11-18T00:00Z'), at('2026-11-25T00:00Z'), 'week', 'UTC');
    expect([first?.startAt, first?.rows.length, second?.startAt, second?.rows.length]).toEqual([at('2026-11-16'), 1, at('2026-11-23'), 1]);
    expect(startsOf('2026-11-22T12:00Z', '2026-11-22T13:00Z', 'week')).toEqual(['2026-11-15T23:00:00.000Z']);
  });

  it('of months go over the year, in summer and in winter', () => {
    expect(startsOf('2025-12-15T00:00Z', '2026-04-02T00:00Z', 'month')).toEqual(['2025-11-30T23:00:00.000Z', '2025-12-31T23:00:00.000Z', '2026-01-31T23:00:00.000Z', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z']);
  });

  it.each(['day', 'week', 'month'] as const)('by %s hold every row of the window exactly once', (grain) => {
    const [from, to] = [at('2026-01-15T13:00Z'), at('2026-11-21T12:00Z')];
    const many = Array.from({ length: 900 }, (_, index) => sampleRow({ triggeredAt: from - 5 * DAY + index * 8.5 * HOUR }));
    const counted = bucketsOf(many, from, to, grain, 'America/New_York').flatMap((bucket) => bucket.rows);
    expect(counted).toEqual(many.filter(({ triggeredAt }) => triggeredAt >= from && triggeredAt < to));
  });

  it('of an empty window are none', () => {
    expect(bucketsOf(rows('2026-11-21T12:00Z'), at('2026-11-22'), at('2026-11-21'), 'day', 'UTC')).toEqual([]);
  });
});

describe('months', () => {
  it.each([['2026-01-01T00:00Z', '2026-01'], ['2025-12-31T23:59:59.999Z', '2025-12'], ['2026-11-21T12:00Z', '2026-11']])('%s lies in %s', (time, month) => {
    expect(monthOf(at(time))).toBe(month);
    expect(Month.safeParse(month).success).toBe(true);
  });

  it.each(['2026-13', '2026-00', '26-01', '2026-1', '2026-01-01'])('%s is none', (month) => {
    expect(Month.safeParse(month).success).toBe(false);
  });

  it('of a window are those that it touches', () => {
    expect(monthsOf(at('2025-11-30T23:59:59.999Z'), at('2026-02-01T00:00Z'))).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(monthsOf(at('2025-11-30T23:59:59.999Z'), at('2026-02-01T00:00:00.001Z'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsOf(at('2026-02-02'), at('2026-02-01'))).toEqual([]);
  });
});

it('a row is what its schema says', () => {
  expect(MetricsRow.parse(sampleRow())).toEqual(sampleRow());
});
