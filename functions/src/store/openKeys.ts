import { FieldValue, type QueryDocumentSnapshot, Timestamp, type Transaction } from 'firebase-admin/firestore';
import { Alert } from '#domain/incident/alert';
import { db } from '../firebase';
import { at, read } from './documents';
import { ask } from './queries';

/** How long (ms) a dedup key is remembered after its incident closed: late reports of that run open nothing, and flapping is seen. */
const rememberedFor = 24 * 60 * 60 * 1000;

/**
 * Frees the keys of a closed incident; a dedup key's last incident is remembered for a day. One left behind by a crash does no harm: a key whose
 * incident is closed counts for nothing.
 */
export async function deleteOpenKeys(incidentId: string): Promise<void> {
  const { docs } = await ask('openOfIncident', [incidentId]).get();
  // Reopened meanwhile: its keys are its own again. Later than this, a key that was taken back has a new update time.
  if ((await at.incident(incidentId).get()).get('status') !== 'resolved') return;
  for (let from = 0; from < docs.length; from += 200) {
    const some = docs.slice(from, from + 200);
    // One key that another incident took meanwhile fails the batch: then each by itself.
    await freed(some).catch(() => Promise.all(some.map((key) => freed([key]).catch((error: unknown) => {
      if (!isTakenMeanwhile(error)) throw error;
    }))));
  }
}

/** A key that another incident took meanwhile has another update time, and is not ours to free. */
async function freed(keys: readonly QueryDocumentSnapshot[]): Promise<void> {
  const batch = db().batch();
  for (const key of keys) {
    batch.delete(key.ref, { lastUpdateTime: key.updateTime });
    if (key.get('kind') === 'dedup') batch.set(at.recent(key.id), { ...key.data(), expireAt: Timestamp.fromMillis(Date.now() + rememberedFor) });
  }
  await batch.commit();
}

/** gRPC's NOT_FOUND and FAILED_PRECONDITION. */
const isTakenMeanwhile = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 5 || error.code === 9);

/**
 * Takes back the keys of a reopened incident's alerts, where no other open incident has them, each meaning what it meant; reads before it writes. What a key meant
 * is remembered for a day; after that, the second of three keys is one that a rule made the first of.
 */
export async function reclaimOpenKeys(transaction: Transaction, incidentId: string): Promise<void> {
  const { docs } = await transaction.get(at.incident(incidentId).collection('alerts').limit(200));
  const alerts = docs.flatMap((snapshot) => read(Alert, snapshot) ?? []);
  const openIds = [...new Set(alerts.flatMap((alert) => alert.openIds))];
  if (openIds.length === 0) return;
  const found = await transaction.getAll(...openIds.map(at.open), ...openIds.map(at.recent));
  const [keys, recent] = [found.slice(0, openIds.length), found.slice(openIds.length)];
  const holders = [...new Set(keys.flatMap((key) => (key.exists ? [String(key.get('incidentId'))] : [])))];
  const incidents = holders.length === 0 ? [] : await transaction.getAll(...holders.map(at.incident));
  const open = new Set(incidents.filter((incident) => incident.exists && incident.get('status') !== 'resolved').map(({ id }) => id));
  for (const [index, key] of keys.entries()) {
    if (key.exists && open.has(String(key.get('incidentId')))) continue;
    const before = [key, recent[index]].find((each) => each?.get('incidentId') === incidentId);
    const meaning = before === undefined ? meaningOf(key.id, alerts) : without(before.data(), 'expireAt');
    // A write that changes nothing leaves the update time as it is, and who frees the keys at this moment would take it for the old one.
    transaction.set(key.ref, { ...meaning, incidentId, retakenAt: FieldValue.serverTimestamp() });
  }
}

function meaningOf(openId: string, alerts: readonly Alert[]): { kind: 'dedup' | 'group'; alertId?: string } {
  if (alerts.some(({ openIds }) => openIds[0] === openId)) return { kind: 'dedup' };
  const renamed = alerts.find(({ openIds }) => openIds.length === 3 && openIds[1] === openId);
  return renamed === undefined ? { kind: 'group' } : { kind: 'dedup', alertId: renamed.id };
}

const without = (fields: Readonly<Record<string, unknown>> | undefined, name: string) => Object.fromEntries(Object.entries(fields ?? {}).filter(([own]) => own !== name));
