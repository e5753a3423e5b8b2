import { DAY, HOUR } from '../time/instant';
import { wallOf } from '../time/wallClock';
import { type Span, spansFrom, Weekday, weekdayOf, type WeeklyWindow } from '../time/weeklyWindow';
import type { TimeZone } from '../time/zone';
import type { Shift } from './rotation';
import type { Schedule } from './schedule';
import { mergedSpans, overlapOf } from './steps';

// What wears people out, as facts for advice: nothing here forbids anything.

/** The night by a person's own clocks. */
const night: WeeklyWindow = { days: [...Weekday.options], start: '22:00', end: '07:00' };
/** Less time than this between two shifts does not make up for a night. */
export const REST = 8 * HOUR;

export type HandoffAdvice = { layerId: string; weekday: 'MO' | 'FR'; advice: string };

/** The layers with a weekly rotation that hands over on a Monday or Friday, and why another day is better. */
export function handoffAdvice(schedule: Schedule): HandoffAdvice[] {
  return schedule.layers.flatMap(({ id: layerId, rotation, participants }): HandoffAdvice[] => {
    if (rotation.type !== 'weekly' || new Set(participants).size < 2) return [];
    const weekday = weekdayOf(Math.floor(wallOf(rotation.startLocal) / DAY));
    return weekday === 'MO' || weekday === 'FR' ? [{ layerId, weekday, advice: advice[weekday] }] : [];
  });
}

const advice = {
  MO: 'A Monday is often a holiday, and the weekend still waits to be told. Tuesday to Thursday finds both people at work.',
  FR: 'On a Friday the next person goes into a weekend without having seen the week. Tuesday to Thursday finds both people at work.',
};

/** Somebody who worked in the night until `endedAt` and is on call again at `nextStartAt` (ms since epoch), `rest` ms later. */
export type NoRest = { userId: string; endedAt: number; nextStartAt: number; rest: number };

/** Where less than `REST` lies between two shifts of a person, the first of which went into their night. Shifts of several schedules may be given together. */
export function noRest(shifts: readonly Shift[], zoneOf: (userId: string) => TimeZone): NoRest[] {
  return [...timesByUser(shifts)].flatMap(([userId, times]) =>
    times.flatMap((time, i) => {
      const next = times[i + 1];
      if (next === undefined || next.startAt - time.endAt >= REST || nightOf([time], zoneOf(userId)) === 0) return [];
      return [{ userId, endedAt: time.endAt, nextStartAt: next.startAt, rest: next.startAt - time.endAt }];
    }),
  );
}

/** A person's time on call, in hours; `nightHours` lie between 22:00 and 07:00 by their own clocks. */
export type Load = { userId: string; hours: number; nightHours: number };

/** How much each person is on call, most first. Time in several shifts at once counts once. */
export function load(shifts: readonly Shift[], zoneOf: (userId: string) => TimeZone): Load[] {
  return [...timesByUser(shifts)]
    .map(([userId, times]) => ({ userId, hours: lengthOf(times) / HOUR, nightHours: nightOf(times, zoneOf(userId)) / HOUR }))
    .sort((a, b) => b.hours - a.hours);
}

function timesByUser(shifts: readonly Shift[]): Map<string, Span[]> {
  const byUser = new Map<string, Shift[]>();
  for (const shift of shifts) byUser.set(shift.userId, [...(byUser.get(shift.userId) ?? []), shift]);
  return new Map([...byUser].map(([userId, own]) => [userId, mergedSpans(own)]));
}

/** How much of sorted times lies in the night, in ms. */
function nightOf(times: readonly Span[], zone: TimeZone): number {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const nights: Span[] = [];
  for (const one of spansFrom([night], zone, first.startAt)) {
    if (one.startAt >= last.endAt) break;
    nights.push(one);
  }
  return lengthOf(overlapOf(times, nights));
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((total, { startAt, endAt }) => total + endAt - startAt, 0);
