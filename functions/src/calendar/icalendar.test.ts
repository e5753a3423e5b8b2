import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { noon } from '#domain/samples';
import { HOUR } from '#domain/time/instant';
import { icalendar } from './icalendar';

const event = { uid: 'primary.priya.1@rouse', summary: 'On call: Primary', startAt: noon, endAt: noon + HOUR };

it('says when in UTC, what and nothing about anybody\'s address', () => {
  expect(icalendar('On call', [event], noon).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR', 'PRODID:-//Rouse//On call//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:On call', 'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT', 'UID:primary.priya.1@rouse', 'DTSTAMP:20261121T120000Z', 'DTSTART:20261121T120000Z', 'DTEND:20261121T130000Z', 'SUMMARY:On call: Primary',
    'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
  ]);
});

it('cannot be written into by a name', () => {
  const summary = 'On call: a;b,c\\\r\nEND:VEVENT\r\nBEGIN:VALARM "x" äöü 🚨'.repeat(3);
  const text = icalendar(summary, [{ ...event, summary }], noon);
  const read = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]).getFirstSubcomponent('vevent') ?? undefined); // The library's own type of it is any[].
  expect(read.summary).toBe(summary.replace(/\s+/g, ' '));
  expect(read.component.getAllSubcomponents()).toEqual([]);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 76)).toBe(true);
});
