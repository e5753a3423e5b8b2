import type { PushedPage } from './payload';
import type { ShownPage } from './shown';

/** Beyond what the compiler's library knows: all of these are in Chromium, and ignored where they are not. */
export type FullOptions = NotificationOptions & {
  actions?: { action: string; title: string }[]; renotify?: boolean; timestamp?: number; vibrate?: number[];
};

const look = { icon: '/icons/rouse-192.png', badge: '/icons/badge-96.png' } as const;
// Long, short, long: told from a chat message by feel.
const shake = [600, 200, 250, 200, 600, 200, 250, 200, 600];

/** The buttons of each kind. A notice asks for nothing; a test has no incident to acknowledge. */
export function actionsOf(kind: PushedPage['kind']): { action: string; title: string }[] {
  switch (kind) {
    // Accepted by the button that acknowledges a page; to decline one opens the app.
    case 'request': return [{ action: 'acknowledge', title: 'Accept' }];
    case 'page': return [{ action: 'acknowledge', title: 'Acknowledge' }, { action: 'escalate', title: 'Escalate' }];
    case 'test': return [{ action: 'seen', title: 'It rang' }];
    case 'notice': return [];
    default: return kind satisfies never;
  }
}

/**
 * How a page rings: it stays until somebody touches it and rings again over an older one of its incident. `loud: false` puts words in place without a sound:
 * a notice, a page that may wait for the morning, or one that rang a moment ago.
 */
export function ringing(kind: PushedPage['kind'], tag: string, body: string, at: number, shown: ShownPage, loud: boolean): FullOptions {
  return {
    ...look, tag, body, data: shown, timestamp: at, actions: actionsOf(kind),
    requireInteraction: kind !== 'notice', renotify: loud, silent: !loud,
    ...(loud ? { vibrate: shake } : {}),
  };
}

/** How something is said without ringing: in place of the page of the same tag. `actions` stay while they still mean something. */
export function quiet(page: PushedPage, body: string, actions: { action: string; title: string }[] = []): FullOptions {
  return { ...look, tag: page.tag, body, data: { via: 'push', page, said: true } satisfies ShownPage, timestamp: page.sentAt, actions, silent: true };
}
