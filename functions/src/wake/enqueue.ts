import { getFunctions } from 'firebase-admin/functions';
import { logger } from 'firebase-functions';
import type { Incident } from '#domain/incident/incident';
import { app, isLocal, region } from '../firebase';
import { idOf } from '../identity/identity';

export type WakeTask = { incidentId: string; episode: number; wakeAt: number };

/**
 * Asks Cloud Tasks to look at an incident when it next needs attention. A hint only: a refused name (already used, blocked for hours) or a
 * failure costs at most one sweep. At most 30 days ahead, Cloud Tasks' own limit.
 */
export async function enqueueWake(incident: Incident): Promise<void> {
  const { id: incidentId, wakeAt } = incident;
  const { episode } = incident.escalation;
  if (wakeAt === null || (isLocal && process.env.CLOUD_TASKS_EMULATOR_HOST === undefined)) return;
  const task: WakeTask = { incidentId, episode, wakeAt };
  try {
    await getFunctions(app()).taskQueue<WakeTask>(`locations/${region}/functions/wake`)
      .enqueue(task, { id: idOf('wake', incidentId, episode, wakeAt), scheduleTime: new Date(wakeAt) });
  } catch (error) {
    logger.warn(`wake-up of ${incidentId} was not enqueued, the sweep will find it`, error);
  }
}
