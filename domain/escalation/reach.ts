import { gapsBetween, shiftsBetween } from '../oncall/oncall';
import { isMember } from '../people/person';
import { DAY, type Instant } from '../time/instant';
import type { EscalationPolicy, Target } from './policy';
import { holidaysOf, type PagingFacts } from './targets';

/** Whether a target can reach an active member at some time in the next 60 days. */
export function canReach(target: Target, facts: PagingFacts, now: Instant): boolean {
  const active = (userId: string) => {
    const person = facts.people[userId];
    return person !== undefined && isMember(person);
  };
  switch (target.kind) {
    case 'person': return active(target.userId);
    case 'schedule': {
      const schedule = facts.schedules[target.scheduleId];
      return schedule !== undefined && shiftsBetween(schedule, now, now + 60 * DAY, holidaysOf(schedule, facts)).some(({ userId }) => active(userId));
    }
    case 'team': return (facts.teams?.[target.teamId]?.memberIds ?? []).some(active);
    // It wakes nobody by itself.
    case 'destination': return false;
    default: return target satisfies never;
  }
}

function isKnown(target: Target, facts: PagingFacts): boolean {
  switch (target.kind) {
    case 'person': return facts.people[target.userId] !== undefined;
    case 'schedule': return facts.schedules[target.scheduleId] !== undefined;
    case 'team': return facts.teams?.[target.teamId] !== undefined;
    case 'destination': return facts.destinations?.[target.destinationId] !== undefined;
    default: return target satisfies never;
  }
}

/** Why this policy must not be saved: it reaches nobody, or names what does not exist. Empty: it may. Each names the step and the mend. */
export function policyProblems(policy: EscalationPolicy, facts: PagingFacts, now: Instant): { path: string; message: string }[] {
  const unknown = policy.steps.flatMap((step, index) => step.targets.flatMap((target, place) => {
    return !isKnown(target, facts)
      ? [{ path: `policy.steps.${index}.targets.${place}`, message: `There is no such ${target.kind}. Choose one that exists.` }]
      : [];
  }));
  if (unknown.length > 0) return unknown;
  if (policy.handOffTo !== undefined && (policy.handOffTo === policy.id || facts.policies?.[policy.handOffTo] === undefined)) {
    return [{ path: 'policy.handOffTo', message: 'Choose another policy that exists, or none: then it goes to the admins.' }];
  }
  if (policy.steps.some(({ targets }) => targets.some((target) => canReach(target, facts, now)))) return [];
  return [{ path: 'policy.steps', message: `${policy.name} can reach nobody in the next 60 days. Add an active person, or a schedule that somebody is on.` }];
}

/** What this policy leaves uncovered in the next 60 days, in sentences: steps that reach nobody, or have gaps. */
export function uncovered(policy: EscalationPolicy, facts: PagingFacts, now: Instant): string[] {
  return policy.steps.flatMap(({ targets }, index) => {
    if (!targets.some((target) => canReach(target, facts, now))) return [`${policy.name}: step ${index + 1} reaches nobody.`];
    const gap = targets.length === 1 && targets[0]?.kind === 'schedule' ? facts.schedules[targets[0].scheduleId] : undefined;
    return gap !== undefined && gapsBetween(gap, now, now + 60 * DAY, holidaysOf(gap, facts)).length > 0 ? [`${policy.name}: step ${index + 1} has gaps.`] : [];
  });
}
