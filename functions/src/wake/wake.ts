import { setTimeout as wait } from 'node:timers/promises';
import { Incident } from '#domain/incident/incident';
import { at, read } from '../store/documents';
import { advanceIncident } from './advanceIncident';
import type { WakeTask } from './enqueue';

/** A wake-up that comes less than this early waits in place; an earlier one does nothing. */
const patience = 2_000;

/** Answers a wake-up. The incident says what is due; the task's own words are only compared with it. */
export async function wake({ incidentId, episode, wakeAt }: WakeTask): Promise<void> {
  const snapshot = await at.incident(incidentId).get();
  const incident = read(Incident, snapshot);
  if (incident === undefined || incident.wakeAt !== wakeAt || incident.escalation.episode !== episode) return;
  const early = wakeAt - snapshot.readTime.toMillis();
  if (early > patience) return;
  if (early > 0) await wait(early + 5);
  await advanceIncident(incidentId);
}
