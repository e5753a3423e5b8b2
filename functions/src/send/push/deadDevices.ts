import type { Notification } from '#domain/notification/notification';
import { Contact, type Device } from '#domain/people/person';
import type { TimelineEntry } from '#domain/incident/timeline';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';

/** Removes devices whose token FCM calls dead, and says so in the incident's timeline: one phone fewer that can ring. */
export async function removeDeadDevices(notification: Notification, dead: readonly Device[]): Promise<void> {
  const { incidentId, userId, userName } = notification;
  if (userId === null) return;
  const ids = new Set(dead.map(({ id }) => id));
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.contact(userId));
    const contact = read(Contact, snapshot);
    // Registered anew meanwhile, with another token: that one lives.
    const gone = contact?.devices.filter((device) => ids.has(device.id) && dead.some(({ pushToken }) => pushToken === device.pushToken)) ?? [];
    if (contact === undefined || gone.length === 0) return;
    transaction.set(snapshot.ref, toStored({ ...contact, devices: contact.devices.filter((device) => !gone.includes(device)) }));
    if (incidentId === null) return;
    const entry: TimelineEntry = {
      id: idOf('deadDevice', notification.id, ...[...ids].sort()), at: snapshot.readTime.toMillis(), actor: { kind: 'rouse' },
      changes: gone.map(({ name }) => ({ type: 'deviceRemoved', name: userName, device: name })),
    };
    transaction.create(at.timelineEntry(incidentId, entry.id), toStored(entry));
  });
}
