import { expect, it } from 'vitest';
import { calmNow } from './useHeartbeatWords';

it.each([
  [null, 1_000_123, 1_000_123], [1_000_000, 1_059_999, 1_059_999], [1_000_000, 1_060_000, 1_060_000], [1_000_000, 1_119_999, 1_060_000], [1_000_000, 999_000, 999_000],
])('after a ping at %s, %i is told as %i', (lastPingAt, now, told) => {
  expect(calmNow(lastPingAt, now)).toBe(told);
});
