import { retryAfter, type SendResult } from '#domain/notification/lifecycle';
import { Contact } from '#domain/people/person';
import type { ToSend } from '../outbox';
import { isLocal } from '../../firebase';
import { at, read } from '../../store/documents';
import { digestOf } from './digest';
import { messageFor } from './message';
import { removeDeadDevices } from './deadDevices';
import { fakeFcmAddress, messaging } from './transport';

/** FCM's ways to say that a token will never work again (firebase.google.com/docs/cloud-messaging/manage-tokens). */
const deadTokenCodes = new Set(['messaging/registration-token-not-registered', 'messaging/invalid-registration-token']);
/**
 * What FCM will refuse however often it is sent. Everything else is worth another try: a missing permission of our own service account, or a credential
 * that could not be fetched, is mended in minutes, and must cost neither the page nor anybody's devices.
 */
const finalCodes = new Set([...deadTokenCodes, 'messaging/invalid-argument', 'messaging/invalid-payload', 'messaging/payload-size-limit-exceeded', 'messaging/invalid-recipient']);

/**
 * Sends one notification to every device of its person. Sent when one of them was taken by FCM. In local mode FCM is out of reach: the
 * listener of the open app carries it.
 */
export async function push({ notification: own, token, bundled }: ToSend): Promise<SendResult> {
  const notification = bundled.length === 0 ? own : digestOf([own, ...bundled.map((each) => each.notification)]);
  if (isLocal && fakeFcmAddress() === undefined) return { kind: 'sent', provider: 'local' };
  if (notification.userId === null) return { kind: 'failed', reason: 'noAddress' };
  const contact = read(Contact, await at.contact(notification.userId).get());
  const devices = (contact?.devices ?? []).flatMap((device) => (device.pushToken === null ? [] : [{ ...device, pushToken: device.pushToken }]));
  if (devices.length === 0) return { kind: 'failed', reason: 'noDevice' };

  const now = Date.now();
  const { responses } = await messaging().sendEach(devices.map((device) => messageFor(device, notification, token, now)));
  const codes = responses.map(({ error }) => error?.code);
  const dead = devices.filter((_, index) => deadTokenCodes.has(codes[index] ?? ''));
  if (dead.length > 0) await removeDeadDevices(notification, dead);

  if (responses.some(({ success }) => success)) return { kind: 'sent', provider: 'fcm' };
  if (dead.length === devices.length) return { kind: 'failed', reason: 'everyDeviceDead' };
  if (codes.some((code) => !finalCodes.has(code ?? ''))) return { kind: 'retry', retryAt: now + retryAfter(notification.attempts) };
  return { kind: 'failed', reason: 'providerRefused' };
}
