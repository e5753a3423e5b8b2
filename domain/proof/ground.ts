import { holidaysOf, type PagingFacts } from '../escalation/targets';
import type { EscalationPolicy, Step, Target } from '../escalation/policy';
import { coverage, type Stretch } from '../oncall/coverage';
import { mergedSpans, overlapOf, type Step as Held, stepsOf, together } from '../oncall/steps';
import { isMember } from '../people/person';
import type { Reach } from '../contact/reach';
import type { Service } from '../service/service';
import { DAY, type Instant } from '../time/instant';
import { type Span, spansFrom } from '../time/weeklyWindow';
import type { Read } from './spanWords';

/** How far ahead the check looks. */
export const checkAhead = 60 * DAY;

/** `iosWebOnly`: every device that takes pushes is an iPhone's or iPad's web app. */
export type CheckFacts = PagingFacts & Readonly<{
  services: Readonly<Record<string, Service>>; policies: Readonly<Record<string, EscalationPolicy>>; reach?: Readonly<Record<string, Reach & { iosWebOnly?: boolean }>>;
}>;

/** A stretch `[startAt, endAt)` of a policy in which every step reaches the same members; null is a step that does not count then. */
export type PolicyStretch = Span & { steps: (readonly string[] | null)[] };

/** What the finders share, each worked out once: who is on call, and whom each policy reaches, stretch after stretch of `[now, until)`. */
export type Ground = {
  facts: CheckFacts; now: Instant; until: Instant;
  /** Of the schedules that a policy names. */
  stretches: ReadonlyMap<string, readonly Stretch[]>;
  policies: ReadonlyMap<string, readonly PolicyStretch[]>;
  isActive: (userId: string) => boolean; nameOf: (userId: string) => string; readIn: (zone: string) => Read;
};

/** The ground of a check that is made at `now` (ms since epoch). */
export function groundOf(facts: CheckFacts, now: Instant): Ground {
  const until = now + checkAhead;
  const all = Object.values(facts.policies);
  const named = [...new Set(all.flatMap(({ steps }) => steps.flatMap(({ targets }) => targets.flatMap((target) => (target.kind === 'schedule' ? [target.scheduleId] : [])))))];
  const isActive = (userId: string) => {
    const person = facts.people[userId];
    return person !== undefined && isMember(person);
  };
  const stretches = new Map(named.flatMap((id) => {
    const schedule = facts.schedules[id];
    return schedule === undefined ? [] : [[id, [...coverage(schedule, now, until, holidaysOf(schedule, facts))]] as const];
  }));
  const active = new Map([...stretches].map(([id, own]) => [id, own.map(({ endAt, userIds }): Held<readonly string[]> => ({ endAt, value: userIds.filter(isActive) }))]));
  const policies = new Map(all.map((policy) => [policy.id, [...policyStretches(policy, { facts, now, until, active, isActive })]]));
  return { facts, now, until, stretches, policies, isActive, nameOf: (userId) => facts.people[userId]?.name ?? userId, readIn: (zone) => ({ zone, now, until }) };
}

type Known = Pick<Ground, 'facts' | 'now' | 'until' | 'isActive'> & { active: ReadonlyMap<string, readonly Held<readonly string[]>[]> };

function* policyStretches({ steps }: EscalationPolicy, known: Known): Generator<PolicyStretch, void> {
  let startAt = known.now;
  for (const { endAt, value } of together(steps.map((step) => stepLine(step, known)))) {
    yield { startAt, endAt: Math.min(endAt, known.until), steps: value };
    if (endAt >= known.until) return;
    startAt = endAt;
  }
}

/** Whom a step reaches, and null where it does not count. */
function* stepLine({ targets, branch }: Step, known: Known): Line<readonly string[] | null> {
  const isInside = branch?.when !== 'outside';
  const counts = branch === undefined ? [] : [stepsOf(spansFrom(branch.windows, branch.timeZone, known.now), known.now, isInside, !isInside)];
  const lines: Line<readonly string[] | boolean>[] = [...targets.map((target) => targetLine(target, known)), ...counts];
  for (const { endAt, value } of together(lines)) {
    yield { endAt, value: value.includes(false) ? null : [...new Set(value.flatMap((each) => (typeof each === 'boolean' ? [] : each)))] };
  }
}

type Line<T> = Generator<Held<T>, void>;

function* targetLine(target: Target, { facts, active, isActive }: Known): Line<readonly string[]> {
  switch (target.kind) {
    case 'person': yield always([target.userId].filter(isActive)); return;
    case 'team': yield always((facts.teams?.[target.teamId]?.memberIds ?? []).filter(isActive)); return;
    case 'destination': yield always([]); return;
    case 'schedule': {
      const own = active.get(target.scheduleId) ?? [];
      yield* own.slice(0, -1);
      yield always(own.at(-1)?.value ?? []);
      return;
    }
    default: target satisfies never;
  }
}

const always = (value: readonly string[]): Held<readonly string[]> => ({ endAt: Infinity, value });

/** The times at which a policy, and those that it hands off to, reach nobody: every page goes to the admins at once. */
export function nobodySpans(policy: EscalationPolicy, { facts, policies }: Pick<Ground, 'facts' | 'policies'>): Span[] {
  const own = (id: string) => mergedSpans((policies.get(id) ?? []).filter(({ steps }) => steps.every((people) => people === null || people.length === 0)));
  return handedTo(policy, facts).reduce((spans, { id }) => overlapOf(spans, own(id)), own(policy.id));
}

/** The policies that one hands off to, in order, until none follows or they go round in a circle. */
export function handedTo(policy: EscalationPolicy, { policies }: Pick<CheckFacts, 'policies'>): EscalationPolicy[] {
  const chain: EscalationPolicy[] = [];
  for (let next = policy.handOffTo === undefined ? undefined : policies[policy.handOffTo]; next !== undefined && next.id !== policy.id && !chain.includes(next);) {
    chain.push(next);
    next = next.handOffTo === undefined ? undefined : policies[next.handOffTo];
  }
  return chain;
}

/** The people that the words of a policy are for read the zone of its first schedule. */
export function zoneOf({ steps }: EscalationPolicy, { schedules }: Pick<CheckFacts, 'schedules'>): string {
  for (const { targets, branch } of steps) {
    for (const target of targets) {
      const zone = target.kind === 'schedule' ? schedules[target.scheduleId]?.timeZone : undefined;
      if (zone !== undefined) return zone;
    }
    if (branch !== undefined) return branch.timeZone;
  }
  return 'UTC';
}
