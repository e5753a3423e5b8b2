import type { Change } from '#domain/oncall/changes';
import type { Person } from '#domain/people/person';
import { listWords } from '#domain/readiness/telling';
import { DAY, type Instant } from '#domain/time/instant';
import { clockTime, whenWords } from '#domain/time/words';
import { wallAt } from '#domain/time/wallClock';
import type { TimeZone } from '#domain/time/zone';

type Reading = { people: Readonly<Record<string, Person>>; zone: TimeZone; now: Instant };

/** A stretch for people: `Thu 03:00 to 04:00`, `Thu 22:00 to Fri 07:00`, `today 03:00 to 04:00`. */
export function spanWords({ startAt, endAt }: { startAt: Instant; endAt: Instant }, { zone, now }: Pick<Reading, 'zone' | 'now'>): string {
  const day = (at: Instant) => Math.floor(wallAt(at, zone) / DAY);
  const named = (at: Instant) => (day(at) === day(now) ? `today ${clockTime(at, zone)}` : whenWords(at, now, zone));
  return `${named(startAt)} to ${day(startAt) === day(endAt) ? clockTime(endAt, zone) : named(endAt)}`;
}

/** Who is on call otherwise than before, in sentences: `Thu 03:00 to 04:00: Sam → nobody`; what is left out is counted: `and 12 more`. */
export function changeWords({ changes, count }: { changes: readonly Change[]; count: number }, reading: Reading): string[] {
  const names = (userIds: readonly string[]) => (userIds.length === 0 ? 'nobody' : listWords(userIds.map((id) => reading.people[id]?.name ?? id), 5));
  const sentences = changes.map(({ startAt, endAt, before, after }) => `${spanWords({ startAt, endAt }, reading)}: ${names(before)} → ${names(after)}`);
  return count > changes.length ? [...sentences, `and ${count - changes.length} more`] : sentences;
}
