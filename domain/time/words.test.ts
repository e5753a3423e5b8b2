import { describe, expect, it } from 'vitest';
import { clockTime, durationWords, whenWords } from './words';

const S = 1_000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;

describe('durationWords', () => {
  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [-5 * MIN, '0 s'],
    [14 * S, '14 s'],
    [59 * S + 999, '59 s'],
    [MIN, '1 min'],
    [2 * MIN + 10 * S, '2 min 10 s'],
    [12 * MIN, '12 min'],
    [H, '1 h'],
    [2 * H + 5 * MIN + 40 * S, '2 h 5 min'],
    [2 * H + 40 * S, '2 h'],
    [D - 1, '23 h 59 min'],
    [3 * D, '3 d'],
    [3 * D + 20 * H + 59 * MIN, '3 d 20 h'],
  ])('%i ms reads %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});

describe('clockTime', () => {
  const at = Date.parse('2024-07-01T22:12:59Z');
  it.each([
    ['UTC', '22:12'],
    ['Europe/Berlin', '00:12'],
    ['Asia/Kathmandu', '03:57'],
    ['America/New_York', '18:12'],
  ])('in %s', (zone, clock) => {
    expect(clockTime(at, zone)).toBe(clock);
  });
});

describe('whenWords', () => {
  // Wednesday, 03:30 in Berlin.
  const now = Date.parse('2024-12-11T02:30:00Z');
  it.each([
    ['later today', '2024-12-11T08:00:00Z', '09:00'],
    ['earlier today', '2024-12-10T23:00:00Z', '00:00'],
    ['a minute before midnight', '2024-12-10T22:59:00Z', 'Tue 23:59'],
    ['the coming Monday', '2024-12-16T08:00:00Z', 'Mon 09:00'],
    ['six days away', '2024-12-17T22:59:00Z', 'Tue 23:59'],
    ['a week away, on a day of the same name', '2024-12-17T23:00:00Z', '18 Dec 00:00'],
    ['six days ago', '2024-12-05T08:00:00Z', 'Thu 09:00'],
    ['a week ago', '2024-12-04T08:00:00Z', '4 Dec 09:00'],
    ['next year, but near', '2025-01-06T08:00:00Z', '6 Jan 09:00'],
    ['long ago, in this year', '2024-02-29T08:00:00Z', '29 Feb 09:00'],
    ['long ago, in another year', '2023-09-01T07:00:00Z', '1 Sep 2023 09:00'],
  ])('%s', (_what, at, words) => {
    expect(whenWords(Date.parse(at), now, 'Europe/Berlin')).toBe(words);
  });

  it('takes the day from the zone of the reader', () => {
    const at = Date.parse('2024-12-11T06:00:00Z');
    expect(whenWords(at, now, 'UTC')).toBe('06:00');
    expect(whenWords(at, now, 'America/Los_Angeles')).toBe('22:00');
    expect(whenWords(at, now, 'America/New_York')).toBe('Wed 01:00');
  });

  it('counts midnights, not 24 hours, across a change of clocks', () => {
    const saturdayNight = Date.parse('2024-03-30T22:30:00Z');
    const nextSaturday = Date.parse('2024-04-05T22:00:00Z');
    expect(whenWords(nextSaturday, saturdayNight, 'Europe/Berlin')).toBe('6 Apr 00:00');
    expect(whenWords(nextSaturday - 1, saturdayNight, 'Europe/Berlin')).toBe('Fri 23:59');
  });
});
