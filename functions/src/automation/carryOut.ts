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
  await carryOutPlan(incidentId);
  await followIncident(incidentId);
  // A later note has another update time, and stays.
  await at.automation(incidentId).delete({ lastUpdateTime: note.updateTime }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && (error.code === 9 || error.code === 5))) throw error;
  });
}
