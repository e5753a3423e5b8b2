import type { EscalationPolicy } from '#domain/escalation/policy';
import { countsAt, holidaysOf, placeWord } from '#domain/escalation/targets';
import type { PagingFacts } from '#domain/escalation/targets';
import { nextShiftOf } from '#domain/oncall/oncall';
import { whenWords } from '#domain/time/words';

/**
 * A person's place over all policies. `running`: on call now at the earliest step that names them, until then (undefined:
 * no end in sight); `upcoming`: next on call; `none`: nothing names them within a year.
 */
export type Duty =
  | { state: 'running'; place: string; until: number | undefined }
  | { state: 'upcoming'; place: string; at: number }
  | { state: 'none' };

/** Where this person stands at `now` (ms since epoch): the nearest step wins while on call, else the nearest shift. A step that does not count now names nobody. */
export function dutyOf(userId: string, policies: readonly EscalationPolicy[], facts: Pick<PagingFacts, 'schedules' | 'teams' | 'holidays'>, now: number): Duty {
  let next: Extract<Duty, { state: 'upcoming' }> | null = null;
  const steps = policies.flatMap((policy) => policy.steps.map((step, index) => ({ step, index })));
  for (const { step, index } of steps.sort((a, b) => a.index - b.index)) {
    const counts = countsAt(step, now);
    for (const target of step.targets) {
      switch (target.kind) {
        case 'person':
          if (counts && target.userId === userId) return { state: 'running', place: placeWord(index), until: undefined };
          break;
        case 'team':
          if (counts && facts.teams?.[target.teamId]?.memberIds.includes(userId) === true) return { state: 'running', place: placeWord(index), until: undefined };
          break;
        case 'schedule': {
          const schedule = facts.schedules[target.scheduleId];
          const shift = schedule ? nextShiftOf(schedule, userId, now, holidaysOf(schedule, facts)) : undefined;
          if (counts && shift?.state === 'running') return { state: 'running', place: placeWord(index), until: shift.endAt };
          if (shift?.state === 'upcoming' && (next === null || shift.startAt < next.at)) next = { state: 'upcoming', place: placeWord(index), at: shift.startAt };
          break;
        }
        case 'destination': break;
        default: return target satisfies never;
      }
    }
  }
  return next ?? { state: 'none' };
}

/** The duty as a sentence in the reader's zone. */
export function dutySentence(duty: Duty, now: number, zone: string): string {
  switch (duty.state) {
    case 'running': return duty.until === undefined ? `You are ${duty.place}.` : `You are ${duty.place} until ${whenWords(duty.until, now, zone)}.`;
    case 'upcoming': return `You are next on call ${whenWords(duty.at, now, zone)} (${duty.place}).`;
    case 'none': return 'You are on no schedule.';
    default: return duty satisfies never;
  }
}
