import { logger } from 'firebase-functions';
import { answered, retryAfter, type SendResult } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Timestamp } from 'firebase-admin/firestore';
import { transact } from '../commit/transact';
import type { ToSend } from '../commit/writeTurn';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { push } from './push/push';

/** Sends claimed notifications, each on its own: one that fails holds up no other. */
export async function sendAll(all: readonly ToSend[]): Promise<void> {
  await Promise.all(all.map(sendOne));
}

async function sendOne(toSend: ToSend): Promise<void> {
  const { notification, firstOfIncident, heldUntil } = toSend;
  // A process that was frozen (the cloud takes the CPU away between requests) may wake after its claim ran out, when the page was sent by another
  // and acknowledged: then it is not ours to send any more.
  if (performance.now() >= heldUntil) return;
  const result = await push(toSend).catch((error: unknown): SendResult => {
    logger.error(`push ${notification.id}`, error);
    return { kind: 'retry', retryAt: Date.now() + retryAfter(notification.attempts) };
  });
  await recordResult(notification.id, notification.incidentId, result, firstOfIncident);
}

/** Writes down what the channel answered; the first page that left also sets the incident's `notifiedAt`. */
async function recordResult(notificationId: string, incidentId: string | null, result: SendResult, firstOfIncident: boolean): Promise<void> {
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const notification = read(Notification, snapshot);
    if (notification === undefined) return;
    const now = snapshot.readTime.toMillis();
    const notifies = firstOfIncident && result.kind === 'sent' && incidentId !== null;
    const incident = notifies ? await transaction.get(at.incident(incidentId)) : undefined;
    transaction.set(snapshot.ref, toStored(answered(notification, result, now)));
    if (incident?.get('clocks.notifiedAt') === null) transaction.update(incident.ref, { 'clocks.notifiedAt': Timestamp.fromMillis(now) });
  });
}
