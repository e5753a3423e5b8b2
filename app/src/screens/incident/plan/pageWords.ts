import type { Incident } from '#domain/incident/incident';
import { begunByHand } from '#domain/plan/byHand';
import { aboutOf, type PlanFacts } from '#domain/plan/facts';
import { foresee } from '#domain/plan/foresee';
import type { PlanStep } from '#domain/plan/plan';
import type { ChosenPlan } from '#domain/plan/planFor';
import type { PlanRun } from '#domain/plan/planRun';

/** Whom these steps would page now, as a countdown begins: "Pages Sam (in 5 s.)". null: they page nobody. */
export function pageWords(steps: readonly PlanStep[], incident: Incident, facts: PlanFacts, now: number): string | null {
  const pages = steps.filter(({ kind }) => kind === 'page').map((step) => foresee(step, aboutOf(incident), facts, now)).filter(({ would }) => would === 'run');
  const words = pages.map(({ result }) => result.replace(/\.$/, '')).join('; ');
  return words === '' ? null : words;
}

/** What a plan that is run by hand sets going, by the server's own rule asked ahead: what was stopped, and what it adds. */
export function begunWith(run: PlanRun | null, incident: Incident, plan: ChosenPlan, facts: PlanFacts, now: number): PlanStep[] {
  const isWaiting = new Set(run?.steps.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  const begun = begunByHand(run, incident, plan, facts, now)?.steps ?? [];
  return begun.filter(({ id, state }) => state === 'waiting' && !isWaiting.has(id)).map(({ step }) => step);
}
