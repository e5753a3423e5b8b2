import { handoffAdvice, noRest } from '#domain/oncall/care';
import type { NoRest } from '#domain/oncall/care';
import type { Override } from '#domain/oncall/schedule';
import { DAY } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';
import type { TimeZone } from '#domain/time/zone';
import type { Dated } from '../oncall/useOnCall';
import { spanWords } from '../schedules/changeWords';
import { shiftsIn } from './loadRows';
import type { Period, Which } from './loadRows';

/** Somebody's nights without enough rest after them in a period: the one to speak of, and how many there are. */
export type RestWarning = NoRest & { times: number };

/**
 * Who goes on call again too early after a night, most often first: of what is to come the soonest case, of what has been the latest. A rest that began before
 * `period` counts where the shift after it starts within it.
 */
export function restWarnings(dated: readonly Dated[], past: Readonly<Record<string, readonly Override[]>>, which: Which, { from, to }: Period, zoneOf: (userId: string) => TimeZone): RestWarning[] {
  // A day before is enough: no rest is longer than that, and the night before it is in it.
  const found = noRest(shiftsIn(dated, past, { from: from - DAY, to }), zoneOf).filter(({ nextStartAt }) => nextStartAt >= from);
  const byUser = new Map<string, NoRest[]>();
  for (const one of found) byUser.set(one.userId, [...(byUser.get(one.userId) ?? []), one]);
  return [...byUser.values()]
    .flatMap((own): RestWarning[] => { const one = which === 'next' ? own[0] : own.at(-1); return one === undefined ? [] : [{ ...one, times: own.length }]; })
    .sort((a, b) => b.times - a.times || a.rest - b.rest);
}

/** A rest that is too short, in the reader's zone: `Sam has 6 h of rest between two shifts, Thu 07:00 to 13:00. It happens 3 times.` `subject` says a name, or You. */
export function restSentence({ userId, endedAt, nextStartAt, rest, times }: RestWarning, which: Which, now: number, zone: TimeZone, subject: (userId: string) => string): string {
  const who = subject(userId);
  const has = which === 'last' ? 'had' : who === 'You' ? 'have' : 'has';
  const often = times === 1 ? '' : which === 'last' ? ` It happened ${times} times.` : ` It happens ${times} times.`;
  return `${who} ${has} ${durationWords(rest)} of rest between two shifts, ${spanWords(endedAt, nextStartAt, now, zone)}.${often}`;
}

export type HandoffWarning = { scheduleId: string; layerId: string; title: string; text: string };

/** The weekly turns that change hands on a Monday or a Friday, of layers that go on after `now` (ms since epoch). A layer is named where there are several. */
export function handoffWarnings(dated: readonly Dated[], now: number): HandoffWarning[] {
  return dated.flatMap(({ schedule }) => handoffAdvice(schedule).flatMap(({ layerId, weekday, advice }): HandoffWarning[] => {
    const layer = schedule.layers.find(({ id }) => id === layerId);
    if (layer === undefined || (layer.until !== null && layer.until <= now)) return [];
    const name = schedule.layers.length > 1 ? `${schedule.name} (${layer.name})` : schedule.name;
    return [{ scheduleId: schedule.id, layerId, title: `${name} hands over on a ${weekday === 'MO' ? 'Monday' : 'Friday'}.`, text: advice }];
  }));
}
