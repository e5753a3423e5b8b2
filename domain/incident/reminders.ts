import { HOUR, type Instant, MINUTE } from '../time/instant';
import type { Incident } from './incident';

/** An incident that somebody works on: what nobody has taken pages, which is louder than any reminder; what is snoozed rests. */
function isWorkedOn(incident: Incident): boolean {
  if (incident.status !== 'monitoring' && (incident.status !== 'acknowledged' || incident.snoozedUntil !== null)) return false;
  return incident.roles.length > 0 || (incident.owner !== null && incident.owner.userId !== null);
}

/** Whether the final update was sent and still holds: an incident that somebody took anew after it goes on, and owes another. */
export function isToldForGood(incident: Incident): boolean {
  const takenAt = incident.status === 'triggered' ? null : (incident.owner?.at ?? null);
  return incident.finalUpdateAt !== null && (takenAt === null || takenAt <= incident.finalUpdateAt);
}

/**
 * When the stakeholders are next owed an update, by the cadence (ms since epoch); null: never. After a reminder it is asked again a cadence later. After the final
 * update nothing is owed, until the incident triggers again and somebody takes it anew.
 */
export function updateDueAt(incident: Incident): Instant | null {
  if (incident.cadenceMinutes === null || !isWorkedOn(incident)) return null;
  if (isToldForGood(incident)) return null;
  const takenAnewAt = incident.finalUpdateAt === null || incident.status === 'triggered' ? 0 : (incident.owner?.at ?? 0);
  const since = Math.max(incident.lastUpdateAt ?? 0, incident.updateRemindedAt ?? 0, incident.clocks.acknowledgedAt ?? incident.clocks.triggeredAt, takenAnewAt);
  return since + incident.cadenceMinutes * MINUTE;
}

/** When it is asked who commands: an hour after it triggered, of those severities that need a commander; null: somebody does, or was asked. */
export function commanderAskedFor(incident: Incident): Instant | null {
  const needed = incident.severity === 'SEV1' || incident.severity === 'SEV2';
  if (!needed || incident.commanderAskedAt !== null || !isWorkedOn(incident) || incident.roles.some(({ role }) => role === 'incidentCommander')) return null;
  return incident.clocks.triggeredAt + HOUR;
}
