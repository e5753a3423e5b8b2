import { type Query, Timestamp } from 'firebase-admin/firestore';
import { db } from '../firebase';

type Operator = '==' | '<=';
/** `group`: over every collection of this name, under whichever document. */
export type Declared = { collection: string; group?: true; where: readonly (readonly [field: string, operator: Operator])[]; orderBy?: readonly [field: string, direction: 'asc' | 'desc'] };

/**
 * Every query that the backend and the app ask. The emulator asks for no index, production does: a test holds this list to
 * firestore.indexes.json.
 */
export const queries = {
  undecidedEventsOfDrain: { collection: 'events', where: [['drainId', '=='], ['state', '==']], orderBy: ['receivedAt', 'asc'] },
  undecidedEvents: { collection: 'events', where: [['state', '=='], ['receivedAt', '<=']], orderBy: ['receivedAt', 'asc'] },
  dueIncidents: { collection: 'incidents', where: [['wakeAt', '<=']], orderBy: ['wakeAt', 'asc'] },
  dueNotifications: { collection: 'notifications', where: [['status', '=='], ['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  abandonedNotifications: { collection: 'notifications', where: [['leaseUntil', '<=']], orderBy: ['leaseUntil', 'asc'] },
  dueFollowUps: { collection: 'notifications', where: [['followAt', '<=']], orderBy: ['followAt', 'asc'] },
  dueTallies: { collection: 'tallies', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  dueHeartbeats: { collection: 'heartbeats', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  dueAutomation: { collection: 'automation', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  duePlans: { collection: 'planRuns', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  dueDrills: { collection: 'drills', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  drillsOfIncident: { collection: 'drills', where: [['incidentId', '==']] },
  drillsOfService: { collection: 'drills', where: [['serviceId', '=='], ['state', '==']] },
  noticesOfIncident: { collection: 'notices', where: [['incidentId', '==']] },
  dueStatusMails: { collection: 'statusMails', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  confirmedSubscribers: { collection: 'statusSubscribers', where: [['state', '==']] },
  dueAfterwards: { collection: 'afterwards', where: [['dueAt', '<=']], orderBy: ['dueAt', 'asc'] },
  dueActionItems: { collection: 'postMortems', where: [['remindAt', '<=']], orderBy: ['remindAt', 'asc'] },
  eventsOfIntegration: { collection: 'events', where: [['integrationId', '==']], orderBy: ['receivedAt', 'desc'] },
  eventsOfService: { collection: 'events', where: [['serviceId', '==']], orderBy: ['receivedAt', 'desc'] },
  refusalsOfIntegration: { collection: 'refusals', where: [['integrationId', '==']], orderBy: ['lastSeenAt', 'desc'] },
  changesOfService: { collection: 'changes', where: [['serviceId', '==']], orderBy: ['receivedAt', 'desc'] },
  keysOfIntegration: { collection: 'integrationKeys', where: [['integrationId', '==']] },
  incidentsOfService: { collection: 'incidents', where: [['serviceId', '==']], orderBy: ['clocks.triggeredAt', 'desc'] },
  incidentsOfRunbook: { collection: 'incidents', where: [['runbookId', '==']], orderBy: ['clocks.triggeredAt', 'desc'] },
  incidentsOfOwner: { collection: 'incidents', where: [['owner.userId', '=='], ['status', '==']] },
  incidentsOfStatus: { collection: 'incidents', where: [['status', '==']] },
  alertsOfId: { collection: 'alerts', group: true, where: [['id', '==']] },
  openIncidentsOfService: { collection: 'incidents', where: [['serviceId', '=='], ['status', '==']] },
  openOfIncident: { collection: 'open', where: [['incidentId', '==']] },
  notificationsOfBundle: { collection: 'notifications', where: [['bundleId', '==']] },
  feedsOfPerson: { collection: 'calendarFeeds', where: [['userId', '==']] },
  notificationsOfPerson: { collection: 'notifications', where: [['userId', '==']], orderBy: ['createdAt', 'desc'] },
  auditEntries: { collection: 'audit', where: [], orderBy: ['at', 'desc'] },
  pagesSince: { collection: 'notifications', where: [['kind', '==']], orderBy: ['createdAt', 'desc'] },
  notificationsOfIncident: { collection: 'notifications', where: [['incidentId', '==']], orderBy: ['createdAt', 'desc'] },
} as const satisfies Record<string, Declared>;

/** A declared query with its values, numbers of moments (ms since epoch) as Timestamps. */
export function ask(name: keyof typeof queries, values: readonly (string | number)[]): Query {
  const { collection, group, where, orderBy }: Declared = queries[name];
  const filtered = where.reduce<Query>((query, [field, operator], index) => {
    const value = values[index];
    return query.where(field, operator, typeof value === 'number' ? Timestamp.fromMillis(value) : value);
  }, group === true ? db().collectionGroup(collection) : db().collection(collection));
  return orderBy === undefined ? filtered : filtered.orderBy(...orderBy);
}
