import { logger } from 'firebase-functions';
import { isLastTry } from '#domain/plan/turns';
import { claimNext, type Doing, endStep } from './claim';
import { planFacts } from './facts';
import type { Did } from './did';
import { callWebhook } from './steps/callWebhook';
import { classifyIncident, makeWarRoom, setCadence } from './steps/ofIncident';
import { draftNotice } from './steps/draftNotice';
import { openChannel } from './steps/openChannel';
import { pageByPlan } from './steps/page';
import { postUpdate } from './steps/postUpdate';

/**
 * Carries out what is due of an incident's response plan, step by step, and begins it where none has begun. Each step is claimed in a transaction of its own, so that it is done by one of several
 * that come at once; what it does outside has an id that follows from the incident, so that a second try after a crash has no second effect. `fresh`: by the configuration as it is now.
 */
export async function carryOutPlan(incidentId: string, fresh = false): Promise<void> {
  const facts = await planFacts(fresh);
  for (;;) {
    const doing = await claimNext(incidentId, facts);
    if (doing === undefined) return;
    const { outcome, isTold } = await done(doing);
    await endStep(doing, outcome, isTold);
  }
}

/** What comes of a step. What throws is a fault of Rouse's own, which may pass: it is logged and tried again like any other. */
async function done(doing: Doing): Promise<Did> {
  try {
    return await run(doing);
  } catch (error) {
    logger.error(`plan of ${doing.incident.id}: ${doing.step.step.kind}`, error);
    return { outcome: { kind: 'retry', result: `It failed inside Rouse.${isLastTry(doing.step) ? ' The log of the functions says why.' : ''}` }, isTold: false };
  }
}

function run(doing: Doing): Promise<Did> {
  const { step } = doing.step;
  switch (step.kind) {
    case 'classify': return classifyIncident(doing, step);
    case 'openChannel': return openChannel(doing, step);
    case 'page': return pageByPlan(doing, step);
    case 'makeWarRoom': return makeWarRoom(doing);
    case 'postUpdate': return postUpdate(doing);
    case 'draftStatusUpdate': return draftNotice(doing);
    case 'startCadence': return setCadence(doing, step.minutes);
    case 'callWebhook': return callWebhook(doing, step);
    default: return step satisfies never;
  }
}
