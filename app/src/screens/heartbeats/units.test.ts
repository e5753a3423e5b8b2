import { expect, it } from 'vitest';
import { cronTime, lengthDraftOf, secondsOf } from './units';

it.each([
  [30, '30', 'seconds'], [60, '1', 'minutes'], [90, '90', 'seconds'], [5_400, '90', 'minutes'], [3_600, '1', 'hours'], [86_400, '1', 'days'], [7 * 86_400, '7', 'days'], [0, '0', 'minutes'],
])('%i s is typed as %s %s', (seconds, count, unit) => {
  expect(lengthDraftOf(seconds)).toEqual({ count, unit });
  expect(secondsOf(lengthDraftOf(seconds))).toBe(seconds);
});

it.each([['', null], ['x', null], ['-1', null], ['1.5', 90], ['0.001', null], ['1e3', 60_000]] as const)('“%s” minutes are %s s', (count, seconds) => {
  expect(secondsOf({ count, unit: 'minutes' })).toBe(seconds);
});

it.each([
  [60, '* * * * *'], [300, '*/5 * * * *'], [3_600, '0 * * * *'], [6 * 3_600, '0 */6 * * *'], [86_400, '0 3 * * *'], [7 * 86_400, '0 3 * * 1'],
  [30, null], [7 * 60, null], [5 * 3_600, null], [2 * 86_400, null],
])('every %i s in cron is %s', (period, line) => {
  expect(cronTime(period)).toBe(line);
});
