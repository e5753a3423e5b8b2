import { worker } from './scope';
import { pagingAmong, summaryOf } from './summary';

const TAG = 'rouse-summary';

let running = Promise.resolve();

/** Puts the badge on the app's icon and, where several page, one line above them. One after the other: two at once would count each other's past. */
export function arrange(): Promise<void> {
  running = running.then(arrangeNow).catch(() => undefined);
  return running;
}

async function arrangeNow(): Promise<void> {
  const shown = await worker.registration.getNotifications();
  const paging = pagingAmong(shown);
  await setBadge(paging.length);
  // Where a tag does nothing (iOS), every summary would be one more notification.
  if (!('actions' in Notification.prototype)) return;
  const summary = summaryOf(paging);
  const there = shown.filter(({ tag }) => tag === TAG);
  if (summary === null) {
    for (const each of there) each.close();
  } else if (there[0]?.title !== summary.title) {
    await worker.registration.showNotification(summary.title, { tag: TAG, body: summary.body, icon: '/icons/rouse-192.png', badge: '/icons/badge-96.png', silent: true, data: null });
  }
}

/** How many incidents page this person, on the icon; nothing where no icon can show it. */
async function setBadge(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  await (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count)).catch(() => undefined);
}
