import type { EscalationPolicy } from '../escalation/policy';
import { placeWord, targetNames } from '../escalation/targets';
import type { Service } from '../service/service';
import { type Ground, handedTo, nobodySpans, type PolicyStretch, zoneOf } from './ground';
import { type Occurrence, timesMore } from './occurrence';
import { listed, spanWords } from './spanWords';
import { isReached } from './reached';

/** What is wrong with whom a policy reaches. */
export function policyFindings(policy: EscalationPolicy, ground: Ground): Occurrence[] {
  return [...endsInNobody(policy, ground), ...stepUnreachable(policy, ground), ...sameOnTwoLevels(policy, ground)];
}

function endsInNobody(policy: EscalationPolicy, ground: Ground): Occurrence[] {
  const read = ground.readIn(zoneOf(policy, ground.facts));
  return nobodySpans(policy, ground).map((span) => ({
    kind: 'endsInNobody', level: 'problem', ...span, about: { kind: 'policy', id: policy.id }, key: '',
    text: (more) => `${policy.name} reaches nobody ${spanWords(span, read)}${timesMore(more)}: its pages go to the admins.`,
  }));
}

function stepUnreachable(policy: EscalationPolicy, { facts, policies }: Ground): Occurrence[] {
  const stretches = policies.get(policy.id) ?? [];
  return policy.steps.flatMap((step, index): Occurrence[] => {
    // Destinations are told and wake nobody: a step of them alone is meant so.
    if (step.targets.every(({ kind }) => kind === 'destination') || stretches.some(({ steps }) => (steps[index]?.length ?? 0) > 0)) return [];
    const counts = stretches.some(({ steps }) => steps[index] !== null);
    const why = counts ? `reaches nobody in the next 60 days (${targetNames(step, facts).join(', ')})` : 'never counts: its hours never come';
    return [{ kind: 'stepUnreachable', level: 'problem', startAt: null, endAt: null, about: { kind: 'policy', id: policy.id }, key: String(index), text: () => `${policy.name}: step ${index + 1} ${why}.` }];
  });
}

/**
 * Times at which a step reaches only people whom an earlier step has paged already: escalating brings nobody new. That somebody is paged again beside another is no
 * finding.
 */
function sameOnTwoLevels(policy: EscalationPolicy, ground: Ground): Occurrence[] {
  const read = ground.readIn(zoneOf(policy, ground.facts));
  return policy.steps.flatMap((_step, index): Occurrence[] => {
    const spans: { startAt: number; endAt: number; earlier: number; people: readonly string[] }[] = [];
    for (const { startAt, endAt, steps } of ground.policies.get(policy.id) ?? []) {
      const people = steps[index] ?? [];
      const before = steps.slice(0, index);
      if (people.length === 0 || !people.every((userId) => before.some((each) => each?.includes(userId)))) continue;
      const earlier = before.findIndex((each) => people.some((userId) => each?.includes(userId)));
      const last = spans.at(-1);
      if (last?.endAt === startAt && last.earlier === earlier && last.people.join() === people.join()) last.endAt = endAt;
      else spans.push({ startAt, endAt, earlier, people });
    }
    return spans.map(({ earlier, people, ...span }) => ({
      kind: 'sameOnTwoLevels', level: 'warning', ...span, about: { kind: 'policy', id: policy.id }, key: String(index),
      text: (more) => `${policy.name}: ${listed(people.map(ground.nameOf))} ${people.length === 1 ? 'is' : 'are'} ${placeWord(earlier)} and ${placeWord(index)} at once ${spanWords(span, read)}${timesMore(more)}. Escalating reaches nobody new then.`,
    }));
  });
}

/** Whether a service hangs on one person, from whichever step or hand-off. */
export function serviceFindings(service: Service, ground: Ground): Occurrence[] {
  const policy = ground.facts.policies[service.policyId];
  const about = { kind: 'service', id: service.id } as const;
  if (policy === undefined) return [{ kind: 'endsInNobody', level: 'problem', startAt: null, endAt: null, about, key: '', text: () => `${service.name} has no escalation policy: its pages go to the admins.` }];
  const paged = pagedBy([policy, ...handedTo(policy, ground.facts)], ground.policies);
  const reached = paged.filter((userId) => isReached(userId, ground.facts));
  const [only] = reached;
  if (only === undefined || reached.length > 1) return [];
  const why = paged.length > 1 ? 'nobody else of its policy has a way to be reached' : 'nobody else is in its policy';
  return [{ kind: 'oneReachable', level: 'warning', startAt: null, endAt: null, about, key: '', text: () => `${service.name}: only ${ground.nameOf(only)} can be reached, ${why}.` }];
}

/** Everybody whom these policies page at some time. */
export function pagedBy(policies: readonly Pick<EscalationPolicy, 'id'>[], stretches: ReadonlyMap<string, readonly PolicyStretch[]>): string[] {
  const all = new Set<string>();
  for (const { id } of policies) for (const { steps } of stretches.get(id) ?? []) for (const people of steps) for (const userId of people ?? []) all.add(userId);
  return [...all];
}
