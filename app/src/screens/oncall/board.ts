import { countsAt, holidaysOf, onCallOf, peopleOfStep, placeWord } from '#domain/escalation/targets';
import type { PagingFacts } from '#domain/escalation/targets';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { gapsBetween, nextHandoff, onCallAt, shiftsBetween } from '#domain/oncall/oncall';
import { DAY } from '#domain/time/instant';
import type { Dated } from './useOnCall';

/**
 * One step of a policy now: who is reached, until when (ms since epoch; undefined: no end in sight) and who then, and after how many seconds it is
 * paged. `counts`: whether it does at this time of the week. `schedules`: what to mend where it reaches nobody.
 */
export type StepNow = {
  place: string; names: string[]; userIds: string[]; counts: boolean; until: number | undefined; then: string[]; afterSeconds: number;
  schedules: { id: string; name: string }[];
};

/** Every step of a policy as it stands at `now` (ms since epoch). A step that does not count costs no time. */
export function stepsNow(policy: EscalationPolicy, facts: PagingFacts, now: number): StepNow[] {
  let afterSeconds = 0;
  return policy.steps.map((step, index) => {
    const counts = countsAt(step, now);
    const reached = peopleOfStep(step, index, facts, now);
    const schedules = step.targets.flatMap((target) => (target.kind === 'schedule' ? (facts.schedules[target.scheduleId] ?? []) : []));
    const ends = schedules.flatMap((schedule) => nextHandoff(schedule, now, holidaysOf(schedule, facts)) ?? []);
    const until = ends.length > 0 ? Math.min(...ends) : undefined;
    const after = afterSeconds;
    if (counts) afterSeconds += step.delaySeconds;
    return {
      place: placeWord(index), names: reached.map(({ name }) => name), userIds: reached.map(({ userId }) => userId), counts, until, afterSeconds: after,
      then: until === undefined ? [] : [...new Set(schedules.flatMap((schedule) => onCallOf(schedule, facts, until)))].map((userId) => facts.people[userId]?.name ?? userId),
      schedules: schedules.map(({ id, name }) => ({ id, name })),
    };
  });
}

/** A person's shifts in the next four weeks over all schedules, soonest first. `startedAt` is the true start of one that runs, as far as a day back. */
export function shiftsOf(userId: string, dated: readonly Dated[], now: number) {
  return dated
    .flatMap(({ schedule, holidays }) => shiftsBetween(schedule, now, now + 28 * DAY, holidays).filter((shift) => shift.userId === userId)
      .map(({ startAt, endAt }) => ({ scheduleId: schedule.id, name: schedule.name, startAt, endAt, open: endAt >= now + 28 * DAY })))
    .sort((a, b) => a.startAt - b.startAt);
}

/** The times in the next two weeks at which nobody is on call, per schedule: what somebody has to mend. */
export function gapsOf(dated: readonly Dated[], now: number) {
  return dated.flatMap(({ schedule, holidays }) => gapsBetween(schedule, now, now + 14 * DAY, holidays).slice(0, 3)
    .map(({ startAt, endAt }) => ({ scheduleId: schedule.id, name: schedule.name, startAt, endAt, open: endAt >= now + 14 * DAY })));
}

/** Who a schedule has on call at `now` (ms since epoch), by id. */
export const onCallNow = ({ schedule, holidays }: Dated, now: number): string[] => onCallAt(schedule, now, holidays);
