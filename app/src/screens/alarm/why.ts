import { whoIsNext } from '#domain/escalation/next';
import { peopleOfStep } from '#domain/escalation/targets';
import { list } from '#domain/incident/words';
import type { Incident } from '#domain/incident/incident';
import type { useFacts } from '../../live/useFacts';

type Facts = ReturnType<typeof useFacts>;

/** Why this page came to me: my place in the steps paged so far, else that I am the last resort, else that somebody asked. */
export function whyMe(incident: Incident, facts: Facts, userId: string): string {
  if (incident.status === 'triggered' && incident.escalation.state === 'lastResort') {
    return incident.escalation.reason === 'nobody' ? 'Nobody was reached, so it came to the admins.' : 'Nobody acknowledged, so it came to the admins.';
  }
  const { policy, step } = incident.escalation;
  // The step that was paged last says most; an earlier one may have paged me too.
  const places = policy.steps.slice(0, step + 1).map((each, index) => peopleOfStep(each, index, facts, incident.clocks.triggeredAt)).reverse();
  const me = places.flat().find((person) => person.userId === userId);
  return me ? `You are ${me.why}.` : 'You were paged by this escalation.';
}

/** What happens if I do nothing: who is paged, and when (ms since epoch). Null where nothing more happens, or it is not known. */
export function otherwise(incident: Incident, facts: Facts, userId: string): { before: string; at: number } | null {
  const next = facts.complete ? whoIsNext(incident, facts) : null;
  if (!next) return null;
  const others = next.people.filter((person) => person.userId !== userId);
  if (others.length === 0) return { before: 'You are paged again', at: next.at };
  return { before: `${list(others.map(({ name }) => name))} ${others.length === 1 ? 'is' : 'are'} paged`, at: next.at };
}

/** What pages besides, the first two by name: "Also SEV2 Identity, SEV3 Search and 1 more." */
export function moreWords(others: readonly Pick<Incident, 'severity' | 'serviceName'>[]): string {
  const named = others.slice(0, 2).map(({ severity, serviceName }) => `${severity} ${serviceName}`);
  const rest = others.length - named.length;
  return `Also ${rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(' and ')}.`;
}
