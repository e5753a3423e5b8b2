import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { TimelineEntry } from '#domain/incident/timeline';
import { database } from './firestore';
import type { Database } from './firestore';
import { watchedDocument, watchedQuery } from './watch';

const open = ['triggered', 'acknowledged', 'monitoring'];
const allOpen = ({ sdk, db }: Database) => sdk.query(sdk.collection(db, 'incidents'), sdk.where('status', 'in', open));

/** Every incident that is not resolved. Ordered by the screen: an order here would need a composite index. */
export const openIncidents = watchedQuery('incidents:open', allOpen, Incident);

/** How long somebody who asks to look again waits, in ms. */
const PATIENCE = 8_000;

/** Asks the server itself which incidents are open: their ids, or null where it does not answer. The listeners hear whatever is new by it. */
export async function openIncidentsNow(): Promise<string[] | null> {
  if (!navigator.onLine) return null;
  const asked = database().then(async (opened) => (await opened.sdk.getDocsFromServer(allOpen(opened))).docs.map(({ id }) => id));
  const given = new Promise<null>((resolve) => { setTimeout(() => resolve(null), PATIENCE); });
  return Promise.race([asked, given]).catch(() => null);
}

/** At most so many are read for a week of what is over, and for a search: a document read each, once per opening. */
const MOST_OF_A_WEEK = 100;
const MOST_SEARCHED = 300;

/** The 100 resolved last since `from` (ms since epoch: a day's start, since another time is another listener), newest first. */
export const resolvedSince = (from: number) => watchedQuery(
  `incidents:resolved:${from}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'incidents'), sdk.where('clocks.resolvedAt', '>=', new Date(from)), sdk.orderBy('clocks.resolvedAt', 'desc'), sdk.limit(MOST_OF_A_WEEK),
  ),
  Incident,
);

/** The 300 that triggered last, newest first: what a search goes through. Without a network, those of them that this device has seen. */
export const searchedIncidents = watchedQuery(
  'incidents:searched',
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.orderBy('clocks.triggeredAt', 'desc'), sdk.limit(MOST_SEARCHED)),
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
