import { logger } from 'firebase-functions';
import { followAfterSending } from '#domain/notification/follow';
import { answered, retryAfter, type SendResult } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Timestamp, type Transaction } from 'firebase-admin/firestore';
import { transact } from '../commit/transact';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { enqueueLook } from '../wake/enqueue';
import { claimNotification } from './claimNotification';
import { deliver } from './deliver';
import type { Outgoing, ToSend } from './outbox';
import { tellTrouble } from './trouble';

/** Sends what a commit has put out: what it claimed itself at once, the rest as it can be claimed. */
export async function sendOut({ toSend, toClaim }: Outgoing): Promise<void> {
  const now = Date.now();
  await allOf([sendAll(toSend), ...toClaim.map((notification) => (notification.dueAt <= now ? sendDue(notification.id) : enqueueLook(notification.id, notification.dueAt)))]);
}

/** Claims one notification and sends it, with what goes out as one with it. */
export async function sendDue(notificationId: string): Promise<void> {
  const claimed = await claimNotification(notificationId);
  if (claimed !== undefined) await sendAll([claimed]);
}

/** Sends claimed notifications, each on its own: one that fails holds up no other. */
export async function sendAll(all: readonly ToSend[]): Promise<void> {
  const notified = new Set<string>();
  await allOf(all.map((toSend) => sendOne(toSend, notified)));
}

/** `notified`: the incidents whose first page has left in this round: of several first pages, the first to leave is the one. */
async function sendOne(toSend: ToSend, notified: Set<string>): Promise<void> {
  const { notification, heldUntil, bundled } = toSend;
  // A process that was frozen (the cloud takes the CPU away between requests) may wake after its claim ran out, when the page was sent by another
  // and acknowledged: then it is not ours to send any more.
  if (performance.now() >= heldUntil) return;
  const result = await deliver(toSend).catch((error: unknown): SendResult => {
    logger.error(`${notification.channel} ${notification.id}`, error);
    return { kind: 'retry', retryAt: Date.now() + retryAfter(notification.attempts) };
  });
  await allOf([toSend, ...bundled].map(async (each) => {
    const { incidentId } = each.notification;
    const isFirst = each.firstOfIncident && result.kind === 'sent' && incidentId !== null && !notified.has(incidentId);
    if (isFirst) notified.add(incidentId);
    await recordResult(each.notification.id, result, isFirst ? incidentId : null);
  }));
}

/**
 * Writes down what the channel answered, and when the chain goes on; the first page that left also sets the `notifiedAt` of its incident (`notifiedId`). That is a write of
 * its own, without a read: a transaction that read the incident here and the drain that decides its next alert would each wait for the other to let go of it.
 */
async function recordResult(notificationId: string, result: SendResult, notifiedId: string | null): Promise<void> {
  const recorded = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const notification = read(Notification, snapshot);
    if (notification === undefined) return undefined;
    const now = snapshot.readTime.toMillis();
    return { ...settle(transaction, notification, result, now), now };
  });
  if (recorded === undefined) return;
  const { notification, now } = recorded;
  await Promise.all([
    notifiedId === null ? undefined : at.incident(notifiedId).update({ 'clocks.notifiedAt': Timestamp.fromMillis(now) }),
    tellTrouble(notification, result),
    notification.followAt === null ? undefined : enqueueLook(notification.id, notification.followAt),
    result.kind === 'retry' ? enqueueLook(notification.id, result.retryAt) : undefined,
  ]);
}

function settle(transaction: Transaction, before: Notification, result: SendResult, now: number): { notification: Notification } {
  const after = answered(before, result, now);
  const notification = { ...after, followAt: followAfterSending(after, now) };
  transaction.set(at.notification(notification.id), toStored(notification));
  return { notification };
}

/** All of it, to its end; then the first failure, if any: a function that has answered may be frozen, with what it had not finished. */
async function allOf(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
