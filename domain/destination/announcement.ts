import type { PagingFacts } from '../escalation/targets';
import type { Incident, IncidentStatus } from '../incident/incident';
import type { NotificationRequest } from '../notification/notification';
import { HOUR, type Instant } from '../time/instant';

/**
 * What the destinations that follow an incident's service are told when its status changes. `before` null: it is new. An episode that pages again is told anew; one
 * that waits to see whether it heals is not told before it pages.
 */
export function announcementsOf(before: Incident | null, after: Incident, { destinations }: Pick<PagingFacts, 'destinations'>, now: Instant): NotificationRequest[] {
  const following = Object.values(destinations ?? {}).filter(({ enabled, serviceIds }) => enabled && serviceIds.includes(after.serviceId));
  if (following.length === 0 || stateOf(before) === stateOf(after) || isWaiting(after)) return [];
  // It healed while it waited for the first time: nobody has heard of it.
  if (before !== null && isWaiting(before) && before.escalation.episode === 0 && after.status === 'resolved') return [];
  return following.map(({ id, kind }) => ({
    kind: 'notice', what: 'status', to: { destinationId: id, channel: kind }, cause: `status.${after.status}.${after.escalation.episode}`, why: words[after.status],
    dueAt: now, expiresAt: now + HOUR,
  }));
}

const isWaiting = ({ status, escalation }: Incident) => status === 'triggered' && escalation.state === 'held';
const stateOf = (incident: Incident | null) => (incident === null ? '' : `${incident.status}.${incident.status === 'triggered' ? `${incident.escalation.episode}.${String(isWaiting(incident))}` : ''}`);

const words: Record<IncidentStatus, string> = { triggered: 'Triggered', acknowledged: 'Acknowledged', monitoring: 'A fix is in', resolved: 'Resolved' };
