import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, sampleService } from '../samples';
import type { Decision } from '../incident/decision';
import { setSeverity } from '../incident/adjust';
import { urgencyOf } from '../incident/severity';
import type { WeeklyWindow } from '../time/weeklyWindow';
import { inSupportHours, nextSupportHours } from './supportHours';

const office: WeeklyWindow = { days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' };
const serviceWith = (windows: WeeklyWindow[], timeZone = 'Europe/Berlin') => sampleService({ supportHours: { timeZone, windows, holidayCalendarId: 'de' } });
const service = serviceWith([office]);
const at = (text: string) => Date.parse(text);
const words = (moment: number) => new Date(moment).toISOString().slice(0, 16);
const next = (given: Parameters<typeof nextSupportHours>[0], text: string, ...dates: string[]) => words(nextSupportHours(given, { holidays: { de: dates } }, at(text)));

describe('whether somebody is at work', () => {
  it.each<[string, boolean]>([
    ['2026-11-23T07:59:59Z', false], ['2026-11-23T08:00:00Z', true], ['2026-11-23T15:59:59Z', true], ['2026-11-23T16:00:00Z', false], ['2026-11-21T12:00:00Z', false],
    // Summer time: an hour earlier.
    ['2026-07-06T07:00:00Z', true], ['2026-07-06T15:00:00Z', false],
  ])('%s', (moment, isAtWork) => {
    expect(inSupportHours(service, {}, at(moment))).toBe(isAtWork);
  });

  it('always, where a service has no hours or is not known', () => {
    for (const given of [undefined, sampleService()]) {
      expect(inSupportHours(given, {}, noon)).toBe(true);
      expect(nextSupportHours(given, {}, noon)).toBe(noon);
    }
  });

  it('not on a holiday, by the date of the service\'s zone', () => {
    expect(inSupportHours(service, { holidays: { de: ['2026-11-23'] } }, at('2026-11-23T10:00:00Z'))).toBe(false);
    expect(inSupportHours(service, { holidays: { fr: ['2026-11-23'] } }, at('2026-11-23T10:00:00Z'))).toBe(true);
    const auckland = serviceWith([office], 'Pacific/Auckland');
    // Monday 09:30 there, Sunday in UTC.
    expect(inSupportHours(auckland, { holidays: { de: ['2026-11-22'] } }, at('2026-11-22T20:30:00Z'))).toBe(true);
    expect(inSupportHours(auckland, { holidays: { de: ['2026-11-23'] } }, at('2026-11-22T20:30:00Z'))).toBe(false);
  });
});

describe('when somebody is next at work', () => {
  it('now, within the hours', () => {
    expect(next(service, '2026-11-23T10:00:00Z')).toBe('2026-11-23T10:00');
  });

  it.each([
    ['after work', '2026-11-23T16:00:00Z', '2026-11-24T08:00'], ['before work', '2026-11-23T05:00:00Z', '2026-11-23T08:00'], ['at the weekend', '2026-11-21T12:00:00Z', '2026-11-23T08:00'],
    ['over the change of clocks', '2026-10-24T12:00:00Z', '2026-10-26T08:00'],
  ])('%s', (_what, from, then) => {
    expect(next(service, from)).toBe(then);
  });

  it('after the holidays', () => {
    expect(next(service, '2026-11-23T10:00:00Z', '2026-11-23', '2026-11-24')).toBe('2026-11-25T08:00');
  });

  it('at once, where nobody is for a week and a half: it must not rest for ever', () => {
    const dates = Array.from({ length: 40 }, (_, day) => new Date(at('2026-11-20T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10));
    expect(next(service, '2026-11-23T10:00:00Z', ...dates)).toBe('2026-11-23T10:00');
  });

  // Whole days touch each other and are one span of the week: its start alone is no place to look.
  it('the day after a holiday in the middle of whole days', () => {
    const wholeDays = serviceWith([{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '00:00', end: '00:00' }]);
    expect(next(wholeDays, '2026-11-24T10:00:00Z', '2026-11-24')).toBe('2026-11-24T23:00');
    expect(next(wholeDays, '2026-11-21T12:00:00Z', '2026-11-23')).toBe('2026-11-23T23:00');
  });

  it('the end of a holiday, where somebody is always at work', () => {
    const always = serviceWith([{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], start: '00:00', end: '00:00' }]);
    expect(next(always, '2026-11-24T10:00:00Z', '2026-11-24')).toBe('2026-11-24T23:00');
  });

  it('at midnight, where a night shift begins on a holiday', () => {
    const nights = serviceWith([{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '22:00', end: '06:00' }]);
    expect(next(nights, '2026-11-24T22:00:00Z', '2026-11-24')).toBe('2026-11-24T23:00');
  });
});

describe('how loud it is', () => {
  const services = { checkout: service };
  const urgency = (severity: 'SEV1' | 'SEV2' | 'SEV3' | 'SEV4', moment: string, dates: string[] = []) => {
    const facts = sampleFacts({ service, services, holidays: { de: dates } });
    return sampleIncident({ severity }, facts, at(moment)).urgency;
  };
  it('of SEV3: loud within the hours, quiet beside them and on holidays', () => {
    expect(urgency('SEV3', '2026-11-23T10:00:00Z')).toBe('high');
    expect(urgency('SEV3', '2026-11-23T20:00:00Z')).toBe('low');
    expect(urgency('SEV3', '2026-11-23T10:00:00Z', ['2026-11-23'])).toBe('low');
  });

  it('of the others: the same at all times', () => {
    for (const moment of ['2026-11-23T10:00:00Z', '2026-11-21T02:00:00Z']) {
      expect((['SEV1', 'SEV2', 'SEV4'] as const).map((severity) => urgency(severity, moment))).toEqual(['high', 'high', 'low']);
    }
    expect(urgencyOf('SEV3', sampleFacts().severities, true)).toBe('high');
  });

  it('set to SEV3 by hand counts as of then', () => {
    const facts = sampleFacts({ service, services });
    const urgencyAfter = (decision: Decision) => (decision.kind === 'done' ? decision.turn.incident.urgency : decision.kind);
    const monday = at('2026-11-23T10:00:00Z');
    expect(urgencyAfter(setSeverity(sampleIncident({ severity: 'SEV4' }, facts, monday), 'SEV3', facts, monday))).toBe('high');
    expect(urgencyAfter(setSeverity(sampleIncident({ severity: 'SEV1' }, facts, noon), 'SEV3', facts, noon))).toBe('low');
  });
});
