import { handoffAdvice, noRest } from '#domain/oncall/care';
import { oddities, oddityWords } from '#domain/oncall/oddities';
import { gapsBetween, shiftsBetween } from '#domain/oncall/oncall';
import type { Schedule } from '#domain/oncall/schedule';
import { isMember } from '#domain/people/person';
import type { Person } from '#domain/people/person';
import { DAY } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';
import { spanWords } from './changeWords';

/** A sentence that helps. `gap`: somebody should see to it; `hint`: it may well be meant. */
export type Advice = { tone: 'gap' | 'hint'; text: string };

/** What to know about a schedule before it is saved: gaps in the next four weeks, changes of clocks within a year, and what wears people out. */
export function adviceOn(schedule: Schedule, holidays: readonly string[], people: Readonly<Record<string, Person>>, now: number): Advice[] {
  const nameOf = (id: string) => people[id]?.name ?? 'somebody who left';
  const layerName = (id: string) => schedule.layers.find((layer) => layer.id === id)?.name ?? '';
  const hint = (text: string): Advice => ({ tone: 'hint', text });
  const gaps = gapsBetween(schedule, now, now + 28 * DAY, holidays);
  const named = schedule.layers.flatMap(({ participants }) => participants);
  const everybody = new Set(named);
  const gone = [...everybody].filter((id) => { const person = people[id]; return person === undefined || !isMember(person); });
  const tired = noRest(shiftsBetween(schedule, now, now + 28 * DAY, holidays), (id) => people[id]?.timeZone ?? schedule.timeZone);
  const clocks = oddities(schedule, now, now + 366 * DAY);
  return [
    ...gaps.slice(0, 3).map(({ startAt, endAt }): Advice => ({ tone: 'gap', text: endAt - startAt >= 28 * DAY ? 'Nobody is ever on call: look at the times of the layers.' : `Nobody is on call ${spanWords(startAt, endAt, now, schedule.timeZone)}.` })),
    ...(gaps.length > 3 ? [{ tone: 'gap' as const, text: `And ${gaps.length - 3} more gaps in the next four weeks.` }] : []),
    ...gone.map((id): Advice => ({ tone: 'gap', text: `${nameOf(id)} can not be paged any more: take them out.` })),
    ...(everybody.size === 1 ? [hint(`${nameOf(named[0] ?? '')} is alone here: nobody takes over. Add people to share it.`)] : []),
    ...tired.slice(0, 2).map(({ userId, endedAt, nextStartAt, rest }) => hint(`${nameOf(userId)} has ${rest === 0 ? 'no rest' : `only ${durationWords(rest)} of rest`} after a night: ${spanWords(endedAt, nextStartAt, now, schedule.timeZone)}.`)),
    ...handoffAdvice(schedule).map(({ layerId, weekday, advice }) => hint(`${layerName(layerId)} hands over on a ${weekday === 'MO' ? 'Monday' : 'Friday'}. ${advice}`)),
    ...clocks.slice(0, 2).map((oddity) => hint(`${layerName(oddity.layerId)}: ${oddityWords(oddity)}`)),
  ];
}
