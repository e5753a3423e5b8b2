import type { Notification } from '#domain/notification/notification';
import { tokenLife } from '#domain/notification/lifecycle';
import { replyCodeOf } from '../send/sms/text';

/** What one message told: a page, or several that it bundled. They are answered together, by the code of the one whose message it was. */
export type Told = { code: number; pages: readonly [Notification, ...Notification[]] };

/**
 * What this person was told by this channel in the last 12 h, newest first; `now` in ms since epoch. What was being sent when its sender died counts too: it may
 * have arrived. What a test or a notice told is nothing to act on.
 */
export function toldBy(channel: 'sms' | 'voice', newest: readonly Notification[], now: number): Told[] {
  const pages = newest.filter((one) => one.channel === channel && (one.kind === 'page' || one.kind === 'request') && one.incidentId !== null
    && (one.sendingAt !== null || one.bundleId !== null) && one.createdAt > now - tokenLife);
  const messages = new Map<string, [Notification, ...Notification[]]>();
  for (const page of pages) {
    const messageId = page.bundleId ?? page.id;
    const told = messages.get(messageId);
    if (told === undefined) messages.set(messageId, [page]);
    // The one whose message it was is named first.
    else if (page.id === messageId) told.unshift(page);
    else told.push(page);
  }
  return [...messages].map(([messageId, told]) => ({ code: replyCodeOf(messageId), pages: told }));
}
