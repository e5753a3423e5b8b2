import { z } from 'zod';
import type { Incident } from '../incident/incident';
import { Instant } from '../time/instant';

/** So many incidents are followed one by one. */
const mostIncidents = 50;

/** `subscriptions/{userId}`: whose updates a person follows, and how they are told. Read by themselves. */
export const Subscription = z.strictObject({
  userId: z.string(),
  /** null: all services. */
  services: z.array(z.string()).max(200).nullable(), incidents: z.array(z.string()).max(mostIncidents),
  by: z.array(z.enum(['push', 'email'])).max(2), changedAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

/** What of a subscription its person sets. */
export type Followed = Pick<Subscription, 'services' | 'incidents' | 'by'>;
export type Way = Subscription['by'][number];

/** Whether its person is told of an update of this incident. */
export function follows(subscription: Followed, incident: Pick<Incident, 'id' | 'serviceId'>): boolean {
  return subscription.by.length > 0 && followedAs(subscription, incident) !== null;
}

/** By what an incident is followed: all services, its own, or it alone (the widest that holds); null: not at all. Whether its person is told is another matter (`by`). */
export function followedAs({ services, incidents }: Followed, { id, serviceId }: Pick<Incident, 'id' | 'serviceId'>): 'all' | 'service' | 'incident' | null {
  if (services === null) return 'all';
  if (services.includes(serviceId)) return 'service';
  return incidents.includes(id) ? 'incident' : null;
}

/** The subscription with this incident in it, told by these ways where none was chosen before. The oldest of too many makes room. */
export function following(subscription: Followed, incidentId: string, ways: readonly Way[]): Followed {
  const others = subscription.incidents.filter((id) => id !== incidentId);
  return { ...subscription, incidents: [...others, incidentId].slice(-mostIncidents), by: subscription.by.length === 0 ? [...ways] : subscription.by };
}

/** The subscription without this incident; what its service or all services bring stays. */
export function unfollowing(subscription: Followed, incidentId: string): Followed {
  return { ...subscription, incidents: subscription.incidents.filter((id) => id !== incidentId) };
}
