import { Notification } from '#domain/notification/notification';
import { Person } from '#domain/people/person';
import { type Reply, refuse } from '../http/reply';
import { sameDigest, sha256 } from '../identity/identity';
import { at, read } from '../store/documents';

export type Opened = { ok: true; notification: Notification; person: Person } | { ok: false; problem: Reply };

/**
 * What a page's token opens: `notificationId.random`, good until it expires, for an active person. Errors: 401 for one that is forged or
 * nobody's, 410 for one that has run out, 403 when the person has no access any more.
 */
export async function openToken(token: string): Promise<Opened> {
  const forged: Opened = { ok: false, problem: refuse(401, 'token-unknown', 'This page is not known. Open Rouse and act there.') };
  const parts = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{32})$/.exec(token);
  const [, notificationId, random] = parts ?? [];
  if (notificationId === undefined || random === undefined) return forged;
  const found = await at.notification(notificationId).get();
  const notification = read(Notification, found);
  const digest = sha256(random);
  if (notification === undefined || !notification.tokenHashes.some((hash) => sameDigest(hash, digest))) return forged;
  if ((notification.tokenExpiresAt ?? 0) <= found.readTime.toMillis()) {
    return { ok: false, problem: refuse(410, 'token-expired', 'This page has run out. Open Rouse and act there.') };
  }
  if (notification.userId === null) return forged;
  const person = read(Person, await at.person(notification.userId).get());
  if (person === undefined || !person.active) return { ok: false, problem: refuse(403, 'person-inactive', 'Your access was ended. Ask an admin if that is wrong.') };
  return { ok: true, notification, person };
}
