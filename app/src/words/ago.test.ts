import { expect, it } from 'vitest';
import { agoWords } from './ago';

it.each([
  [0, 'just now'], [-5_000, 'just now'], [59_999, 'just now'], [60_000, '1 min ago'], [4 * 60_000 + 59_000, '4 min ago'],
  [3 * 3_600_000 + 59 * 60_000, '3 h ago'], [25 * 3_600_000, '1 d ago'], [12 * 24 * 3_600_000, '12 d ago'],
])('%i ms is %s', (ms, words) => {
  expect(agoWords(1_800_000_000_000 - ms, 1_800_000_000_000)).toBe(words);
});
