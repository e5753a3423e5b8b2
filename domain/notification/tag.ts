import type { Notification } from './notification';

/**
 * The device tag: one per incident, so that a page sent twice, its next round, and the open app's listener show one notification. An update to the stakeholders has its
 * own: a quiet notice must not take the place of a page that rings.
 */
export function tagOf({ incidentId, id, subject }: Pick<Notification, 'incidentId' | 'id'> & Partial<Pick<Notification, 'subject'>>): string {
  if (subject === 'statusUpdate') return `${incidentId ?? id.slice(0, 20)}-update`;
  return incidentId ?? `test-${id.slice(0, 20)}`;
}
