import { peopleOfStep, peopleOfTargets, type PagingFacts, type Reached } from '../escalation/targets';
import type { Target } from '../escalation/policy';
import type { Incident } from '../incident/incident';
import { list } from '../incident/words';
import type { Instant } from '../time/instant';
import type { About } from './facts';

/** Whom the service's policy reaches first: of an incident by the policy that it carries. */
export function firstOfPolicy({ incident, serviceId }: About, facts: PagingFacts, now: Instant): Reached[] {
  const policy = incident?.escalation.policy ?? facts.policies?.[facts.services?.[serviceId]?.policyId ?? ''];
  return policy?.steps.map((step, place) => peopleOfStep(step, place, facts, now)).find((reached) => reached.length > 0) ?? [];
}

/** Whom a plan's page reaches now. */
export function reachedBy(targets: readonly Target[], about: About, facts: PagingFacts, now: Instant): Reached[] {
  return targets.length === 0 ? firstOfPolicy(about, facts, now) : peopleOfTargets(targets, 'response plan', facts, now);
}

/**
 * Why a page without targets has nothing to do: somebody was paged loudly already, has the incident, or has ended it. null: nobody was, or it is a quiet incident, which wakes
 * nobody by itself.
 */
export function pagedAlready(incident: Incident): string | null {
  if (incident.status === 'acknowledged') return `${incident.owner.name} has it.`;
  if (incident.status !== 'triggered') return incident.status === 'monitoring' ? 'A fix is in.' : 'It is over.';
  const paged = incident.responders.filter(({ state }) => state !== 'acknowledged').map(({ name }) => name);
  if (incident.urgency === 'low' || paged.length === 0) return null;
  return `${list(paged)} ${paged.length === 1 ? 'was' : 'were'} paged by the escalation policy.`;
}
