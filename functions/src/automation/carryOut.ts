import { carryOutPlan } from '../plan/carryOut';
import { followIncident } from '../statusPage/followIncident';
import { at } from '../store/documents';

/**
 * Does what follows by itself of an incident: its response plan, then its public notice. The note goes when all of it is done, unless another was written meanwhile; what fails is
 * done again by the sweep.
 */
export async function carryOutAutomation(incidentId: string): Promise<void> {
  const note = await at.automation(incidentId).get();
  if (!note.exists || note.updateTime === undefined) return;
  const ended = [await settled(carryOutPlan(incidentId)), await settled(followIncident(incidentId))];
  // What the public is told does not wait for a plan that fails, nor the other way round.
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  // A later note has another update time, and stays.
  await at.automation(incidentId).delete({ lastUpdateTime: note.updateTime }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && (error.code === 9 || error.code === 5))) throw error;
  });
}

const settled = async (work: Promise<void>): Promise<PromiseSettledResult<void>> => (await Promise.allSettled([work]))[0];
