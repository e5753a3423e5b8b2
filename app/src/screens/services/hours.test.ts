import { describe, expect, it } from 'vitest';
import { SupportHours } from '#domain/service/service';
import { anotherWindow, hoursIssues, hoursWords, inWeekOrder, windowsWords, workingWeek } from './hours';

describe('hours in words', () => {
  it.each([
    [[{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' }], 'Mon to Fri 09:00 to 17:00'],
    [[{ days: ['FR', 'MO', 'TU'], start: '22:00', end: '06:00' }], 'Mon, Tue, Fri 22:00 to 06:00 the next day'],
    [[{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], start: '00:00', end: '00:00' }], 'every day all day'],
    [[{ days: ['SA'], start: '12:00', end: '00:00' }], 'Sat 12:00 to 24:00'],
    [[{ days: ['SA'], start: '12:00', end: '12:00' }], 'Sat from 12:00 for 24 h'],
    [[{ days: ['MO'], start: '09:00', end: '12:00' }, { days: ['TU'], start: '09:00', end: '12:00' }, { days: ['WE'], start: '13:00', end: '15:00' }], 'Mon 09:00 to 12:00, Tue 09:00 to 12:00 and Wed 13:00 to 15:00'],
    [[], 'never'],
  ] as const)('%j', (windows, words) => {
    expect(windowsWords(windows.map((window) => ({ ...window, days: [...window.days] })))).toBe(words);
  });

  it('name the place whose clocks tell them', () => {
    expect(hoursWords(workingWeek('America/New_York'))).toBe('Mon to Fri 09:00 to 17:00 in New York');
    expect(hoursWords(workingWeek('UTC'))).toBe('Mon to Fri 09:00 to 17:00 UTC');
  });
});

describe('typed hours', () => {
  it('are valid as the editor starts, and stored in the order of the week', () => {
    expect(hoursIssues(workingWeek('Europe/Berlin'), 'supportHours')).toEqual([]);
    const windows = inWeekOrder([{ days: ['SU', 'MO'], start: '10:00', end: '11:00' }]);
    expect(SupportHours.parse({ timeZone: 'Europe/Berlin', windows, holidayCalendarId: null }).windows[0]?.days).toEqual(['MO', 'SU']);
  });

  it('say what is missing, each at its field', () => {
    expect(hoursIssues({ timeZone: '', windows: [] }, 'supportHours').map(({ path }) => path)).toEqual(['supportHours.timeZone', 'supportHours.windows']);
    expect(hoursIssues({ timeZone: 'UTC', windows: [{ days: [], start: '', end: '9' }] }, 'h').map(({ path }) => path)).toEqual(['h.windows.0.days', 'h.windows.0.start', 'h.windows.0.end']);
  });

  it('go on with the days that are left', () => {
    expect(anotherWindow(workingWeek('UTC').windows).days).toEqual(['SA', 'SU']);
    expect(anotherWindow([{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], start: '09:00', end: '10:00' }]).days).toEqual(['SA', 'SU']);
  });
});
