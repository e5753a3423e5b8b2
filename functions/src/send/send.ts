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
  const notified = new Set<string>();
  await Promise.all(all.map((toSend) => sendOne(toSend, notified)));
}

/** `notified`: the incidents whose first page has left in this round: of several first pages, the first to leave is the one. */
async function sendOne(toSend: ToSend, notified: Set<string>): Promise<void> {
  const { notification, firstOfIncident, heldUntil } = toSend;
  // A process that was frozen (the cloud takes the CPU away between requests) may wake after its claim ran out, when the page was sent by another
  // and acknowledged: then it is not ours to send any more.
  if (performance.now() >= heldUntil) return;
  const result = await push(toSend).catch((error: unknown): SendResult => {
    logger.error(`push ${notification.id}`, error);
    return { kind: 'retry', retryAt: Date.now() + retryAfter(notification.attempts) };
  });
  const { incidentId } = notification;
  const isFirst = firstOfIncident && result.kind === 'sent' && incidentId !== null && !notified.has(incidentId);
  if (isFirst) notified.add(incidentId);
  await recordResult(notification.id, result, isFirst ? incidentId : null);
}

/**
 * Writes down what the channel answered; the first page that left also sets the `notifiedAt` of its incident (`notifiedId`). That is a write of its own, without a read:
 * a transaction that read the incident here and the drain that decides its next alert would each wait for the other to let go of it.
 */
async function recordResult(notificationId: string, result: SendResult, notifiedId: string | null): Promise<void> {
  const sentAt = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const notification = read(Notification, snapshot);
    if (notification === undefined) return undefined;
    const now = snapshot.readTime.toMillis();
    transaction.set(snapshot.ref, toStored(answered(notification, result, now)));
    return now;
  });
  if (notifiedId !== null && sentAt !== undefined) {
    await at.incident(notifiedId).update({ 'clocks.notifiedAt': Timestamp.fromMillis(sentAt) });
  }
}
