import { Incident } from '#domain/incident/incident';
import { claim, claimLease } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Person } from '#domain/people/person';
import { transact } from '../commit/transact';
import type { ToSend } from '../commit/writeTurn';
import { newSecret, sha256 } from '../identity/identity';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';

/** Claims a notification that is due or whose sender died; undefined when there is nothing to send (any more). */
export async function claimNotification(notificationId: string): Promise<ToSend | undefined> {
  const random = newSecret();
  return transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const notification = read(Notification, snapshot);
    if (notification === undefined) return undefined;
    const [person, incident] = await Promise.all([
      transaction.get(at.person(notification.userId)).then((found) => read(Person, found) ?? null),
      notification.incidentId === null ? null : transaction.get(at.incident(notification.incidentId)).then((found) => read(Incident, found) ?? null),
    ]);
    const outcome = claim(notification, incident, person, sha256(random), snapshot.readTime.toMillis());
    if (outcome.kind === 'notNow') return undefined;
    transaction.set(snapshot.ref, toStored(outcome.notification));
    if (outcome.kind === 'stopped') return undefined;
    return { notification: outcome.notification, token: `${notificationId}.${random}`, firstOfIncident: incident?.clocks.notifiedAt === null, heldUntil: performance.now() + claimLease };
  });
}
