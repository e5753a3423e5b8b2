import { describe, expect, it } from 'vitest';
import { HolidayCalendar } from '#domain/oncall/holidays';
import { noon } from '#domain/samples';
import { readHolidays } from './readHolidays';

const event = (...lines: string[]) => ['BEGIN:VEVENT', `UID:${lines.join('')}`, ...lines, 'END:VEVENT'];
const file = (...events: string[][]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const read = (...events: string[][]) => {
  const found = readHolidays(file(...events), noon);
  if (!found.ok) throw new Error(found.problem);
  return { days: found.days.map(({ date, name }) => `${date} ${name}`), ignored: found.ignored };
};
const day = (date: string, ...lines: string[]) => event(`DTSTART;VALUE=DATE:${date}`, 'SUMMARY:Day', ...lines);

describe('a file of holidays', () => {
  it('has each day of its all-day events', () => {
    expect(read(day('20261225', 'DTEND;VALUE=DATE:20261227'), day('20270101'), day('20270501', 'DTEND;VALUE=DATE:20270502'), day('20270601', 'DURATION:P2D'))).toEqual({
      days: ['2026-12-25 Day', '2026-12-26 Day', '2027-01-01 Day', '2027-05-01 Day', '2027-06-01 Day', '2027-06-02 Day'], ignored: 0,
    });
  });

  it('reads a year back and two years ahead', () => {
    expect(read(day('20251120'), day('20251119'), day('20281121'), day('20281122')).days).toEqual(['2025-11-20 Day', '2028-11-21 Day']);
  });

  it('repeats by the year, without the years that are excepted, moved or past the rule\'s end', () => {
    expect(read(day('20200101', 'RRULE:FREQ=YEARLY')).days).toEqual(['2026-01-01 Day', '2027-01-01 Day', '2028-01-01 Day']);
    expect(read(day('20200101', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270101')).days).toEqual(['2026-01-01 Day', '2028-01-01 Day']);
    expect(read(day('20200101', 'RRULE:FREQ=YEARLY;UNTIL=20270601')).days).toEqual(['2026-01-01 Day', '2027-01-01 Day']);
    expect(read(day('20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')).days).toEqual(['2025-11-27 Day', '2026-11-26 Day', '2027-11-25 Day']);
    const moved = ['BEGIN:VEVENT', 'UID:king', 'DTSTART;VALUE=DATE:20200427', 'RRULE:FREQ=YEARLY', 'SUMMARY:King', 'END:VEVENT'];
    const instead = ['BEGIN:VEVENT', 'UID:king', 'RECURRENCE-ID;VALUE=DATE:20270427', 'DTSTART;VALUE=DATE:20270426', 'SUMMARY:King (moved)', 'END:VEVENT'];
    expect(read(moved, instead).days).toEqual(['2026-04-27 King', '2027-04-26 King (moved)', '2028-04-27 King']);
  });

  it('has no 29 February in other years, and no 30 February at all', () => {
    expect(read(day('20200229', 'RRULE:FREQ=YEARLY')).days).toEqual(['2028-02-29 Day']);
    expect(read(day('20200101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).days).toEqual([]);
  });

  it('counts what is no holiday: times of day, rules that are not yearly; cancelled ones are not even that', () => {
    expect(read(
      event('DTSTART:20261224T180000Z', 'DTEND:20261224T200000Z', 'SUMMARY:Party'), event('SUMMARY:No time'), day('20261201', 'RRULE:FREQ=DAILY'),
      day('20261202', 'STATUS:CANCELLED'), day('20261203'),
    )).toEqual({ days: ['2026-12-03 Day'], ignored: 3 });
  });

  it('names them as they are written: folded, escaped, empty, too long', () => {
    expect(read(event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas\\, and', '  more')).days).toEqual(['2026-12-25 Christmas, and more']);
    expect(read(event('DTSTART;VALUE=DATE:20261225')).days).toEqual(['2026-12-25 Holiday']);
    expect(read(event('DTSTART;VALUE=DATE:20261225', `SUMMARY:${'x'.repeat(300)}`)).days).toEqual([`2026-12-25 ${'x'.repeat(200)}`]);
  });

  it('that tries to hold the reader up ends soon', () => {
    // A rule that never comes true, by the day, keeps the library searching for ever; by the year it costs it 60 ms.
    const began = performance.now();
    expect(read(day('20200101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')).ignored).toBe(1);
    const never = Array.from({ length: 2_000 }, (_, n) => event(`DTSTART;VALUE=DATE:20200101`, `SUMMARY:${n}`, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=9MO'));
    expect(readHolidays(file(...never), noon, 500)).toEqual({ ok: false, problem: expect.stringMatching(/too large/) as string });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is kept as a calendar keeps it, however many there are', () => {
    const many = readHolidays(file(...Array.from({ length: 300 }, (_, n) => day('20200101', `RRULE:FREQ=YEARLY;BYYEARDAY=${n + 1},${n + 2}`))), noon);
    if (!many.ok) throw new Error(many.problem);
    expect(HolidayCalendar.shape.days.safeParse(many.days).success).toBe(true);
    expect(many.days.length).toBeGreaterThan(700);
  });

  it.each([
    ['nothing', ''], ['a page', '<!doctype html><html><body>Sign in</body></html>'], ['JSON', '{"a":1}'], ['a card', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nEND:VCARD\r\n'],
    ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2026'], ['two files', file(day('20261225')) + file(day('20261226'))],
    ['a broken rule', file(day('20261225', 'RRULE:FREQ=YEARLY;BYMONTH=13'))],
  ])('is asked for again where %s came', (_, text) => {
    expect(readHolidays(text, noon)).toEqual({ ok: false, problem: expect.stringMatching(/no iCalendar file/) as string });
  });
});
