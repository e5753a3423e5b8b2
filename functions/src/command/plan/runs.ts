import type { CommandAnswer } from '#domain/command/answer';
import type { PlanCommand } from '#domain/command/plan';
import type { Person } from '#domain/people/person';
import { begunByHand, retried, stopped, withStepByHand } from '#domain/plan/byHand';
import { aboutOf } from '#domain/plan/facts';
import { foresee } from '#domain/plan/foresee';
import { planFor } from '#domain/plan/planFor';
import { stepsProblems } from '#domain/plan/problems';
import { newRun } from '#domain/plan/run';
import { stepName } from '#domain/plan/stepName';
import { idOf } from '../../identity/identity';
import { planFacts } from '../../plan/facts';
import { refusal } from '../refusal';
import { carriedOutFor } from './carriedOut';
import { changeRun } from './changeRun';

type Sent<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>;

const who = ({ id, name }: Person) => ({ userId: id, name });

/** Begins a plan by hand, or lets a stopped one go on. */
export async function runPlan({ incidentId, planId, commandId }: Sent<'runPlan'>, sender: Person): Promise<CommandAnswer> {
  const facts = await planFacts(true);
  const own = facts.plans.find(({ id }) => id === planId);
  if (planId !== null && own === undefined) throw refusal('no-such-plan');
  let nothing = '';
  const changed = await changeRun({ incidentId, commandId, sender }, (run, incident, now) => {
    const chosen = own === undefined ? planFor(incident.severity, incident.serviceId, facts) : { planId: own.id, name: own.name, steps: own.steps };
    nothing = chosen.steps.map((step) => foresee(step, aboutOf(incident), facts, now)).find(({ would }) => would !== 'run')?.result ?? 'Everything that it does has been done.';
    const begun = begunByHand(run, incident, chosen, facts, now);
    return begun === null ? 'unchanged' : { run: begun, change: { type: 'planStarted', plan: chosen.name } };
  });
  if (changed === 'unchanged') return { outcome: 'unchanged', code: 'already-so', message: `There is nothing to do now. ${nothing}`, incidentId };
  return { outcome: 'done', code: 'runPlan', message: await carriedOutFor(incidentId, null), incidentId };
}

/** Stops what has not begun of a run. */
export async function stopPlan({ incidentId, commandId }: Sent<'stopPlan'>, sender: Person): Promise<CommandAnswer> {
  let left = 0;
  const changed = await changeRun({ incidentId, commandId, sender, alsoOver: true }, (run, _incident, now) => {
    // One that waits for its incident to page has no steps yet, and is stopped as well.
    if (run === null || run.stoppedBy !== null || (run.isBegun && !run.steps.some(({ state, by }) => (state === 'waiting' || state === 'running') && by === null))) return 'unchanged';
    const after = stopped(run, who(sender), now);
    left = after.steps.filter(({ state }) => state === 'stopped').length;
    return { run: after, change: { type: 'planStopped', plan: run.planName === '' ? 'before it began' : run.planName } };
  });
  if (changed === 'unchanged') return { outcome: 'unchanged', code: 'already-so', message: 'Nothing of the plan was waiting.', incidentId };
  return { outcome: 'done', code: 'stopPlan', message: `Stopped. ${left === 0 ? 'What was under way comes to its end.' : `${left} ${left === 1 ? 'step' : 'steps'} will not run.`}`, incidentId };
}

/** Gives a step that failed, was skipped or was stopped another turn. */
export async function retryPlanStep({ incidentId, stepId }: Sent<'retryPlanStep'>): Promise<CommandAnswer> {
  const changed = await changeRun({ incidentId }, (run, _incident, now) => {
    if (run?.steps.some(({ id }) => id === stepId) !== true) throw refusal('no-such-step');
    const again = retried(run, stepId, now);
    return again === null ? 'unchanged' : { run: again };
  });
  if (changed === 'unchanged') return { outcome: 'unchanged', code: 'already-so', message: 'It is done already, or under way.', incidentId };
  return { outcome: 'done', code: 'retryPlanStep', message: await carriedOutFor(incidentId, stepId), incidentId };
}

/** Does by hand what a step of a plan does; the timeline says who. */
export async function runPlanStep({ incidentId, step, commandId }: Sent<'runPlanStep'>, sender: Person): Promise<CommandAnswer> {
  const problems = stepsProblems([step], await planFacts(true));
  if (problems.length > 0) throw refusal('invalid', problems.map(({ path, message }) => ({ path: path.replace(/^steps\.0/, 'step'), message })), `${stepName(step)}: ${problems[0]?.message ?? 'is wrong'}`);
  const stepId = `h${idOf('hand', sender.id, commandId).slice(0, 20)}`;
  await changeRun({ incidentId }, (run, incident, now) => {
    const after = withStepByHand(run ?? newRun(incident, now), stepId, step, who(sender), now);
    if (after === null) throw refusal('too-many');
    return { run: after };
  });
  return { outcome: 'done', code: 'runPlanStep', message: await carriedOutFor(incidentId, stepId), incidentId };
}
