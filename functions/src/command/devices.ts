import type { CommandAnswer } from '#domain/command/answer';
import type { DeviceCommand } from '#domain/command/command';
import { received } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Contact, type Device, type Person } from '#domain/people/person';
import { transact } from '../commit/transact';
import { sendTest } from '../send/notice';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { refusal } from './refusal';

/** Commands about the sender's own devices and pages. */
export async function registerOrTest(sent: DeviceCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'registerDevice': return registerDevice(sent, sender);
    case 'removeDevice':
      await changeDevices(sender.id, (devices) => devices.filter(({ id }) => id !== sent.deviceId));
      return { outcome: 'done', code: 'removeDevice', message: 'This device does not ring any more.' };
    case 'sendTestPage': {
      const notificationId = await sendTest(sender, sent.commandId, 'push', null);
      return { outcome: 'done', code: 'sendTestPage', message: 'A test page is on its way.', notificationId };
    }
    case 'recordReceipt': return recordReceipt(sent.notificationId, sent.state, sender);
    default: return sent satisfies never;
  }
}

async function registerDevice(sent: Extract<DeviceCommand, { type: 'registerDevice' }>, sender: Person): Promise<CommandAnswer> {
  const { deviceId, name, platform, pushToken, permission, installed, soundAllowed } = sent;
  await changeDevices(sender.id, (devices, now) => {
    const before = devices.find(({ id }) => id === deviceId);
    const device: Device = {
      id: deviceId, name, platform, pushToken, permission, installed, soundAllowed,
      registeredAt: before?.registeredAt ?? now, lastOpenedAt: now, lastReceiptAt: before?.lastReceiptAt ?? null,
    };
    // A token moves with the device that has it now: two entries with one token would ring one phone twice.
    const others = devices.filter(({ id, pushToken: other }) => id !== deviceId && (pushToken === null || other !== pushToken));
    return [...others, device].slice(-20);
  });
  return { outcome: 'done', code: 'registerDevice', message: 'This device is registered.' };
}

async function changeDevices(userId: string, change: (devices: readonly Device[], now: number) => Device[]): Promise<void> {
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.contact(userId));
    const contact = read(Contact, snapshot);
    if (contact === undefined) throw refusal('no-such-person');
    transaction.set(snapshot.ref, toStored({ ...contact, devices: change(contact.devices, snapshot.readTime.toMillis()) }));
  });
}

async function recordReceipt(notificationId: string, state: 'delivered' | 'seen', sender: Person): Promise<CommandAnswer> {
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const notification = read(Notification, snapshot);
    if (notification === undefined || notification.userId !== sender.id) throw refusal('no-such-notification');
    // That an open app shows the page says nothing about the SMS, call or mail of it.
    if (state === 'delivered' && notification.channel !== 'push') return;
    transaction.set(snapshot.ref, toStored(received(notification, state, snapshot.readTime.toMillis())));
  });
  return { outcome: 'done', code: 'recordReceipt', message: 'Noted.', notificationId };
}
