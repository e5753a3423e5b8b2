import { describe, expect, it } from 'vitest';
import { duringWords, isDuring, isTimeOfDay } from './during';
import type { TimeOfWeek } from './rule';

const span = (fields: Partial<TimeOfWeek>): TimeOfWeek => ({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '06:00', timeZone: 'Europe/Berlin', ...fields });
const is = (fields: Partial<TimeOfWeek>, at: string) => isDuring(span(fields), Date.parse(at));

describe('isDuring', () => {
  // 2026-11-21 is a Saturday; Berlin is an hour ahead of UTC.
  it.each<[string, Partial<TimeOfWeek>, string, boolean]>([
    ['by day', { from: '09:00', until: '17:00' }, '2026-11-21T08:00Z', true],
    ['a minute before', { from: '09:00', until: '17:00' }, '2026-11-21T07:59:59Z', false],
    ['at its end', { from: '09:00', until: '17:00' }, '2026-11-21T16:00Z', false],
    ['late in the evening', {}, '2026-11-21T21:00Z', true],
    ['early in the morning', {}, '2026-11-21T04:59Z', true],
    ['after the night', {}, '2026-11-21T05:00Z', false],
    ['the night belongs to the day it starts on', { weekdays: [5] }, '2026-11-21T04:00Z', true],
    ['and not to the next', { weekdays: [6] }, '2026-11-21T04:00Z', false],
    ['Sunday into Monday', { weekdays: [7] }, '2026-11-23T03:00Z', true],
    ['24 hours', { weekdays: [6], from: '09:00', until: '09:00' }, '2026-11-22T07:59Z', true],
    ['24 hours are over', { weekdays: [6], from: '09:00', until: '09:00' }, '2026-11-22T08:00Z', false],
    ['the first pass of a repeated hour', { from: '02:30', until: '02:45' }, '2026-10-25T00:50Z', true],
    ['the second pass', { from: '02:30', until: '02:45' }, '2026-10-25T01:44Z', true],
    ['after the second pass', { from: '02:30', until: '02:45' }, '2026-10-25T01:45Z', false],
    ['a start that is skipped', { from: '02:30', until: '04:00' }, '2026-03-29T01:00Z', true],
    ['before the gap', { from: '02:30', until: '04:00' }, '2026-03-29T00:59Z', false],
    ['a time that does not exist', { from: '25:00', until: '26:00' }, '2026-11-21T01:00Z', false],
  ])('%s', (_what, fields, at, expected) => {
    expect(is(fields, at)).toBe(expected);
  });
});

describe('words', () => {
  it.each([['00:00', true], ['23:59', true], ['24:00', false], ['12:60', false]])('%s is a time of day: %j', (text, expected) => {
    expect(isTimeOfDay(text)).toBe(expected);
  });
  it('says the hour and the span', () => {
    expect(duringWords(span({ weekdays: [2, 1] }), Date.parse('2026-11-23T22:12Z'))).toBe('at 23:12 (Mon, Tue 22:00 to 06:00, Europe/Berlin)');
    expect(duringWords(span({}), Date.parse('2026-11-23T22:12Z'))).toBe('at 23:12 (every day 22:00 to 06:00, Europe/Berlin)');
  });
});
