import { describe, expect, it } from 'vitest';
import { DAY } from './instant';
import { isWithin, spanAt, spansFrom, Weekday, type WeeklyWindow } from './weeklyWindow';

const at = (text: string) => Date.parse(text);
const said = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const everyDay = [...Weekday.options];
const window = (start: string, end: string, days: Weekday[] = everyDay): WeeklyWindow => ({ days, start, end });
/** The first spans from an instant. */
function spans(windows: WeeklyWindow[], zone: string, from: string, count: number): string[] {
  const found: string[] = [];
  for (const { startAt, endAt } of spansFrom(windows, zone, at(from))) {
    if (found.push(`${said(startAt)} to ${said(endAt)}`) === count) break;
  }
  return found;
}

// 2024-06-03 is a Monday.
describe('weekly windows', () => {
  it('are open from their start until just before their end, on their weekdays', () => {
    const office = [window('09:00', '17:00', ['MO', 'FR'])];
    expect(spans(office, 'UTC', '2024-06-03T09:00Z', 2)).toEqual(['2024-06-03T09:00 to 2024-06-03T17:00', '2024-06-07T09:00 to 2024-06-07T17:00']);
    expect(spans(office, 'UTC', '2024-06-03T17:00Z', 1)).toEqual(['2024-06-07T09:00 to 2024-06-07T17:00']);
  });
  it('are asked whether they are open', () => {
    const office = [window('09:00', '17:00', ['MO'])];
    const open = ['2024-06-03T08:59Z', '2024-06-03T09:00Z', '2024-06-03T16:59Z', '2024-06-03T17:00Z', '2024-06-04T12:00Z'].map((one) => isWithin(office, 'UTC', at(one)));
    expect(open).toEqual([false, true, true, false, false]);
    expect([isWithin([], 'UTC', 0), isWithin([window('00:00', '00:00')], 'UTC', 0)]).toEqual([false, true]);
  });
  it('that end earlier than they start run overnight, on the weekday of their start', () => {
    expect(spans([window('22:00', '06:00', ['SU'])], 'UTC', '2024-06-03T05:59Z', 2)).toEqual([
      '2024-06-02T22:00 to 2024-06-03T06:00', '2024-06-09T22:00 to 2024-06-10T06:00',
    ]);
  });
  it('that meet or overlap are one', () => {
    expect(spans([window('08:00', '08:00', ['MO', 'TU'])], 'UTC', '2024-06-03T12:00Z', 1)).toEqual(['2024-06-03T08:00 to 2024-06-05T08:00']);
    expect(spans([window('12:00', '18:00', ['MO']), window('09:00', '13:00', ['MO'])], 'UTC', '2024-06-03T00:00Z', 1)).toEqual(['2024-06-03T09:00 to 2024-06-03T18:00']);
  });
  it('of no days are never', () => {
    expect(spanAt([], 'UTC', 0)).toBeUndefined();
    expect(spanAt([window('09:00', '17:00', [])], 'UTC', 0)).toBeUndefined();
  });
  it.each([
    ['24 hours of all days', [window('07:00', '07:00')]], ['day and night', [window('08:00', '20:00'), window('20:00', '08:00')]],
    ['weekdays and weekends', [window('00:00', '00:00', ['MO', 'TU', 'WE', 'TH', 'FR']), window('00:00', '00:00', ['SA', 'SU'])]],
  ])('%s are always', (_what, windows) => {
    expect(spanAt(windows, 'America/Chicago', at('2024-06-03T12:00Z'))).toEqual({ startAt: -Infinity, endAt: Infinity });
  });
  it('that leave out a minute are not always', () => {
    expect(spans([window('00:00', '23:59')], 'UTC', '2024-06-03T12:00Z', 1)).toEqual(['2024-06-03T00:00 to 2024-06-03T23:59']);
    expect(spanAt([window('08:00', '08:00', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'])], 'UTC', at('2024-06-07T12:00Z'))).toEqual({
      startAt: at('2024-06-03T08:00Z'), endAt: at('2024-06-09T08:00Z'),
    });
  });

  it('end at the last of two equal wall times and start at the first', () => {
    const night = (start: string, end: string) => spans([window(start, end)], 'America/Chicago', '2018-11-04T05:00Z', 1);
    expect(night('01:00', '01:30')).toEqual(['2018-11-04T06:00 to 2018-11-04T07:30']);
    expect(night('00:30', '01:00')).toEqual(['2018-11-04T05:30 to 2018-11-04T07:00']);
  });
  it('have no length where clocks skip them, and start or end where the gap ends', () => {
    const night = (start: string, end: string) => spans([window(start, end)], 'America/Chicago', '2018-03-11T07:00Z', 1);
    expect(night('02:00', '02:45')).toEqual(['2018-03-12T07:00 to 2018-03-12T07:45']);
    expect(night('02:30', '05:00')).toEqual(['2018-03-11T08:00 to 2018-03-11T10:00']);
    expect(night('01:15', '02:30')).toEqual(['2018-03-11T07:15 to 2018-03-11T08:00']);
  });
  it('have a span whose beginning is days back', () => {
    const longWeek = [window('06:00', '06:00', ['SA', 'SU', 'MO', 'TU', 'WE', 'TH'])];
    const span = spanAt(longWeek, 'UTC', at('2024-06-06T12:00Z'));
    expect(span).toEqual({ startAt: at('2024-06-01T06:00Z'), endAt: at('2024-06-01T06:00Z') + 6 * DAY });
  });
});
