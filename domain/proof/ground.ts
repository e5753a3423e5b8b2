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

function* stepLine({ targets, branch }: Step, known: Known): Generator<Held<readonly string[] | null>, void> {
  const people = targets.map((target) => targetLine(target, known));
  const isInside = branch?.when !== 'outside';
  const counts = branch === undefined ? [] : [stepsOf(spansFrom(branch.windows, branch.timeZone, known.now), known.now, isInside, !isInside)];
  for (const { endAt, value: [own, [isCounted = true] = []] } of together([flat(people), listOf(counts)])) {
    yield { endAt, value: isCounted ? [...new Set((own ?? []).filter((each) => typeof each === 'string'))] : null };
  }
}
