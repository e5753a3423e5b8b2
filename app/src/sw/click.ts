import { kept } from '../device/kept';
import { act } from './acknowledge';
import { openApp, tellApp } from './clients';
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
  if (page.kind === 'test') await kept.setTestedAt(Date.now());
  if (action !== 'seen') await openApp(page.url);
  await seen;
}

/** A page of the listener carries no token: the app itself acts, with its session, in a window that is there or a new one. */
async function tappedListener(
  { kind, notificationId, incidentId, url }: Extract<ShownPage, { via: 'listener' }>, notification: Pick<Notification, 'close'>, action: string,
): Promise<void> {
  notification.close();
  if (kind === 'test' || action === 'seen') {
    if (await tellApp({ type: 'seen', notificationId })) return;
    return openApp(`${url}?seen=${encodeURIComponent(notificationId)}`);
  }
  if ((action === 'acknowledge' || action === 'escalate') && incidentId !== null) {
    if (await tellApp({ type: action, incidentId, notificationId })) return;
    return openApp(`${url}?${action}=${encodeURIComponent(notificationId)}`);
  }
  if (!(await tellApp({ type: 'seen', notificationId }))) return openApp(`${url}?seen=${encodeURIComponent(notificationId)}`);
  return openApp(url);
}
