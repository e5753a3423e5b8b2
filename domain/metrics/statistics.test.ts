import { describe, expect, it } from 'vitest';
import { levelOf, quantile, spreadOf } from './statistics';

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('a quantile', () => {
  // What R's quantile(type = 7) and a spreadsheet's PERCENTILE.INC say of the same numbers.
  it.each([
    [[7], 0.9, 7], [[1, 2], 0.5, 1.5], [[1, 2, 3, 4], 0.25, 1.75], [[1, 2, 3, 4], 0.5, 2.5], [[1, 2, 3, 4], 0.9, 3.7], [[15, 20, 35, 40, 50], 0.4, 29],
    [hundred, 0, 1], [hundred, 0.5, 50.5], [hundred, 0.9, 90.1], [hundred, 0.95, 95.05], [hundred, 0.99, 99.01], [hundred, 1, 100], [[3, 3, 3], 0.9, 3],
  ])('of %j at %f is %f', (sorted, part, expected) => {
    expect(quantile(sorted, part)).toBeCloseTo(expected, 9);
  });
});

describe('a spread', () => {
  it('has median, p90, mean and how many, in whatever order they come', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ count: 4, median: 2.5, p90: 3.7, mean: 2.5 });
    expect(spreadOf([9, 10, 1_000])).toMatchObject({ count: 3, median: 10, mean: 1_019 / 3 });
  });

  it('leaves what it was given as it was', () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('of nothing is nothing, and zero is something', () => {
    expect([spreadOf([]), levelOf([])]).toEqual([null, null]);
    expect(spreadOf([0])).toEqual({ count: 1, median: 0, p90: 0, mean: 0 });
  });
});

it('a level is what 50, 95 and 99 of a hundred stay below', () => {
  const level = levelOf([...hundred].reverse());
  expect([level?.count, level?.p50, level?.p95, level?.p99].map((each) => Number(each?.toFixed(6)))).toEqual([100, 50.5, 95.05, 99.01]);
});
