import { setTimeout as wait } from 'node:timers/promises';
import { Incident } from '#domain/incident/incident';
import { at, read } from '../store/documents';
import { followUp } from '../send/followUp';
import { sendDue } from '../send/send';
import { advanceIncident } from './advanceIncident';
import type { WakeTask } from './enqueue';

/** A wake-up that comes less than this early waits in place; an earlier one does nothing. */
const patience = 2_000;

/** Answers a wake-up. The incident says what is due; the task's own words are only compared with it. */
export async function wake(task: WakeTask): Promise<void> {
  if ('notificationId' in task) return look(task);
  const { incidentId, episode, wakeAt } = task;
  const snapshot = await at.incident(incidentId).get();
  const incident = read(Incident, snapshot);
  if (incident === undefined || incident.wakeAt !== wakeAt || incident.escalation.episode !== episode) return;
  const early = wakeAt - snapshot.readTime.toMillis();
  if (early > patience) return;
  if (early > 0) await wait(early + 5);
  await advanceIncident(incidentId);
}

/** Sends a notification that is due, and follows up one whose next link is: each does nothing where it is not. */
async function look({ notificationId, lookAt }: Extract<WakeTask, { notificationId: string }>): Promise<void> {
  const early = lookAt - Date.now();
  if (early > patience) return;
  if (early > 0) await wait(early + 5);
  await Promise.all([sendDue(notificationId), followUp(notificationId)]);
}
