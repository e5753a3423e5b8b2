import { onCallAt } from '../oncall/oncall';
import type { Schedule } from '../oncall/schedule';
import { isMember, type Person } from '../people/person';
import type { Instant } from '../time/instant';
import type { Step } from './policy';

/** What decides who a step reaches; configuration, at most 30 s old. */
export type PagingFacts = { people: Readonly<Record<string, Person>>; schedules: Readonly<Record<string, Schedule>> };

/** A person that a step reaches, and their place in the policy: `primary`, `secondary`, `step 3`, `last resort`. */
export type Reached = { userId: string; name: string; why: string };

/** What the place of a step (from 0) is called: LOOK's "Sam (secondary)". */
export function placeWord(step: number): string {
  return ['primary', 'secondary'][step] ?? `step ${step + 1}`;
}

/**
 * Who a step reaches at an instant: persons as named, schedules as on call then; each once, only active members.
 * Empty: the step's target is nobody.
 */
export function peopleOfStep(step: Step, place: number, facts: PagingFacts, at: Instant): Reached[] {
  const userIds = step.targets.flatMap((target) => {
    switch (target.kind) {
      case 'person': return [target.userId];
      case 'schedule': {
        const schedule = facts.schedules[target.scheduleId];
        return schedule === undefined ? [] : onCallAt(schedule, at);
      }
      default: return target satisfies never;
    }
  });
  return reach([...new Set(userIds)], placeWord(place), facts);
}

/** The last-resort policy: every active admin. */
export function lastResort(facts: PagingFacts): Reached[] {
  const admins = Object.values(facts.people).filter(({ role }) => role === 'admin').map(({ id }) => id).sort();
  return reach(admins, 'last resort', facts);
}

function reach(userIds: readonly string[], why: string, facts: PagingFacts): Reached[] {
  return userIds.flatMap((userId) => {
    const person = facts.people[userId];
    return person !== undefined && isMember(person) ? [{ userId, name: person.name, why }] : [];
  });
}

/** The targets of a step in words, for "nobody was on call": names of schedules and people as far as they are known. */
export function targetNames(step: Step, facts: PagingFacts): string[] {
  return step.targets.map((target) =>
    target.kind === 'schedule'
      ? (facts.schedules[target.scheduleId]?.name ?? target.scheduleId)
      : (facts.people[target.userId]?.name ?? target.userId));
}
