import type { EscalationPolicy } from '#domain/escalation/policy';
import { peopleOfStep } from '#domain/escalation/targets';
import type { PagingFacts, Reached } from '#domain/escalation/targets';
import { list } from '#domain/incident/words';
import type { Instant } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

/** Who an alert for this policy pages at `now`, and who after that; `delay` in ms. */
export type Plan = { first: Reached[]; second: Reached[]; delay: number; lastResort: boolean };

/** Asks the domain's own rules ahead: the first step that reaches anybody, and the one after it. */
export function planOf(policy: EscalationPolicy, facts: PagingFacts, now: Instant): Plan {
  const reached = policy.steps.map((step, index) => ({ people: peopleOfStep(step, index, facts, now), delay: step.delaySeconds * 1_000 }));
  const [one, two] = reached.filter(({ people }) => people.length > 0);
  return { first: one?.people ?? [], second: two?.people ?? [], delay: one?.delay ?? 0, lastResort: one === undefined };
}

/** Whether the reader is among the first. */
export function pagesMe({ first }: Plan, userId: string): boolean {
  return first.some((person) => person.userId === userId);
}

/** Who is woken by the button, honestly, before it is touched. */
export function planSentence(plan: Plan, serviceName: string, userId: string): string {
  if (plan.lastResort) return `Nobody is on call for ${serviceName}: the page goes to the admins.`;
  const others = plan.first.filter((person) => person.userId !== userId).map(named);
  const me = plan.first.find((person) => person.userId === userId);
  if (!me) return `You are not on call for ${serviceName}. This wakes ${list(others)}, not you.`;
  return others.length === 0 ? `This pages you: you are ${me.why} for ${serviceName}.` : `This pages you and ${list(others)}: you are ${me.why} for ${serviceName}.`;
}

/** What happens to an alert that nobody answers. */
export function nextSentence(plan: Plan, userId: string): string {
  const others = plan.second.filter((person) => person.userId !== userId).map(named);
  if (others.length === 0) return 'There is no second step: if you do not answer, you are paged again.';
  return `If nobody answers for ${durationWords(plan.delay)}, ${list(others)} ${others.length === 1 ? 'is' : 'are'} paged.`;
}

const named = ({ name, why }: Reached) => `${name} (${why})`;
