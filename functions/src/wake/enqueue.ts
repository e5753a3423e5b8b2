import { getFunctions } from 'firebase-admin/functions';
import { logger } from 'firebase-functions';
import type { Incident } from '#domain/incident/incident';
import { app, isLocal, region } from '../firebase';
import { idOf } from '../identity/identity';

/** An incident that needs attention at `wakeAt`, or a notification that has to be looked at then: to be sent, or for the next link of its chain. */
export type WakeTask = { incidentId: string; episode: number; wakeAt: number } | { notificationId: string; lookAt: number };

/**
 * Asks Cloud Tasks to look at an incident when it next needs attention. A hint only: a refused name (already used, blocked for hours) or a
 * failure costs at most one sweep. At most 30 days ahead, Cloud Tasks' own limit.
 */
export async function enqueueWake(incident: Incident): Promise<void> {
  const { id: incidentId, wakeAt } = incident;
  const { episode } = incident.escalation;
  if (wakeAt === null) return;
  await enqueue({ incidentId, episode, wakeAt }, idOf('wake', incidentId, episode, wakeAt), wakeAt, incidentId);
}

/** Asks for a look at a notification at `lookAt` (ms since epoch). A hint like the other. */
export async function enqueueLook(notificationId: string, lookAt: number): Promise<void> {
  await enqueue({ notificationId, lookAt }, idOf('look', notificationId, lookAt), lookAt, notificationId);
}

async function enqueue(task: WakeTask, id: string, at: number, what: string): Promise<void> {
  if (isLocal && process.env.CLOUD_TASKS_EMULATOR_HOST === undefined) return;
  try {
    await getFunctions(app()).taskQueue<WakeTask>(`locations/${region}/functions/wake`).enqueue(task, { id, scheduleTime: new Date(at) });
  } catch (error) {
    logger.warn(`wake-up of ${what} was not enqueued, the sweep will find it`, error);
  }
}
