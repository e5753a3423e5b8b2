import type { Who } from '../incident/decision';
import type { Incident } from '../incident/incident';
import type { Instant } from '../time/instant';
import type { PlanFacts } from './facts';
import type { PlanStep } from './plan';
import type { ChosenPlan } from './planFor';
import type { PlanRun, RunStep } from './planRun';
import { mostSteps, newRun, possible, settled, waiting, withPlan } from './run';
import { isSameAct } from './stepName';

/** A plan that somebody runs: what was stopped has its turn again, and what has not been done yet is added. null: it has nothing that could be done. */
export function begunByHand(run: PlanRun | null, incident: Incident, chosen: ChosenPlan, facts: PlanFacts, now: Instant): PlanRun | null {
  const before = run ?? newRun(incident, now);
  const resumed = before.steps.map((step): RunStep => (step.state === 'stopped' ? { ...step, state: 'waiting', result: '', dueAt: now } : step));
  const steps = possible(chosen, incident, facts, now).steps.filter((step) => !before.steps.some((each) => isSameAct(each.step, step)));
  if (steps.length === 0 && !before.steps.some(({ state }) => state === 'stopped')) return null;
  return withPlan({ ...before, steps: resumed, stoppedBy: null }, incident, { ...chosen, steps }, now);
}

/** The run with a step that somebody asked for by hand; the same id again adds nothing, nor does what waits or is under way already. null: it has as many as it keeps. */
export function withStepByHand(run: PlanRun, id: string, step: PlanStep, by: Who, now: Instant): PlanRun | null {
  // A second tap has an id of its own; it must not page or call twice.
  const isUnderWay = run.steps.some((before) => ['waiting', 'running'].includes(before.state) && JSON.stringify(before.step) === JSON.stringify(step));
  if (isUnderWay || run.steps.some((before) => before.id === id)) return run;
  if (run.steps.length >= mostSteps) return null;
  return settled({ ...run, steps: [...run.steps, waiting(id, step, by, now)] });
}

/** Nothing more begins by itself; what is under way comes to its end. What somebody asked for by hand goes on. */
export function stopped(run: PlanRun, by: Who, now: Instant): PlanRun {
  const steps = run.steps.map((step): RunStep => (step.state === 'waiting' && step.by === null ? { ...step, state: 'stopped', result: `Stopped by ${by.name} before its turn came.`, at: now, dueAt: null } : step));
  return settled({ ...run, stoppedBy: by.name, isBegun: true, steps });
}

/** A step that failed, was skipped or was stopped waits for its turn again. null: there is no such step, or it is done or under way. */
export function retried(run: PlanRun, stepId: string, now: Instant): PlanRun | null {
  const found = run.steps.find(({ id }) => id === stepId);
  if (found === undefined || !['failed', 'skipped', 'stopped'].includes(found.state)) return null;
  return settled({ ...run, steps: run.steps.map((step) => (step === found ? { ...step, state: 'waiting', result: '', dueAt: now } : step)) });
}
