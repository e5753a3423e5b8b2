import type { EscalationPolicy } from '../escalation/policy';
import { holidaysOf, type PagingFacts, placeWord } from '../escalation/targets';
import { nextShiftOf, onCallAt, shiftsBetween } from '../oncall/oncall';
import type { Schedule } from '../oncall/schedule';
import type { Service } from '../service/service';
import { DAY, HOUR, type Instant } from '../time/instant';
import type { WatchedShift } from './shiftReadiness';
import { listWords } from './telling';

/** What decides whose shifts are watched: configuration. */
export type DutyFacts = PagingFacts & { policies: Readonly<Record<string, EscalationPolicy>>; services: Readonly<Record<string, Service>> };

/** The steps (from 0) at which a policy names a schedule. */
export function stepsNaming(policy: EscalationPolicy | undefined, scheduleId: string): number[] {
  return (policy?.steps ?? []).flatMap(({ targets }, step) => (targets.some((target) => target.kind === 'schedule' && target.scheduleId === scheduleId) ? [step] : []));
}

/** The schedules that some policy names: the ones whose shifts can be paged. */
export function schedulesInUse({ schedules, policies }: DutyFacts): Schedule[] {
  return Object.values(schedules).filter(({ id }) => Object.values(policies).some((policy) => stepsNaming(policy, id).length > 0));
}

/** What a shift of the schedule means: `primary for Checkout and Search, secondary for Payments`; `on call for Nights` where no service goes by it. */
export function dutyWords(scheduleId: string, { schedules, policies, services }: DutyFacts): string {
  const byPlace = new Map<number, string[]>();
  for (const { name, policyId } of Object.values(services)) {
    const [step] = stepsNaming(policies[policyId], scheduleId);
    if (step !== undefined) byPlace.set(step, [...(byPlace.get(step) ?? []), name]);
  }
  if (byPlace.size === 0) return `on call for ${schedules[scheduleId]?.name ?? scheduleId}`;
  return [...byPlace].sort(([a], [b]) => a - b).slice(0, 2).map(([step, names]) => `${placeWord(step)} for ${listWords(names.sort())}`).join(', ');
}

/** The shifts of schedules in use that start within `(from, to]` (ms since epoch), by their start. */
export function shiftsStarting(facts: DutyFacts, from: Instant, to: Instant): WatchedShift[] {
  return schedulesInUse(facts).flatMap((schedule) => {
    const holidays = holidaysOf(schedule, facts);
    return shiftsBetween(schedule, from, to + 1, holidays).filter(({ startAt }) => startAt > from).map(({ userId, startAt }): WatchedShift => (
      { scheduleId: schedule.id, userId, startAt, endAt: nextShiftOf(schedule, userId, startAt, holidays)?.endAt ?? null }));
  }).sort((a, b) => a.startAt - b.startAt);
}

/** Whether the person had a shift of this schedule shortly before: they are awake to it, and need not be asked again. */
export function isContinued({ scheduleId, userId, startAt }: WatchedShift, facts: DutyFacts): boolean {
  const schedule = facts.schedules[scheduleId];
  return schedule !== undefined && shiftsBetween(schedule, startAt - 8 * HOUR, startAt, holidaysOf(schedule, facts)).some((shift) => shift.userId === userId);
}

/** Who is on call now by schedules in use, once per schedule; their shift is cut off a day before and after. */
export function onDutyAt(facts: DutyFacts, now: Instant): WatchedShift[] {
  return schedulesInUse(facts).flatMap((schedule) => {
    const holidays = holidaysOf(schedule, facts);
    const onCall = onCallAt(schedule, now, holidays);
    return shiftsBetween(schedule, now - DAY, now + DAY, holidays).filter(({ userId, startAt, endAt }) => onCall.includes(userId) && startAt <= now && now < endAt)
      .map(({ userId, startAt, endAt }): WatchedShift => ({ scheduleId: schedule.id, userId, startAt, endAt }));
  });
}

/** Somebody on call by two schedules is told once. */
export function onePerPerson(shifts: readonly WatchedShift[]): WatchedShift[] {
  return [...new Map(shifts.map((shift) => [shift.userId, shift])).values()];
}
