import { describe, expect, it } from 'vitest';
import { daysFrom, fourWeeksFrom, headingOf, placed, rowsOf, stepped } from './calendar';
import { hueOf, initials, namesWords } from './names';

const HOUR = 3_600_000;
const berlin = 'Europe/Berlin';
// Saturday 21 November 2026, noon in UTC.
const saturday = Date.UTC(2026, 10, 21, 12);

describe('the rows of a calendar', () => {
  it('are the seven days from Monday in a week', () => {
    expect(rowsOf('week', saturday, berlin).flat().map(({ date }) => date)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']);
  });
  it('are the weeks that touch the month', () => {
    const rows = rowsOf('month', saturday, berlin);
    expect(rows).toHaveLength(6);
    expect(rows[0]?.[0]?.date).toBe('2026-10-26');
    expect(rows[5]?.[6]?.date).toBe('2026-12-06');
  });
  it('begin with the month itself where it begins on a Monday', () => {
    expect(rowsOf('month', Date.UTC(2027, 1, 10), 'UTC').map((row) => row[0]?.date)).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
  });
  it('know days of 23 and 25 hours', () => {
    const length = (date: string) => daysFrom(Date.parse(date), 1, berlin).map(({ startAt, endAt }) => (endAt - startAt) / HOUR);
    expect(length('2026-03-29')).toEqual([23]);
    expect(length('2026-10-25')).toEqual([25]);
  });
});

describe('the way through time', () => {
  it('leads to the week before and after, also across a change of clocks', () => {
    expect(stepped('week', Date.UTC(2026, 9, 24), 1, berlin)).toBe(Date.UTC(2026, 9, 25, 23));
    expect(headingOf('week', stepped('week', saturday, -1, berlin), berlin)).toBe('9 to 15 Nov 2026');
  });
  it('leads to the month before and after from its last day', () => {
    expect(headingOf('month', stepped('month', Date.UTC(2027, 0, 31, 12), 1, 'UTC'), 'UTC')).toBe('February 2027');
    expect(headingOf('month', stepped('month', Date.UTC(2027, 0, 31, 12), -1, 'UTC'), 'UTC')).toBe('December 2026');
  });
  it('names both months of a week that has two', () => {
    expect(headingOf('week', Date.UTC(2026, 10, 30, 12), 'UTC')).toBe('30 Nov to 6 Dec 2026');
  });
  it('is four weeks from the day that it is there', () => {
    const days = fourWeeksFrom(Date.UTC(2026, 10, 21, 23, 30), berlin);
    expect([days[0]?.date, days.length]).toEqual(['2026-11-22', 28]);
  });
});

describe('placed', () => {
  const strip = { startAt: 0, endAt: 100 };
  it('says where on the strip, cut off at its ends', () => {
    expect(placed([{ startAt: -50, endAt: 25 }], strip)).toEqual([{ item: { startAt: -50, endAt: 25 }, lane: 0, left: 0, width: 25, begins: false, ends: true }]);
  });
  it('puts those that overlap into lanes of their own, and goes on in a free one', () => {
    const lanes = placed([{ startAt: 50, endAt: 100 }, { startAt: 0, endAt: 50 }, { startAt: 20, endAt: 60 }], strip).map(({ item, lane }) => [item.startAt, lane]);
    expect(lanes).toEqual([[0, 0], [20, 1], [50, 0]]);
  });
  it('leaves out what only touches', () => {
    expect(placed([{ startAt: -10, endAt: 0 }, { startAt: 100, endAt: 110 }], strip)).toEqual([]);
  });
});

describe('a person in little room', () => {
  it.each([['Priya Nair', 'PN'], ['Cher', 'C'], ['Ana María de la Cruz', 'AC'], ['  li  ', 'L']])('%s is %s', (name, letters) => expect(initials(name)).toBe(letters));
  it('never has the hue of what burns', () => {
    for (const id of ['primary', 'secondary', 'admin', 'x', '']) expect(hueOf(id)).toSatisfy((hue: number) => hue >= 40 && hue <= 320);
  });
  it('stands in a sentence', () => expect([namesWords([]), namesWords(['Ann']), namesWords(['Ann', 'Ben', 'Cy'])]).toEqual(['nobody', 'Ann', 'Ann, Ben and Cy']));
});
