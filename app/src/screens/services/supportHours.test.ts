import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { SupportHours } from '#domain/service/service';
import { severitiesOfHours, supportDraftOf, supportHoursOf, supportWords } from './supportHours';

const german: SupportHours = { timeZone: 'Europe/Berlin', windows: [{ days: ['MO', 'FR'], start: '09:00', end: '17:00' }], holidayCalendarId: 'de' };

describe('support hours', () => {
  it.each([german, { ...german, holidayCalendarId: null }])('survive being edited without a change', (hours) => {
    expect(supportHoursOf(supportDraftOf(hours, 'UTC'))).toEqual({ supportHours: hours });
  });

  it('are none until somebody asks for them, and then a working week by the reader’s clocks', () => {
    const draft = supportDraftOf(undefined, 'America/New_York');
    expect(supportHoursOf(draft)).toEqual({ supportHours: null });
    const typed = supportHoursOf({ ...draft, on: true });
    expect('supportHours' in typed && SupportHours.parse(typed.supportHours).timeZone).toBe('America/New_York');
  });

  it('are not saved while a part has no day', () => {
    const draft = supportDraftOf({ ...german, windows: [{ days: [], start: '09:00', end: '17:00' }] }, 'UTC');
    expect(supportHoursOf(draft)).toEqual({ issues: [{ path: 'supportHours.windows.0.days', message: 'are needed: choose at least one' }] });
  });

  it('are told in words, with their calendar', () => {
    expect(supportWords(undefined, [])).toBe('At all times');
    expect(supportWords(german, [{ id: 'de', name: 'Germany' }])).toBe('Mon, Fri 09:00 to 17:00 in Berlin, not on holidays (Germany)');
    expect(supportWords(german, [])).toBe('Mon, Fri 09:00 to 17:00 in Berlin, not on holidays (a removed calendar)');
  });

  it('name the severities that depend on them', () => {
    expect(severitiesOfHours(defaultSeverityPolicy)).toBe('SEV3');
    expect(severitiesOfHours({ ...defaultSeverityPolicy, SEV3: { ...defaultSeverityPolicy.SEV3, urgency: 'low' } })).toBe('');
  });
});
