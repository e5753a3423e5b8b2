import ICAL from 'ical.js';
import type { FeedEvent } from '#domain/calendar/feed';

/** The events as an iCalendar file (RFC 5545). They block no time, since somebody on call is not busy; nobody's address is in it. `now`: when it was made. */
export function icalendar(name: string, events: readonly FeedEvent[], now: number): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Rouse//On call//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  // What Apple and Google, and Outlook, call it; and how often they should read it again.
  calendar.addPropertyWithValue('x-wr-calname', oneLine(name));
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H');
  for (const { uid, summary, startAt, endAt } of events) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', uid);
    event.addPropertyWithValue('dtstamp', utc(now));
    event.addPropertyWithValue('dtstart', utc(startAt));
    event.addPropertyWithValue('dtend', utc(endAt));
    event.addPropertyWithValue('summary', oneLine(summary));
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

/** To the second, as the format has it; nobody hands over within one. */
const utc = (at: number) => ICAL.Time.fromJSDate(new Date(at), true);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
