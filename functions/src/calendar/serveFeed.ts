import { Timestamp } from 'firebase-admin/firestore';
import type { Request } from 'firebase-functions/https';
import { feedBack, type FeedSchedule, feedEvents } from '#domain/calendar/feed';
import { Override } from '#domain/oncall/schedule';
import { isMember, Person } from '#domain/people/person';
import { type Reply, refuse } from '../http/reply';
import type { Params } from '../http/router';
import { feedOfToken } from '../store/calendarFeeds';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { icalendar } from './icalendar';
import { withHolidays } from './withHolidays';

/** One answer for a token that is unknown, ended, or of somebody without access: a guess learns nothing. */
const gone = refuse(404, 'not-found', 'There is no such calendar. Make a new address in Rouse, under your profile.');

/** `GET /v1/calendar/{token}.ics`: the shifts of a feed, for calendars that subscribe to it. */
export async function calendarOf(_request: Request, { token = '' }: Params): Promise<Reply> {
  const feed = token.endsWith('.ics') ? await feedOfToken(token.slice(0, -'.ics'.length)) : undefined;
  if (feed === undefined) return gone;
  // As it is now: whoever has lost access reads nothing more, not even for half a minute.
  const [facts, person] = await Promise.all([configuration(), at.person(feed.userId).get().then((found) => read(Person, found))]);
  if (person === undefined || !isMember(person)) return gone;
  const wanted = withHolidays(facts).filter(({ schedule }) => feed.scheduleId === null || schedule.id === feed.scheduleId);
  if (feed.scheduleId !== null && wanted[0] === undefined) return gone;
  const now = Date.now();
  const schedules = await Promise.all(wanted.map((one) => withPast(one, now - feedBack)));
  const events = feedEvents(schedules, feed.scheduleId === null ? feed.userId : null, (userId) => facts.people[userId]?.name ?? 'somebody', now);
  const name = feed.scheduleId === null ? 'On call' : `On call: ${wanted[0]?.schedule.name ?? ''}`;
  return { status: 200, text: icalendar(name, events, now), contentType: 'text/calendar; charset=utf-8' };
}

/** The schedule with the overrides that ended since `from`, which are kept beside it: a shift that somebody took over stays theirs when it is past. */
async function withPast({ schedule, holidays }: FeedSchedule, from: number): Promise<FeedSchedule> {
  const { docs } = await at.schedule(schedule.id).collection('past').where('endAt', '>', Timestamp.fromMillis(from)).limit(500).get();
  const here = new Set(schedule.overrides.map(({ id }) => id));
  const past = docs.flatMap((found) => read(Override, found) ?? []).filter(({ id }) => !here.has(id));
  return { schedule: { ...schedule, overrides: [...past, ...schedule.overrides] }, holidays };
}
