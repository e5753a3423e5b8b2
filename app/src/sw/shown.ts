import { ownPath } from './paths';
import { isRecord } from './payload';
import type { PushedPage } from './payload';

/** What a notification on the screen carries, for the tap on it. A page of the open app's listener has no token. */
export type ShownPage =
  /** `said`: it is no longer the page but what became of it, and nobody else may take that away. */
  | { via: 'push'; page: PushedPage; said?: true }
  | { via: 'listener'; kind: PushedPage['kind']; notificationId: string; incidentId: string | null; url: string };

/** Reads a notification's data back; null where another version of the app wrote it. */
export function readShown(data: unknown): ShownPage | null {
  if (!isRecord(data)) return null;
  const { via, kind, notificationId, incidentId } = data;
  if (via === 'push' && isRecord(data.page) && typeof data.page.token === 'string') {
    // Written by `show` of this version or one before it; a token and a tag are all that a tap needs.
    const page = data.page as PushedPage;
    return data.said === true ? { via, page, said: true } : { via, page };
  }
  const url = ownPath(data.url);
  if (via !== 'listener' || typeof notificationId !== 'string' || url === null) return null;
  if (kind !== 'page' && kind !== 'request' && kind !== 'notice' && kind !== 'test') return null;
  return { via, kind, notificationId, incidentId: typeof incidentId === 'string' ? incidentId : null, url };
}

/** The notification that this shown page is about, whoever showed it. */
export function shownNotificationId(shown: ShownPage): string {
  return shown.via === 'push' ? shown.page.notificationId : shown.notificationId;
}
