import { followAfterSending } from '#domain/notification/follow';
import { received } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { transact } from '../commit/transact';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { followUp } from './followUp';
import { tellTrouble } from './trouble';

/**
 * What a provider reports later about a message that it took: it has arrived, or it has not, and then the next link of the chain goes out at once. A report
 * about what has arrived already, or is not known, changes nothing.
 */
export async function recordProviderStatus(notificationId: string, status: 'delivered' | 'failed'): Promise<void> {
  await Promise.all((await bundleOf(notificationId)).map((id) => recordOne(id, status)));
}

/** A message's notification, and those that went out as part of it. */
export async function bundleOf(notificationId: string): Promise<string[]> {
  const { docs } = await ask('notificationsOfBundle', [notificationId]).limit(20).get();
  return [notificationId, ...docs.map(({ id }) => id)];
}

async function recordOne(notificationId: string, status: 'delivered' | 'failed'): Promise<void> {
  const after = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const before = read(Notification, snapshot);
    if (before === undefined || before.deliveredAt !== null || before.seenAt !== null) return undefined;
    const now = snapshot.readTime.toMillis();
    if (status === 'delivered') {
      transaction.set(snapshot.ref, toStored(received(before, 'delivered', now)));
      return undefined;
    }
    if (before.failedAt !== null) return undefined;
    const failed: Notification = { ...before, status: 'failed', sentAt: null, failedAt: now, reason: 'notReceived' };
    const followed = { ...failed, followAt: followAfterSending(failed, now) };
    transaction.set(snapshot.ref, toStored(followed));
    return followed;
  });
  if (after === undefined) return;
  await Promise.all([tellTrouble(after, { kind: 'failed', reason: 'notReceived' }), followUp(notificationId)]);
}
