import type { DocumentReference, Query } from 'firebase-admin/firestore';
import { Alert } from '#domain/incident/alert';
import { Notice } from '#domain/statusPage/notice';
import { Drill } from '#domain/drill/drill';
import { transact } from '../../commit/transact';
import { db } from '../../firebase';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { deleteOpenKeys } from '../../store/openKeys';
import { ask } from '../../store/queries';

/** Firestore commits 500 writes at most in one batch. */
const atOnce = 500;
/** An alert has three keys at most, each remembered in a document of its own. */
const alertsAtOnce = 100;

/**
 * Deletes what belongs to an incident that has ended and lies beside its document: keys, alerts, timeline, updates, pictures, messages, post-mortem with its versions, plan, and public words that nobody
 * published. What was published stays, as told by nobody. Harmless when done again; what it leaves behind when it is interrupted, it finds the next time.
 */
export async function deleteParts(incidentId: string): Promise<void> {
  await deleteOpenKeys(incidentId);
  await deleteAlerts(incidentId);
  await deleteUnder(at.incident(incidentId));
  await deleteAll(ask('notificationsOfIncident', [incidentId]));
  for (const ref of [at.postMortem(incidentId), at.planRun(incidentId)]) {
    await deleteUnder(ref);
    await ref.delete();
  }
  await forgetNotices(incidentId);
  await forgetDrill(incidentId);
}

/** Every collection under a document, whichever there are. */
async function deleteUnder(ref: DocumentReference): Promise<void> {
  for (const collection of await ref.listCollections()) await deleteAll(collection);
}

async function deleteAll(query: Query): Promise<void> {
  for (;;) {
    // Only their names: pictures are half a megabyte each.
    const { docs } = await query.select().limit(atOnce).get();
    if (docs.length === 0) return;
    const batch = db().batch();
    for (const { ref } of docs) batch.delete(ref);
    await batch.commit();
  }
}

/** Alerts, with what is remembered of their keys: a late report must not be taken for one of an incident that is no more. */
async function deleteAlerts(incidentId: string): Promise<void> {
  for (;;) {
    const left = await transact(async (transaction) => {
      const { docs } = await transaction.get(at.incident(incidentId).collection('alerts').limit(alertsAtOnce));
      const openIds = [...new Set(docs.flatMap((snapshot) => read(Alert, snapshot)?.openIds ?? []))];
      const remembered = openIds.length === 0 ? [] : await transaction.getAll(...openIds.map((id) => at.recent(id)));
      for (const recent of remembered) if (recent.get('incidentId') === incidentId) transaction.delete(recent.ref);
      for (const { ref } of docs) transaction.delete(ref);
      return docs.length;
    });
    if (left < alertsAtOnce) return;
  }
}

/** What the public was told stays; what nobody published was the incident's own. */
async function forgetNotices(incidentId: string): Promise<void> {
  await transact(async (transaction) => {
    const { docs } = await transaction.get(ask('noticesOfIncident', [incidentId]).limit(10));
    for (const snapshot of docs) {
      const notice = read(Notice, snapshot);
      if (notice?.kind !== 'incident') continue;
      if (notice.publishedAt === null) transaction.delete(snapshot.ref);
      else transaction.set(snapshot.ref, toStored({ ...notice, incidentId: null } satisfies Notice));
    }
  });
}

/** A drill keeps what it showed, and leads nowhere any more. */
async function forgetDrill(incidentId: string): Promise<void> {
  await transact(async (transaction) => {
    const { docs } = await transaction.get(ask('drillsOfIncident', [incidentId]).limit(10));
    for (const snapshot of docs) {
      const drill = read(Drill, snapshot);
      if (drill !== undefined) transaction.set(snapshot.ref, toStored({ ...drill, incidentId: null, state: 'over', dueAt: null } satisfies Drill));
    }
  });
}
