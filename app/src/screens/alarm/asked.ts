import type { Incident, ResponderRequest } from '#domain/incident/incident';
import { openRequestOf } from '#domain/incident/requests';
import type { Alarm } from '#domain/notification/alarm';
import type { Notification } from '#domain/notification/notification';

/** The request that rings in place of a page: what is asked comes first, because a yes to it is an acknowledge as well. Null: a page. */
export function ringingRequest({ notification, incident }: { notification: Pick<Notification, 'kind' | 'userId'>; incident: Incident }): ResponderRequest | null {
  const { userId } = notification;
  return userId === null ? null : (openRequestOf(incident, userId) ?? null);
}

/** The incidents that page among what rings: those that only ask are not to be acknowledged with the rest. */
export function pagingAmong(alarms: readonly Alarm[]): Incident[] {
  return alarms.flatMap(({ notification, incident }) => (incident !== null && notification.kind === 'page' ? [incident] : []));
}

const anew = 'You were asked anew since, or are not needed any more.';

/** How a request ended that is not open any more, in words; null where it was not a request, or it is said elsewhere. */
export function requestEnded({ kind, userId, cause }: Pick<Notification, 'kind' | 'userId' | 'cause'>, incident: Incident): string | null {
  if (kind !== 'request' || incident.status === 'resolved') return null;
  const request = incident.requests.find((each) => `request.${each.id}` === cause && each.userId === userId);
  if (request === undefined) return anew;
  switch (request.state) {
    case 'accepted': return 'You accepted.';
    case 'declined': return 'You declined. Nothing more is asked of you.';
    case 'asked': return anew;
    default: return request.state satisfies never;
  }
}
