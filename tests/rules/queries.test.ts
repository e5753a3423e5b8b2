import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { collection, doc, type Firestore, getDocs, limit, onSnapshot, orderBy, query, setLogLevel, where, writeBatch } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firestoreFor, rulesEnvironment, seed } from './environment';

let environment: RulesTestEnvironment;
let db: Record<'admin' | 'responder' | 'stakeholder', Firestore>;
beforeAll(async () => {
  setLogLevel('silent');
  environment = await rulesEnvironment();
  await environment.clearFirestore();
  await seed(environment, ['incidents/one', 'incidents/one/timeline/one', 'incidents/one/alerts/one', 'notifications/one', 'services/one']);
  db = {
    admin: firestoreFor(environment, { role: 'admin' }), responder: firestoreFor(environment, { role: 'responder' }),
    stakeholder: firestoreFor(environment, { role: 'stakeholder' }),
  };
});
afterAll(async () => {
  await environment.clearFirestore();
  await environment.cleanup();
});

/** What the app's screens ask, filters and all: rules judge the query, not the documents that it finds. */
const asked = {
  openIncidents: (from: Firestore) => query(collection(from, 'incidents'), where('status', 'in', ['triggered', 'acknowledged', 'monitoring'])),
  resolvedSince: (from: Firestore) =>
    query(collection(from, 'incidents'), where('clocks.resolvedAt', '>=', new Date(0)), orderBy('clocks.resolvedAt', 'desc'), limit(100)),
  searchedIncidents: (from: Firestore) => query(collection(from, 'incidents'), orderBy('clocks.triggeredAt', 'desc'), limit(300)),
  timeline: (from: Firestore) => query(collection(from, 'incidents/one/timeline'), orderBy('at')),
  alerts: (from: Firestore) => query(collection(from, 'incidents/one/alerts'), orderBy('lastSeenAt', 'desc'), limit(50)),
  ownNotifications: (from: Firestore) => query(collection(from, 'notifications'), where('userId', '==', 'me'), orderBy('createdAt', 'desc'), limit(30)),
  notificationsOfIncident: (from: Firestore) => query(collection(from, 'notifications'), where('incidentId', '==', 'one'), limit(100)),
  pagesSince: (from: Firestore) => query(collection(from, 'notifications'), where('kind', '==', 'page'), where('createdAt', '>=', new Date(0)), orderBy('createdAt', 'desc'), limit(2000)),
  pastOverrides: (from: Firestore) => query(collection(from, 'schedules/one/past'), where('endAt', '>', new Date(0)), limit(500)),
  runbooks: (from: Firestore) => query(collection(from, 'runbooks')),
  runbookVersions: (from: Firestore) => query(collection(from, 'runbooks/one/versions'), orderBy('version', 'desc'), limit(50)),
  recentIncidents: (from: Firestore) => query(collection(from, 'incidents'), orderBy('clocks.triggeredAt', 'desc'), limit(100)),
  incidentsOfRunbook: (from: Firestore) => query(collection(from, 'incidents'), where('runbookId', '==', 'one'), orderBy('clocks.triggeredAt', 'desc'), limit(50)),
  services: (from: Firestore) => query(collection(from, 'services')),
};

/** What only admins may ask. */
const askedByAdmins = {
  audit: (from: Firestore) => query(collection(from, 'audit'), orderBy('at', 'desc'), limit(50)),
};

describe("the app's queries", () => {
  it.each(Object.entries(askedByAdmins))('%s: open to admins alone', async (_, ask) => {
    await Promise.all([assertSucceeds(getDocs(ask(db.admin))), assertFails(getDocs(ask(db.responder))), assertFails(getDocs(ask(db.stakeholder)))]);
  });

  it.each(Object.entries(asked))('%s: open to members', async (_, ask) => {
    await Promise.all([assertSucceeds(getDocs(ask(db.admin))), assertSucceeds(getDocs(ask(db.responder)))]);
  });

  it('a stakeholder sees incidents and services, and not who was paged, nor why', async () => {
    const open = ['openIncidents', 'resolvedSince', 'searchedIncidents', 'recentIncidents', 'incidentsOfRunbook', 'services'];
    await Promise.all(Object.entries(asked).map(([name, ask]) => (open.includes(name) ? assertSucceeds(getDocs(ask(db.stakeholder))) : assertFails(getDocs(ask(db.stakeholder))))));
  });

  it('a live listener gets its first answer', async () => {
    const size = await new Promise<number>((resolve, reject) => {
      const stop = onSnapshot(asked.openIncidents(db.responder), (snapshot) => {
        stop();
        resolve(snapshot.size);
      }, reject);
    });
    expect(size).toBe(1);
  });
});

it('a write is denied in a batch too', async () => {
  const batch = writeBatch(db.admin);
  batch.update(doc(db.admin, 'incidents/one'), { status: 'resolved' });
  await assertFails(batch.commit());
});
