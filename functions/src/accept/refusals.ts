import { FieldValue } from 'firebase-admin/firestore';
import type { Reply } from '../http/reply';
import { idOf } from '../identity/identity';
import { at } from '../store/documents';

const keepFor = 30 * 24 * 60 * 60 * 1000;

/** Logs a refused body for the admins: one document per integration, hour and reason that counts, so that a broken sender can't fill the store. */
export async function logRefusal(integrationId: string, source: string, problem: Reply): Promise<void> {
  const now = new Date();
  const hour = now.toISOString().slice(0, 13);
  const error = 'json' in problem ? problem.json : null;
  await at.refusal(idOf('refusal', integrationId, hour, problem.status)).set({
    integrationId, source, status: problem.status, error, count: FieldValue.increment(1), lastSeenAt: now, expireAt: new Date(now.getTime() + keepFor),
  }, { merge: true });
}
