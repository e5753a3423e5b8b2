import { peopleOfStep, placeWord } from '#domain/escalation/targets';
import type { PagingFacts } from '#domain/escalation/targets';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { gapsBetween, nextHandoff, shiftsBetween } from '#domain/oncall/oncall';
import type { Schedule } from '#domain/oncall/schedule';

const DAY = 24 * 60 * 60_000;

/** One step of a policy now: who is reached, until when (undefined: no end in sight), and after how many seconds it is paged. */
export type StepNow = { place: string; names: string[]; userIds: string[]; until: number | undefined; afterSeconds: number };

/** Every step of a policy as it stands at `now` (ms since epoch). */
export function stepsNow(policy: EscalationPolicy, facts: PagingFacts, now: number): StepNow[] {
  let afterSeconds = 0;
  return policy.steps.map((step, index) => {
    const reached = peopleOfStep(step, index, facts, now);
    const ends = step.targets.flatMap((target) => {
      const schedule = target.kind === 'schedule' ? facts.schedules[target.scheduleId] : undefined;
      return schedule ? (nextHandoff(schedule, now) ?? []) : [];
    });
    const after = afterSeconds;
    afterSeconds += step.delaySeconds;
    return {
      place: placeWord(index), names: reached.map(({ name }) => name), userIds: reached.map(({ userId }) => userId),
      until: ends.length > 0 ? Math.min(...ends) : undefined, afterSeconds: after,
    };
  });
}

/** A person's shifts in the next four weeks over all schedules, soonest first. */
export function shiftsOf(userId: string, schedules: readonly Schedule[], now: number) {
  return schedules
    .flatMap((schedule) => shiftsBetween(schedule, now, now + 28 * DAY).filter((shift) => shift.userId === userId)
      .map(({ startAt, endAt }) => ({ scheduleId: schedule.id, name: schedule.name, startAt, endAt, open: endAt >= now + 28 * DAY })))
    .sort((a, b) => a.startAt - b.startAt);
}

/** The times in the next two weeks at which nobody is on call, per schedule: what somebody has to mend. */
export function gapsOf(schedules: readonly Schedule[], now: number) {
  return schedules.flatMap((schedule) => gapsBetween(schedule, now, now + 14 * DAY).slice(0, 3)
    .map(({ startAt, endAt }) => ({ scheduleId: schedule.id, name: schedule.name, startAt, endAt, open: endAt >= now + 14 * DAY })));
}
