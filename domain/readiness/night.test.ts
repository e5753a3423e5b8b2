import { describe, expect, it } from 'vitest';
import { beforeNight, isNight, lastCall, nightAt } from './night';

const at = (text: string) => Date.parse(text);

describe('the night of a person', () => {
  it.each([
    ['2026-07-14T19:59Z', false], ['2026-07-14T20:00Z', true], ['2026-07-15T04:59Z', true], ['2026-07-15T05:00Z', false],
  ])('at %s in Berlin: %s', (text, expected) => {
    expect(isNight(at(text), 'Europe/Berlin')).toBe(expected);
  });

  it('is one span from the evening to the morning, seen from before and after midnight', () => {
    const night = { startAt: at('2026-07-14T20:00Z'), endAt: at('2026-07-15T05:00Z') };
    expect(nightAt(at('2026-07-14T21:00Z'), 'Europe/Berlin')).toEqual(night);
    expect(nightAt(at('2026-07-15T03:00Z'), 'Europe/Berlin')).toEqual(night);
    expect(nightAt(at('2026-07-15T12:00Z'), 'Europe/Berlin')).toBeUndefined();
  });

  it('lasts ten hours when clocks go back in it', () => {
    const night = nightAt(at('2026-10-25T01:00Z'), 'Europe/Berlin');
    expect(night).toEqual({ startAt: at('2026-10-24T20:00Z'), endAt: at('2026-10-25T06:00Z') });
  });
});

describe('what would be said at night', () => {
  it('is said in the evening before, an hour before the night or as asked', () => {
    expect(beforeNight(at('2026-07-15T04:00Z'), 'Europe/Berlin')).toBe(at('2026-07-14T19:00Z'));
    expect(beforeNight(at('2026-07-14T22:30Z'), 'Europe/Berlin', lastCall)).toBe(at('2026-07-14T19:45Z'));
  });

  it('and by day stays where it is', () => {
    expect(beforeNight(at('2026-07-15T12:00Z'), 'Europe/Berlin')).toBe(at('2026-07-15T12:00Z'));
  });
});
