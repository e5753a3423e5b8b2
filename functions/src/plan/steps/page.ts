import { callByPlan, callWhereNobodyWas } from '#domain/plan/effects';
import { list } from '#domain/incident/words';
import { aboutOf } from '#domain/plan/facts';
import { pagedAlready, reachedBy } from '#domain/plan/paged';
import type { PlanStep } from '#domain/plan/plan';
import { roleNames } from '#domain/role/roleNames';
import { changeIncident } from '../changeIncident';
import type { Doing } from '../claim';
import { type Did, did } from '../did';

/** Whoever asks where nobody did. */
const rouse = { userId: 'rouse', name: 'Rouse' };

/** Calls people beside the escalation policy, and gives the first of them a role. Where it names nobody and the policy has paged somebody, there is nothing to do. */
export async function pageByPlan(doing: Doing, { targets, role }: Extract<PlanStep, { kind: 'page' }>): Promise<Did> {
  const { incident, step, facts } = doing;
  const already = targets.length === 0 ? pagedAlready(incident) : null;
  if (already !== null) return did('already', already);
  const reached = reachedBy(targets, aboutOf(incident), facts, Date.now());
  if (reached.length === 0) return did('failed', 'Nobody is reached by it now.');
  const names = list(reached.map(({ name }) => name));
  return changeIncident(doing, {
    decide: (current, now) => (targets.length === 0 ? callWhereNobodyWas : callByPlan)(current, reached, role, step.by ?? rouse, facts, `plan.${step.id}`, now),
    result: `Paged ${names}${role === null ? '' : `, ${reached.length === 1 ? '' : `${reached[0]?.name ?? ''} `}as ${roleNames[role].toLowerCase()}`}.`, already: targets.length === 0 ? 'Somebody was paged, or has it, by now.' : `${names} had been paged by it.`,
  });
}
