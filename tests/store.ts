import './rouse';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { Incident } from '#domain/incident/incident';
import type { Notification } from '#domain/notification/notification';
import { Contact, type Device } from '#domain/people/person';
import { Alert } from '#domain/incident/alert';
import { TimelineEntry } from '#domain/incident/timeline';
import type { Integration } from '#domain/service/service';
import { db } from '../functions/src/firebase';
import { sha256 } from '../functions/src/identity/identity';
import { at, read } from '../functions/src/store/documents';
import { StoredEvent } from '../functions/src/store/event';
import { fromStored, toStored } from '../functions/src/store/instants';
import { command, incidentFits, notificationsFit, signIn, unique, until } from './rouse';

export { at, db };

export type Steps = readonly { userIds: readonly string[]; delaySeconds: number }[];

export type NewService = { serviceId: string; integrationId: string; key: string };

/** A service of its own for a test, with a policy over seeded people; answers its ids and integration key. `own`: what its integration has of its own. */
export async function newService(
  steps: Steps = [{ userIds: ['primary'], delaySeconds: 600 }], rounds = 3, own: Partial<Pick<Integration, 'source' | 'enabled' | 'signature' | 'limitPerMinute'>> = {},
): Promise<NewService> {
  const id = unique();
  const policy: EscalationPolicy = {
    id, name: `Policy ${id}`, rounds,
    steps: steps.map(({ userIds, delaySeconds }) => ({ delaySeconds, targets: userIds.map((userId) => ({ kind: 'person', userId })) })),
  };
  const key = `key-${id}`;
  await Promise.all([
    at.policy(id).set(toStored(policy)),
    at.service(id).set({ id, name: `Service ${id}`, description: '', policyId: id, runbookId: null, statusComponentId: null }),
    at.integration(id).set({ id, name: `Integration ${id}`, serviceId: id, source: 'generic', keyHint: 'test', ...own }),
    at.integrationKey(sha256(key)).set({ integrationId: id }),
  ]);
  const service = { serviceId: id, integrationId: id, key };
  made.push(service);
  return service;
}

/** The services that this file made. */
const made: NewService[] = [];

/** What `tidyUp` takes away once nothing pages any more. */
const besides: (() => Promise<unknown>)[] = [];

/** Leaves to `tidyUp` what else a test made. */
export const tidyLater = (remove: () => Promise<unknown>): void => { besides.push(remove); };

/** Ends what the services of this file left open, and takes them away, and then what else was made. */
export async function tidyUp(): Promise<void> {
  await tidyServices();
  await Promise.all(besides.splice(0).map((remove) => remove()));
}

async function tidyServices(): Promise<void> {
  if (made.length === 0) return;
  const admin = await signIn('admin');
  for (const { serviceId, integrationId, key } of made.splice(0)) {
    const open = (await incidentsOf(serviceId)).filter(({ status }) => status !== 'resolved');
    await Promise.all(open.map(({ id }) => command(admin, { type: 'resolve', incidentId: id })));
    await Promise.all([at.integrationKey(sha256(key)), at.integration(integrationId), at.service(serviceId), at.policy(serviceId)].map((ref) => ref.delete()));
  }
}

export const incidentBecomes = (id: string, fits: (incident: Incident) => boolean, within?: number): Promise<Incident> =>
  until(at.incident(id), incidentFits(fits), within);

export const notificationsOf = (incidentId: string, fits: (all: Notification[]) => boolean, within?: number): Promise<Notification[]> =>
  until(db().collection('notifications').where('incidentId', '==', incidentId), notificationsFit(fits), within);

/** The events of an integration, oldest first, as soon as they fit. */
export const eventsOf = (integrationId: string, fits: (all: StoredEvent[]) => boolean, within?: number): Promise<StoredEvent[]> =>
  until(db().collection('events').where('integrationId', '==', integrationId), (stored) => {
    const all = stored.map((each) => StoredEvent.parse(each)).sort((a, b) => a.receivedAt - b.receivedAt);
    return fits(all) ? all : undefined;
  }, within);

/** The incidents of a service now, oldest first. */
export async function incidentsOf(serviceId: string): Promise<Incident[]> {
  const { docs } = await db().collection('incidents').where('serviceId', '==', serviceId).get();
  return docs.flatMap((snapshot) => read(Incident, snapshot) ?? []).sort((a, b) => a.clocks.triggeredAt - b.clocks.triggeredAt);
}

export const firstIncidentOf = (serviceId: string, within?: number): Promise<Incident> =>
  until(db().collection('incidents').where('serviceId', '==', serviceId), ([first]) => Incident.safeParse(first).data, within);

export async function alertsOf(incidentId: string): Promise<Alert[]> {
  const { docs } = await at.incident(incidentId).collection('alerts').get();
  return docs.flatMap((snapshot) => read(Alert, snapshot) ?? []);
}

/** How often a service's integration was refused, by the status of the answer. */
export async function refusalsOf(integrationId: string): Promise<Record<string, number>> {
  const { docs } = await db().collection('refusals').where('integrationId', '==', integrationId).get();
  return Object.fromEntries(docs.map((refusal) => [String(refusal.get('status')), Number(refusal.get('count'))]));
}

export async function incidentNow(id: string): Promise<Incident> {
  const incident = read(Incident, await at.incident(id).get());
  if (incident === undefined) throw new Error(`there is no ${id}`);
  return incident;
}

export async function timelineOf(id: string): Promise<TimelineEntry[]> {
  const { docs } = await at.incident(id).collection('timeline').orderBy('at').get();
  return docs.map((entry) => TimelineEntry.parse(fromStored(entry.data())));
}

export const changesOf = async (id: string): Promise<string[]> => (await timelineOf(id)).flatMap(({ changes }) => changes.map(({ type }) => type)).filter((type) => type !== 'deliveryFailed');

/** Gives a person exactly these devices. */
export async function setDevices(userId: string, devices: readonly Pick<Device, 'id' | 'platform' | 'pushToken'>[]): Promise<void> {
  const now = Date.now();
  const contact = Contact.parse({
    email: `${userId}@rouse.test`,
    devices: devices.map((device) => ({ ...device, name: `Phone ${device.id}`, permission: 'granted', installed: true, soundAllowed: true, registeredAt: now, lastOpenedAt: now, lastReceiptAt: null })),
  });
  await at.contact(userId).set(toStored(contact));
}

/**
 * How many documents every collection has, for "and nothing else is written"; but for what goes on by itself: the chains of pages of incidents that other tests left
 * open write notifications and timeline entries.
 */
export async function countDocuments(): Promise<Record<string, number>> {
  const groups = ['incidents', 'alerts', 'open', 'events', 'drains', 'integrations', 'integrationKeys', 'users', 'invites', 'teams', 'audit'];
  const counts = await Promise.all(groups.map(async (group) => [group, (await db().collectionGroup(group).count().get()).data().count] as const));
  return Object.fromEntries(counts);
}

/** As `countDocuments`, without the leases of drains: one may still go after the request that it decided was answered. */
export async function countKept(): Promise<Record<string, number>> {
  const { drains: _leases, ...kept } = await countDocuments();
  return kept;
}
