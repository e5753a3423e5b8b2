import type { Notification } from '#domain/notification/notification';
import { load } from '#domain/oncall/care';
import { shiftsBetween } from '#domain/oncall/oncall';
import type { Shift } from '#domain/oncall/rotation';
import type { Override } from '#domain/oncall/schedule';
import { isMember } from '#domain/people/person';
import type { Person } from '#domain/people/person';
import { isNight } from '#domain/readiness/night';
import { DAY } from '#domain/time/instant';
import { resolveWall, wallAt } from '#domain/time/wallClock';
import type { TimeZone } from '#domain/time/zone';
import type { Dated } from '../oncall/useOnCall';

/** The last four weeks, or the next ones. */
export type Which = 'last' | 'next';
/** A stretch of time, `[from, to)` in ms since epoch. */
export type Period = { from: number; to: number };

/** The four weeks on either side of `now`, from and to a midnight of the reader's zone: what is asked of the server then stays the same all day. */
export function periodOf(which: Which, now: number, zone: TimeZone): Period {
  const today = Math.floor(wallAt(now, zone) / DAY) * DAY;
  const midnight = (days: number) => resolveWall(today + days * DAY, zone, 'first');
  return which === 'last' ? { from: midnight(-28), to: now } : { from: now, to: midnight(28) };
}

/** Everybody's shifts in a period, over all schedules as they are now. `past`: the overrides kept beside them, by schedule, which came before those that are still in them. */
export function shiftsIn(dated: readonly Dated[], past: Readonly<Record<string, readonly Override[]>>, { from, to }: Period): Shift[] {
  return dated.flatMap(({ schedule, holidays }) => {
    const here = new Set(schedule.overrides.map(({ id }) => id));
    const before = (past[schedule.id] ?? []).filter(({ id }) => !here.has(id));
    return shiftsBetween({ ...schedule, overrides: [...before, ...schedule.overrides] }, from, to, holidays);
  });
}

/** Who takes turns somewhere, and could still be paged: they count with nothing to do as well, or the median would be that of the busy. */
export function whoTakesTurns(dated: readonly Dated[], people: Readonly<Record<string, Person>>): string[] {
  const named = new Set(dated.flatMap(({ schedule }) => schedule.layers.flatMap(({ participants }) => participants)));
  return [...named].filter((id) => { const person = people[id]; return person !== undefined && isMember(person); });
}

/** What one person has to carry in a period. `longestRun`: days in a row, by their own clocks, of which none was free of being on call. */
export type LoadRow = { userId: string; hours: number; nightHours: number; pages: number; nightPages: number; longestRun: number };
export type MessageOfPage = Pick<Notification, 'userId' | 'incidentId' | 'episode' | 'sentAt'>;
type Known = { zoneOf: (userId: string) => TimeZone; nameOf: (userId: string) => string };

/** A row for everybody who takes turns, was on call or was paged: the most pages at night first, then the most hours. */
export function loadRows(shifts: readonly Shift[], messages: readonly MessageOfPage[], turns: readonly string[], { zoneOf, nameOf }: Known): LoadRow[] {
  const hours = new Map(load(shifts, zoneOf).map((one) => [one.userId, one]));
  const pages = pagesByUser(messages, zoneOf);
  const everybody = new Set([...turns, ...hours.keys(), ...pages.keys()]);
  return [...everybody].map((userId): LoadRow => {
    const own = [...(pages.get(userId)?.values() ?? [])];
    return {
      userId, hours: hours.get(userId)?.hours ?? 0, nightHours: hours.get(userId)?.nightHours ?? 0, pages: own.length, nightPages: own.filter((atNight) => atNight).length,
      longestRun: longestRun(shifts.filter((shift) => shift.userId === userId), zoneOf(userId)),
    };
  }).sort((a, b) => b.nightPages - a.nightPages || b.hours - a.hours || nameOf(a.userId).localeCompare(nameOf(b.userId)));
}

/**
 * Each person's pages, and whether they came at night. One page is one incident's episode, by however many ways and rounds it reached them: at night if any of
 * its messages left between 22:00 and 07:00 by their own clocks. What was never sent woke nobody.
 */
function pagesByUser(messages: readonly MessageOfPage[], zoneOf: Known['zoneOf']): Map<string, Map<string, boolean>> {
  const byUser = new Map<string, Map<string, boolean>>();
  for (const { userId, incidentId, episode, sentAt } of messages) {
    if (userId === null || sentAt === null) continue;
    const own = byUser.get(userId) ?? new Map<string, boolean>();
    const page = `${incidentId} ${episode}`;
    own.set(page, own.get(page) === true || isNight(sentAt, zoneOf(userId)));
    byUser.set(userId, own);
  }
  return byUser;
}

/** The most days in a row, by the clocks of `zone`, each of which has some of this time in it. */
function longestRun(shifts: readonly Shift[], zone: TimeZone): number {
  const day = (at: number) => Math.floor(wallAt(at, zone) / DAY);
  const days = new Set(shifts.flatMap(({ startAt, endAt }) => {
    const first = day(startAt);
    return Array.from({ length: day(endAt - 1) - first + 1 }, (_, index) => first + index);
  }));
  let longest = 0;
  let run = 0;
  let before = NaN;
  for (const each of [...days].sort((a, b) => a - b)) {
    run = each === before + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = each;
  }
  return longest;
}

/** The middle one of some numbers, or the mean of the two in the middle; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}
