import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { TimelineEntry } from '#domain/incident/timeline';
import { watchedDocument, watchedQuery } from './watch';

const open = ['triggered', 'acknowledged', 'monitoring'];

/** Every incident that is not resolved. Ordered by the screen: an order here would need a composite index. */
export const openIncidents = watchedQuery(
  'incidents:open',
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.where('status', 'in', open)),
  Incident,
);

/** The 15 resolved last, newest first. */
export const resolvedIncidents = watchedQuery(
  'incidents:resolved',
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'incidents'), sdk.where('clocks.resolvedAt', '>', new Date(0)),
    sdk.orderBy('clocks.resolvedAt', 'desc'), sdk.limit(15),
  ),
  Incident,
);

/** One incident; null where there is none. */
export const incident = (id: string) => watchedDocument(`incidents/${id}`, Incident);

/** What happened to an incident, oldest first. Members only. */
export const timelineOf = (id: string) => watchedQuery(
  `incidents/${id}/timeline`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, `incidents/${id}/timeline`), sdk.orderBy('at')),
  TimelineEntry,
);

/** The newest 50 alerts of an incident. Members only. */
export const alertsOf = (id: string) => watchedQuery(
  `incidents/${id}/alerts`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, `incidents/${id}/alerts`), sdk.orderBy('lastSeenAt', 'desc'), sdk.limit(50)),
  Alert,
);
