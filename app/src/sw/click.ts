import { kept } from '../device/kept';
import { act } from './acknowledge';
import { arrange } from './arrange';
import { openApp, tellApp } from './clients';
import type { PushedPage } from './payload';
import { postReceipt } from './receipt';
import { readShown } from './shown';
import type { ShownPage } from './shown';

/** What a tap means: an action's name, or '' for the notification itself. */
export async function tapped(notification: Pick<Notification, 'data' | 'close'>, action: string): Promise<void> {
  const shown = readShown(notification.data);
  if (shown === null) {
    notification.close();
    return openApp('/incidents');
  }
  switch (shown.via) {
    case 'push': return tappedPush(shown, notification, action);
    case 'listener': return tappedListener(shown, notification, action);
    default: return shown satisfies never;
  }
}

async function tappedPush({ page }: Extract<ShownPage, { via: 'push' }>, notification: Pick<Notification, 'close'>, action: string): Promise<void> {
  // Whoever touches it has seen it. Beside the act, never before it.
  const seen = postReceipt(page.token, 'seen');
  if (action === 'acknowledge' || action === 'escalate') {
    // Left open: the answer takes its place under the same tag, and a gap between the two would look like done.
    await Promise.all([act({ what: action, page, at: Date.now() }), seen]);
    return;
  }
  notification.close();
  const arranging = arrange();
  if (page.kind === 'test') await kept.setTestedAt(Date.now());
  if (action !== 'seen') await openApp(addressOf(page));
  await Promise.all([seen, arranging]);
}

/** A page of the listener carries no token: the app itself acts, with its session, in a window that is there or a new one. */
async function tappedListener(
  { notificationId, incidentId, url }: Extract<ShownPage, { via: 'listener' }>, notification: Pick<Notification, 'close'>, action: string,
): Promise<void> {
  notification.close();
  void arrange();
  const id = encodeURIComponent(notificationId);
  if ((action === 'acknowledge' || action === 'escalate') && incidentId !== null) {
    return tellApp({ type: action, incidentId, notificationId }, `${url}?${action}=${id}`);
  }
  await tellApp({ type: 'seen', notificationId, url: action === 'seen' ? null : url }, `${url}?seen=${id}`);
}

/**
 * Where a tapped page leads. The token travels in the fragment, which no server sees: with it the page can be acknowledged
 * before the session has started, and without one.
 */
function addressOf({ kind, incidentId, url, token }: PushedPage): string {
  return incidentId !== null && (kind === 'page' || kind === 'request') ? `${url}#page=${token}` : url;
}
