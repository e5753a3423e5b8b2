import type { Incident } from '../incident/incident';
import { Severity } from '../incident/severity';
import { isAsked } from './lifecycle';
import type { Notification } from './notification';

export type Alarm = { notification: Notification; incident: Incident | null };

/** Whether this page still asks for somebody: its incident is triggered, in the episode that paged. A test rings until it is seen. */
export function isRinging(notification: Notification, incident: Incident | null): boolean {
  if (notification.status === 'cancelled') return false;
  switch (notification.kind) {
    case 'test': return notification.channel === 'push' && notification.seenAt === null && notification.status !== 'failed';
    case 'notice': return false;
    case 'request': return incident !== null && isAsked(notification, incident);
    case 'page':
      return incident !== null && incident.status === 'triggered' && incident.escalation.episode === notification.episode;
    default: return notification.kind satisfies never;
  }
}

/** The pages that should ring for this person now, one per incident (the latest), worst first, then oldest first; a drill after everything real. */
export function alarmsOf(notifications: readonly Notification[], incidents: readonly Incident[], userId: string): Alarm[] {
  const latestFirst = notifications.filter((notification) => notification.userId === userId).sort((a, b) => b.createdAt - a.createdAt);
  const alarms = latestFirst
    .map((notification) => ({ notification, incident: incidents.find(({ id }) => id === notification.incidentId) ?? null }))
    .filter(({ notification, incident }) => notification.status !== 'pending' && isRinging(notification, incident));
  const once = alarms.filter((alarm, index) => alarms.findIndex(({ incident }) => incident?.id === alarm.incident?.id) === index);
  return once.sort((a, b) => rank(a) - rank(b) || a.notification.createdAt - b.notification.createdAt);
}

const { length } = Severity.options;
const rank = ({ incident }: Alarm) => (incident === null ? 2 * length : Severity.options.indexOf(incident.severity) + (incident.drillId === null ? 0 : length));
