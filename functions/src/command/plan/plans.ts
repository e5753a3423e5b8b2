import type { CommandAnswer } from '#domain/command/answer';
import type { PlanCommand } from '#domain/command/plan';
import type { Person } from '#domain/people/person';
import { ResponsePlan } from '#domain/plan/plan';
import { planned } from '#domain/plan/planned';
import { planProblems } from '#domain/plan/problems';
import { idOf } from '../../identity/identity';
import { planFacts } from '../../plan/facts';
import { at } from '../../store/documents';
import { save } from '../../store/saved';
import { refusal } from '../refusal';

type Sent<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>;

/** Saves a response plan; what is wrong with it is named by field. It holds for incidents that begin from now on. */
export async function saveResponsePlan({ plan, planId, commandId }: Sent<'saveResponsePlan'>, sender: Person): Promise<CommandAnswer> {
  const problems = planProblems(plan, planId, await planFacts(true));
  if (problems.length > 0) throw refusal('invalid', problems.map(({ path, message }) => ({ path: `plan.${path}`, message })), problems[0]?.message);
  const id = planId ?? idOf('plan', sender.id, commandId).slice(0, 20);
  await save({
    ref: at.responsePlan(id), schema: ResponsePlan, sender, commandId,
    change: (existing) => {
      if (existing === undefined && planId !== null) throw refusal('no-such-plan');
      return { id, ...plan };
    },
  });
  await planFacts(true);
  return { outcome: 'done', code: 'saveResponsePlan', message: plan.enabled ? `${plan.name} is saved. It holds for incidents that begin from now on.` : `${plan.name} is saved. It is off.`, savedId: id };
}

/** Removes a response plan. What it has begun goes on; where it was for, the next fitting plan or the severity's default holds. */
export async function removeResponsePlan({ planId, commandId }: Sent<'removeResponsePlan'>, sender: Person): Promise<CommandAnswer> {
  await save({
    ref: at.responsePlan(planId), schema: ResponsePlan, sender, commandId,
    change: (existing) => {
      if (existing === undefined) throw refusal('no-such-plan');
      return null;
    },
  });
  await planFacts(true);
  return { outcome: 'done', code: 'removeResponsePlan', message: 'The plan is removed.', savedId: planId };
}

/** Says what each step would do now for an incident of this severity and service. Reads only: nothing is sent, and nothing changed. */
export async function dryRunPlan({ steps, severity, serviceId }: Sent<'dryRunPlan'>): Promise<CommandAnswer> {
  const facts = await planFacts(true);
  if (facts.services[serviceId] === undefined) throw refusal('no-such-service');
  const all = planned(steps, { severity, serviceId, incident: null }, facts, Date.now());
  const could = all.filter(({ would }) => would === 'run').length;
  const message = `${could === all.length ? (all.length === 1 ? 'The step' : `All ${all.length} steps`) : `${could} of ${all.length} steps`} would run. Nothing was sent.`;
  return { outcome: 'done', code: 'dryRunPlan', message, planned: all };
}
