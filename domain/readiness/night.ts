import { DAY, HOUR, type Instant, MINUTE } from '../time/instant';
import { resolveWall, wallAt } from '../time/wallClock';
import type { TimeZone } from '../time/zone';

const begins = 22 * HOUR;
const ends = 7 * HOUR;

/** Whether it is night (22:00 to 07:00) by the clocks of a person's zone. */
export function isNight(at: Instant, zone: TimeZone): boolean {
  const clock = timeOfDay(at, zone);
  return clock >= begins || clock < ends;
}

/** The night that runs at `at` as `[startAt, endAt)` in ms since epoch: 22:00 to 07:00 by the clocks of the zone. Undefined by day. */
export function nightAt(at: Instant, zone: TimeZone): { startAt: Instant; endAt: Instant } | undefined {
  if (!isNight(at, zone)) return undefined;
  const evening = eveningOf(at, zone);
  return { startAt: resolveWall(evening + begins, zone, 'first'), endAt: resolveWall(evening + DAY + ends, zone, 'last') };
}

/** The same moment, or so much before the night began where it lies in one: nobody is woken for what can be said in the evening. */
export function beforeNight(at: Instant, zone: TimeZone, early: number = HOUR): Instant {
  return isNight(at, zone) ? resolveWall(eveningOf(at, zone) + begins - early, zone, 'first') : at;
}

/** How long before the night a second word comes, after a first one an hour before it. */
export const lastCall = 15 * MINUTE;

/** The midnight that began the day on whose evening this night began, on the wall clock. */
function eveningOf(at: Instant, zone: TimeZone): number {
  const wall = wallAt(at, zone);
  const day = Math.floor(wall / DAY) * DAY;
  return wall - day < ends ? day - DAY : day;
}

function timeOfDay(at: Instant, zone: TimeZone): number {
  const wall = wallAt(at, zone);
  return wall - Math.floor(wall / DAY) * DAY;
}
