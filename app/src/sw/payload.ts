import { ownPath } from './paths';

/**
 * What a push carries. `token` (`notificationId.random`) lets this worker act without a session; `tag` is the device tag,
 * the same for every page of one incident; `url` is a path of the app; `sentAt` in ms since epoch.
 */
export type PushedPage = {
  kind: 'page' | 'request' | 'notice' | 'test';
  token: string; notificationId: string;
  /** null for a test page, which belongs to no incident. */
  incidentId: string | null;
  tag: string; title: string; body: string; url: string; sentAt: number;
  /** Whether it makes a sound: not a page of low urgency, and of notices only those that must be heard ("Still on it?"). */
  loud: boolean;
};

// Checked by hand: zod would be 25 kB of the one file that has to start while somebody sleeps.
const kinds = ['page', 'request', 'notice', 'test'] as const;

/**
 * The page in a push message's text: FCM's envelope `{"data": {…}}`, or the bare data. null: it is not one of ours, or was
 * written by another version. Strings all through, as FCM demands of its data.
 */
export function parsePush(text: string | undefined): PushedPage | null {
  const outer = parseRecord(text);
  if (outer === null) return null;
  const data = isRecord(outer.data) ? outer.data : outer;
  const kind = kinds.find((each) => each === data.kind);
  const token = filled(data.token);
  const notificationId = filled(data.notificationId);
  const tag = filled(data.tag);
  const title = filled(data.title);
  const sentAt = Number(filled(data.sentAt) ?? Number.NaN);
  if (!kind || !token || !notificationId || !tag || !title || !Number.isFinite(sentAt)) return null;
  if (typeof data.body !== 'string' || typeof data.incidentId !== 'string') return null;
  return {
    kind, token, notificationId, tag, title, sentAt, body: data.body,
    // A server from before this field rang for everything but notices.
    loud: data.loud === undefined ? kind !== 'notice' : data.loud === 'yes',
    incidentId: data.incidentId === '' ? null : data.incidentId,
    url: ownPath(data.url) ?? (data.incidentId === '' ? '/devices' : `/incidents/${encodeURIComponent(data.incidentId)}`),
  };
}

const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Whether `value` is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON text as a record; null when it is anything else. */
export function parseRecord(text: string | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
