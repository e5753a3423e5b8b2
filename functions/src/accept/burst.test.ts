import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { foundBurst, isInBurst, lookAgain } from './burst';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('a burst that somebody else drains is believed for a second', () => {
  expect(isInBurst('c')).toBe(false);
  foundBurst('c');
  expect([isInBurst('c'), isInBurst('d')]).toEqual([true, false]);
  vi.advanceTimersByTime(1_001);
  expect(isInBurst('c')).toBe(false);
});

it('however many events of a burst are drained once, and the next ones again', async () => {
  const drained: string[] = [];
  const drain = (id: string) => { drained.push(id); return Promise.resolve(); };
  for (let index = 0; index < 50; index += 1) lookAgain('d', drain);
  expect(drained).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(drained).toEqual(['d']);
  lookAgain('d', drain);
  await vi.advanceTimersByTimeAsync(500);
  expect(drained).toEqual(['d', 'd']);
});
