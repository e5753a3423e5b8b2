import type { Notification } from './notification';

/** The device tag: one per incident, so that a page sent twice, its next round, and the open app's listener show one notification. */
export function tagOf({ incidentId, id }: Pick<Notification, 'incidentId' | 'id'>): string {
  return incidentId ?? `test-${id.slice(0, 20)}`;
}
