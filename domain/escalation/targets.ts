import type { Reach } from '../contact/reach';
import type { Destination } from '../destination/destination';
import { onCallAt } from '../oncall/oncall';
import type { Schedule } from '../oncall/schedule';
import { isMember, type Person, type Team } from '../people/person';
import type { Service } from '../service/service';
import type { Instant } from '../time/instant';
import { isWithin } from '../time/weeklyWindow';
import type { EscalationPolicy, Step, Target } from './policy';

/**
 * What decides who a step reaches; configuration, at most 30 s old. What is optional is not known everywhere: without `reach` a person's chain is pushes,
 * without `policies` nothing is handed off. `holidays`: local dates (`YYYY-MM-DD`) by calendar id.
 */
export type PagingFacts = {
  people: Readonly<Record<string, Person>>; schedules: Readonly<Record<string, Schedule>>;
  teams?: Readonly<Record<string, Team>>; destinations?: Readonly<Record<string, Destination>>; services?: Readonly<Record<string, Service>>;
  policies?: Readonly<Record<string, EscalationPolicy>>; reach?: Readonly<Record<string, Reach>>; holidays?: Readonly<Record<string, readonly string[]>>;
};

/** A person that a step reaches, and their place in the policy: `primary`, `secondary`, `step 3`, `last resort`. */
export type Reached = { userId: string; name: string; why: string };

/** What the place of a step (from 0) is called: LOOK's "Sam (secondary)". */
export function placeWord(step: number): string {
  return ['primary', 'secondary'][step] ?? `step ${step + 1}`;
}

/** Whether a step counts at an instant: by its branch, in the branch's zone. */
export function countsAt({ branch }: Step, at: Instant): boolean {
  return branch === undefined || isWithin(branch.windows, branch.timeZone, at) === (branch.when === 'inside');
}

/**
 * Who a step reaches at an instant: persons as named, schedules as on call then, teams whole; each once, only active members. Empty: the step's
 * target is nobody, or it does not count at this time.
 */
export function peopleOfStep(step: Step, place: number, facts: PagingFacts, at: Instant): Reached[] {
  if (!countsAt(step, at)) return [];
  return peopleOfTargets(step.targets, placeWord(place), facts, at);
}

/** Who these targets reach at an instant, each once, only active members; `why` is what they are told about it. */
export function peopleOfTargets(targets: readonly Target[], why: string, facts: PagingFacts, at: Instant): Reached[] {
  const userIds = targets.flatMap((target) => {
    switch (target.kind) {
      case 'person': return [target.userId];
      case 'schedule': return onCallOf(facts.schedules[target.scheduleId], facts, at);
      case 'team': return facts.teams?.[target.teamId]?.memberIds ?? [];
      case 'destination': return [];
      default: return target satisfies never;
    }
  });
  return reach([...new Set(userIds)], why, facts);
}

/** The enabled destinations that a step tells at an instant. */
export function destinationsOfStep(step: Step, facts: PagingFacts, at: Instant): Destination[] {
  if (!countsAt(step, at)) return [];
  const ids = step.targets.flatMap((target) => (target.kind === 'destination' ? [target.destinationId] : []));
  return [...new Set(ids)].flatMap((id) => facts.destinations?.[id] ?? []).filter(({ enabled }) => enabled);
}

/** Who a schedule has on call, by its calendar of holidays. */
export function onCallOf(schedule: Schedule | undefined, { holidays }: Pick<PagingFacts, 'holidays'>, at: Instant): string[] {
  return schedule === undefined ? [] : onCallAt(schedule, at, holidaysOf(schedule, { holidays }));
}

/** The local dates of a schedule's holidays. */
export function holidaysOf({ holidayCalendarId }: Schedule, { holidays }: { holidays?: PagingFacts['holidays'] | undefined }): readonly string[] {
  return holidayCalendarId === null ? [] : (holidays?.[holidayCalendarId] ?? []);
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

/** The targets of a step in words, for "nobody was on call": names as far as they are known. */
export function targetNames(step: Step, facts: PagingFacts): string[] {
  return step.targets.map((target) => {
    switch (target.kind) {
      case 'person': return facts.people[target.userId]?.name ?? target.userId;
      case 'schedule': return facts.schedules[target.scheduleId]?.name ?? target.scheduleId;
      case 'team': return facts.teams?.[target.teamId]?.name ?? target.teamId;
      case 'destination': return facts.destinations?.[target.destinationId]?.name ?? target.destinationId;
      default: return target satisfies never;
    }
  });
}
