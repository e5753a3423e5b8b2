import { describe, expect, it } from 'vitest';
import { shownTime, tapped, zonesOf } from './when';

const at = Date.parse('2026-07-07T01:12:05Z');

describe('the time of an entry', () => {
  it.each([['Europe/Berlin', false, '03:12'], ['UTC', false, '01:12'], ['Europe/Berlin', true, '7 Jul 2026 03:12:05'], ['America/New_York', true, '6 Jul 2026 21:12:05']] as const)('in %s, full %s', (zone, full, words) => {
    expect(shownTime(at, at + 60_000, { zone, full })).toBe(words);
  });
});

describe('the zones to choose from', () => {
  const supportHours = { timeZone: 'Asia/Tokyo', windows: [], holidayCalendarId: null };
  it('have the one in which the service is at work', () => expect(zonesOf('Europe/Berlin', { supportHours })).toEqual(['Europe/Berlin', 'Asia/Tokyo', 'UTC']));
  it('are each named once', () => expect(zonesOf('UTC', { supportHours: { ...supportHours, timeZone: 'UTC' } })).toEqual(['UTC']));
  it('do without it', () => expect(zonesOf('Europe/Berlin', undefined)).toEqual(['Europe/Berlin', 'UTC']));
});

it('a tap shows another zone in full, a second one short', () => {
  const first = tapped({ zone: 'Europe/Berlin', full: false }, 'UTC');
  expect(first).toEqual({ zone: 'UTC', full: true });
  expect(tapped(first, 'UTC')).toEqual({ zone: 'UTC', full: false });
});
