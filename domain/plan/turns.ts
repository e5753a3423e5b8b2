import { type Instant, MINUTE, SECOND } from '../time/instant';
import type { PlanRun, RunStep } from './planRun';
import { settled } from './run';

/** What came of a step. `already`: it was so before. `retry`: it may pass, and is tried again; `afterMilliseconds`: not before, as the other side asked. */
export type StepOutcome = { kind: 'done' | 'already' | 'skipped' | 'failed'; result: string } | { kind: 'retry'; result: string; afterMilliseconds?: number };

/** Whoever carries a step out has so long for it (ms): longer than all the waiting of a step together. */
export const stepLease = MINUTE;
/** A step that fails is tried so often by itself. */
export const mostTries = 3;
const pauses = [5 * SECOND, 20 * SECOND];
const longestPause = 10 * MINUTE;
const mostResult = 300;

/** Whether this try of a step is its last one, so that what stands in for it has its turn. */
export const isLastTry = ({ attempts }: Pick<RunStep, 'attempts'>): boolean => attempts % mostTries === 0;

/** Takes the next step that is due into hand: the first that waits, or whose holder has died. null: nothing is due, or somebody holds it. */
export function claimed(run: PlanRun, now: Instant): { run: PlanRun; step: RunStep } | null {
  if (run.leaseUntil !== null && run.leaseUntil > now) return null;
  const next = run.steps.find((step) => (step.state === 'waiting' && (step.dueAt ?? 0) <= now) || step.state === 'running');
  if (next === undefined) return null;
  const step: RunStep = { ...next, state: 'running', attempts: next.attempts + 1, at: now, dueAt: null };
  return { step, run: settled({ ...run, leaseUntil: now + stepLease, steps: run.steps.map((each) => (each === next ? step : each)) }) };
}

/** The run after this try of a step; null where somebody else has the step by now. What may pass waits for another try, and the next steps go on meanwhile. */
export function ended(run: PlanRun, tried: Pick<RunStep, 'id' | 'attempts'>, outcome: StepOutcome, now: Instant): { run: PlanRun; step: RunStep } | null {
  const before = run.steps.find(({ id }) => id === tried.id);
  if (before?.state !== 'running' || before.attempts !== tried.attempts) return null;
  const step: RunStep = { ...before, ...stateAfter(before, run, outcome, now), result: short(outcome.result), at: now };
  return { step, run: settled({ ...run, leaseUntil: null, steps: run.steps.map((each) => (each === before ? step : each)) }) };
}

function stateAfter(step: RunStep, run: PlanRun, outcome: StepOutcome, now: Instant): Pick<RunStep, 'state' | 'dueAt'> {
  switch (outcome.kind) {
    case 'done': case 'already': return { state: 'done', dueAt: null };
    case 'skipped': case 'failed': return { state: outcome.kind, dueAt: null };
    case 'retry': {
      if (isLastTry(step) || (run.stoppedBy !== null && step.by === null)) return { state: 'failed', dueAt: null };
      const pause = Math.max(pauses[(step.attempts - 1) % mostTries] ?? 0, outcome.afterMilliseconds ?? 0);
      return { state: 'waiting', dueAt: now + Math.min(longestPause, pause) };
    }
    default: return outcome satisfies never;
  }
}

const short = (text: string): string => (text.length <= mostResult ? text : `${text.slice(0, mostResult - 1).toWellFormed()}…`);
