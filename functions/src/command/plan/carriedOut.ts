import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { PlanRun } from '#domain/plan/planRun';
import { carryOutPlan } from '../../plan/carryOut';
import { at, read } from '../../store/documents';

/** So long (ms) a person waits for what they asked for; after it the sweep goes on with it, and the screen follows it. */
const patience = 6_000;

/** Carries out what was just asked for, and says what came of it: of one step, or of the whole. */
export async function carriedOutFor(incidentId: string, stepId: string | null): Promise<string> {
  const work = carryOutPlan(incidentId, true).catch((error: unknown) => { logger.error(`plan of ${incidentId}`, error); });
  await Promise.race([work, wait(patience, undefined, { ref: false })]);
  const run = read(PlanRun, await at.planRun(incidentId).get());
  const step = run?.steps.find(({ id }) => id === stepId);
  if (step === undefined) {
    const open = run?.steps.filter(({ state }) => state === 'waiting' || state === 'running').length ?? 0;
    return open === 0 ? 'The plan is carried out.' : 'The plan is under way.';
  }
  switch (step.state) {
    case 'done': case 'failed': case 'skipped': case 'stopped': return step.result;
    case 'running': return 'It is under way.';
    case 'waiting': return step.result === '' ? 'It is under way.' : `${step.result} It is tried again.`;
    default: return step.state satisfies never;
  }
}
