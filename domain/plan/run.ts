import { isHeld } from '../escalation/paging';
import type { Who } from '../incident/decision';
import type { Incident } from '../incident/incident';
import { isWorse } from '../incident/severity';
import { type Instant, SECOND } from '../time/instant';
import { aboutOf, type PlanFacts } from './facts';
import { foresee } from './foresee';
import type { PlanStep } from './plan';
import { type ChosenPlan, planFor } from './planFor';
import type { PlanRun, RunStep } from './planRun';
import { isSameAct } from './stepName';

/** So many steps a run keeps at most. */
export const mostSteps = 24;

/** What becomes of a run when it is looked at. `run` null: there is none, and none is needed. `began`: the plan that begins with it, for the timeline. */
export type Attended = { run: PlanRun | null; began: string | null };

/**
 * The run of an incident as it has to be now: begun when the incident pages, with the steps of a worse severity's plan added when it has become worse, with what waits skipped when the incident
 * is over. A default plan begins with what can be done at all, so that where nothing is set up nothing is written.
 */
export function attend(run: PlanRun | null, incident: Incident, facts: PlanFacts, now: Instant): Attended {
  if (incident.status === 'resolved') return { run: run === null || run.steps.length === 0 ? null : over(run, incident, now), began: null };
  const isOpen = run === null || !run.isBegun;
  // Who set its severity when a fix is in does not want a channel opened by it.
  if (isOpen && incident.status === 'monitoring') return { run: run === null ? null : settled(run), began: null };
  if (!isOpen && (run.stoppedBy !== null || !isWorse(incident.severity, run.severity))) return { run, began: null };
  const chosen = possible(planFor(incident.severity, incident.serviceId, facts), incident, facts, now);
  const added = chosen.steps.filter((step) => run === null || !run.steps.some((before) => isSameAct(before.step, step)));
  if (isOpen && added.length === 0) return { run: run === null || run.steps.length === 0 ? null : settled({ ...run, isBegun: true }), began: null };
  if (isOpen && incident.status === 'triggered' && isHeld(incident) && incident.escalation.nextAt !== null) {
    return { run: settled({ ...(run ?? newRun(incident, now)), isBegun: false, startedAt: run?.startedAt ?? now }, incident.escalation.nextAt + SECOND), began: null };
  }
  return { run: withPlan(run ?? newRun(incident, now), incident, { ...chosen, steps: added }, now), began: added.length === 0 ? null : chosen.name };
}

/** Of a default plan what can be done for this incident; a plan that somebody wrote says of each step why it was not. */
export function possible(chosen: ChosenPlan, incident: Incident, facts: PlanFacts, now: Instant): ChosenPlan {
  return chosen.planId !== null ? chosen : { ...chosen, steps: chosen.steps.filter((step) => foresee(step, aboutOf(incident), facts, now).would === 'run') };
}

/** A run that nothing has been begun in. */
export const newRun = (incident: Incident, now: Instant): PlanRun => ({
  incidentId: incident.id, planId: null, planName: '', severity: incident.severity, startedAt: now, state: 'done', stoppedBy: null, steps: [], dueAt: null, leaseUntil: null, isBegun: false,
});

/** The run with a plan's steps behind those that it has. */
export function withPlan(run: PlanRun, incident: Incident, { planId, name, steps }: ChosenPlan, now: Instant): PlanRun {
  const next = Math.max(0, ...run.steps.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0))) + 1;
  const added = steps.map((step, index) => waiting(`s${next + index}`, step, null, now));
  const severity = isWorse(incident.severity, run.severity) || !run.isBegun ? incident.severity : run.severity;
  return settled({ ...run, planId, planName: name, severity, isBegun: true, steps: [...run.steps, ...added].slice(0, mostSteps) });
}

/** A step whose turn has not come. */
export const waiting = (id: string, step: PlanStep, by: Who | null, now: Instant): RunStep => ({ id, step, state: 'waiting', result: '', attempts: 0, at: null, dueAt: now, by });

/** What waits of an incident that has ended is not done any more. */
function over(run: PlanRun, incident: Incident, now: Instant): PlanRun {
  const why = incident.mergedInto === null ? 'The incident ended first.' : `It was merged into ${incident.mergedInto} first.`;
  return settled({ ...run, isBegun: true, steps: run.steps.map((step) => (step.state === 'waiting' ? { ...step, state: 'skipped', result: why, at: now, dueAt: null } : step)) });
}

/** The run with its state and its next due moment as they follow from its steps. `notBefore`: when it has to be looked at although nothing waits. */
export function settled(run: PlanRun, notBefore: Instant | null = null): PlanRun {
  const due = run.steps.flatMap(({ state, dueAt }) => (state === 'waiting' ? [dueAt ?? run.startedAt] : []));
  const isUnderWay = run.steps.some(({ state }) => state === 'waiting' || state === 'running');
  return {
    ...run, state: run.stoppedBy !== null ? 'stopped' : isUnderWay ? 'running' : 'done',
    dueAt: run.leaseUntil ?? (due.length > 0 ? Math.min(...due) : notBefore),
  };
}
