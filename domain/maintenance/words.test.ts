import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { DAY, HOUR } from '../time/instant';
import { windowWords } from './applies';
import type { WindowTime } from './maintenanceWindow';

// Saturday 21 November 2026, 12:00 UTC, 13:00 in Berlin.
const weekly = (weekdays: number[], from: string, hours: number, lastDate: string | null = null): WindowTime =>
  ({ kind: 'weekly', timeZone: 'Europe/Berlin', weekdays, from, lengthMinutes: hours * 60, firstDate: '2026-01-01', lastDate });
const monthly = (dayOfMonth: number): WindowTime =>
  ({ kind: 'monthly', timeZone: 'UTC', dayOfMonth, from: '02:00', lengthMinutes: 120, firstDate: '2026-01-01', lastDate: null });
const once = (from: number, until: number): WindowTime => ({ kind: 'once', startsAt: noon + from * HOUR, endsAt: noon + until * HOUR });
const words = (time: WindowTime, endedAt: number | null = null) => windowWords({ time, endedAt }, noon, 'Europe/Berlin');

describe('windowWords', () => {
  it.each<[string, WindowTime]>([
    ['Sundays 02:00 to 04:00 (Europe/Berlin), next tomorrow 02:00', weekly([7], '02:00', 2)],
    ['Saturdays 22:00 to 02:00 (Europe/Berlin), next today 22:00', weekly([6], '22:00', 4)],
    ['Saturdays 12:30 to 14:30 (Europe/Berlin), on until today 14:30', weekly([6], '12:30', 2)],
    ['Saturdays 12:30 to 00:30 (Europe/Berlin), on until tomorrow 00:30', weekly([6], '12:30', 12)],
    ['Mondays to Fridays 09:00 to 10:00 (Europe/Berlin), next Mon 09:00', weekly([5, 1, 2, 3, 4], '09:00', 1)],
    ['Every day 01:00 to 02:00 (Europe/Berlin), next tomorrow 01:00', weekly([1, 2, 3, 4, 5, 6, 7], '01:00', 1)],
    ['Mondays, Wednesdays and Fridays 09:00 to 10:00 (Europe/Berlin), next Mon 09:00', weekly([1, 3, 5, 3], '09:00', 1)],
    ['Saturdays and Sundays 00:00 to 23:00 (Europe/Berlin), on until today 23:00', weekly([6, 7], '00:00', 23)],
    ['Fridays from 22:00 for 2 d 6 h (Europe/Berlin), on until Mon 04:00', weekly([5], '22:00', 54)],
    ['Sundays 02:00 to 04:00 (Europe/Berlin), over', weekly([7], '02:00', 2, '2026-11-15')],
    ['Every month on the 1st, 02:00 to 04:00 (UTC), next 1 Dec 03:00', monthly(1)],
    ['Every month on the 22nd, 02:00 to 04:00 (UTC), next tomorrow 03:00', monthly(22)],
    ['Every month on the 11th, 02:00 to 04:00 (UTC), next 11 Dec 03:00', monthly(11)],
    ['Every month on the 31st or its last day, 02:00 to 04:00 (UTC), next 30 Nov 03:00', monthly(31)],
    ['Once, today 22:00 to Sun 02:00', once(9, 13)],
    ['Once, today 12:00 to 14:00, on until today 14:00', once(-1, 1)],
    ['Once, today 11:00 to 12:00, over', once(-2, -1)],
  ])('%s', (expected, time) => {
    expect(words(time)).toBe(expected);
  });

  it('says that somebody ended it', () => {
    expect(words(weekly([7], '02:00', 2), noon - 2 * DAY)).toBe('Sundays 02:00 to 04:00 (Europe/Berlin), ended Thu 13:00');
  });
});
