import { describe, expect, it } from 'vitest';
import { canWait, leftOpenWords, owesFinalUpdate, progressWords } from './words';

const items = (...states: ('open' | 'done' | 'skipped')[]) => states.map((state, index) => ({ item: `Item ${index}`, state }));

it.each([[['open', 'done', 'skipped'], '2 of 3'], [[], '0 of 0'], [['done'], '1 of 1']] as const)('%j is %s', (states, words) => expect(progressWords(items(...states))).toBe(words));

describe('what is left open', () => {
  it('is nothing', () => expect(leftOpenWords(items('done', 'skipped'))).toBeNull());
  it('is named alone', () => expect(leftOpenWords(items('done', 'open'))).toMatch(/^Item 1 is left open .* shift review/));
  it('is counted together', () => expect(leftOpenWords(items('open', 'open'))).toMatch(/^2 items are left open/));
});

it.each([
  ['SEV1', true, { verdict: true, exitList: false }], ['SEV2', true, { verdict: true, exitList: false }], ['SEV3', true, { verdict: true, exitList: true }],
  ['SEV3', false, { verdict: false, exitList: false }], ['SEV1', false, { verdict: false, exitList: false }],
] as const)('of a %s at night %s can wait %j', (severity, atNight, waits) => expect(canWait({ severity }, atNight)).toEqual(waits));

it.each([[null, 0, null, false], [30, 0, null, true], [null, 2, null, true], [30, 2, 5, false]] as const)('a cadence of %s, %i updates, final %s: owed %s', (cadenceMinutes, updateCount, finalUpdateAt, owed) => {
  expect(owesFinalUpdate({ cadenceMinutes, updateCount, finalUpdateAt })).toBe(owed);
});
