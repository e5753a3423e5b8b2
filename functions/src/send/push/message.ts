import type { TokenMessage } from 'firebase-admin/messaging';
import type { Notification } from '#domain/notification/notification';
import { tagOf } from '#domain/notification/tag';
import type { Device } from '#domain/people/person';

/**
 * The FCM message of a notification for one device. The web gets data alone, for its own service worker shows it; Android gets a
 * notification, for a stopped app shows no data message; iOS an alert. TTL is the time to the next step, 10 s at least.
 */
export function messageFor(device: Pick<Device, 'platform'> & { pushToken: string }, notification: Notification, token: string, now: number): TokenMessage {
  const { kind, title, body, incidentId, urgency, url } = notification;
  const ttl = Math.max(10_000, notification.expiresAt - now);
  const seconds = Math.ceil(ttl / 1000);
  const tag = tagOf(notification);
  const loud = urgency === 'high';
  const data = {
    kind, token, notificationId: notification.id, incidentId: incidentId ?? '', tag, title, body, sentAt: String(now),
    severity: /^SEV[1-4]/.exec(title)?.[0] ?? '', loud: loud ? 'yes' : 'no', url: url ?? (incidentId === null ? '/devices' : `/incidents/${incidentId}`),
  };
  switch (device.platform) {
    case 'web':
      // Topic: while a phone is out of reach, a newer page of the incident takes the place of the one that waits (RFC 8030, 5.4).
      return { token: device.pushToken, data, webpush: { headers: { TTL: String(seconds), Urgency: loud ? 'high' : 'normal', Topic: tag } } };
    case 'android':
      return {
        token: device.pushToken, data,
        android: {
          priority: loud ? 'high' : 'normal', ttl, collapseKey: tag,
          notification: { title, body, tag, channelId: loud ? 'pages' : 'notices', defaultSound: loud, visibility: 'public', priority: loud ? 'max' : 'default' },
        },
      };
    case 'ios':
      return {
        token: device.pushToken, data,
        apns: {
          headers: { 'apns-priority': loud ? '10' : '5', 'apns-collapse-id': tag, 'apns-expiration': String(Math.ceil(now / 1000) + seconds) },
          payload: { aps: { alert: { title, body }, sound: loud ? 'default' : undefined, 'interruption-level': loud ? 'time-sensitive' : 'passive', threadId: tag } },
        },
      };
    default: return device.platform satisfies never;
  }
}
