import type { Incident } from '#domain/incident/incident';
import { isRinging } from '#domain/notification/alarm';
import type { Notification as Page } from '#domain/notification/notification';
import { tagOf } from '#domain/notification/tag';
import { asCommand } from '../commands/wish';
import { sendCommand } from '../commands/send';
import { openIncidents } from '../live/incidents';
import { liveStore } from '../live/liveStore';
import { notificationsOf } from '../live/notifications';
import type { SignedInPerson } from '../session/session';
import { ringing } from '../sw/options';
import { readShown, shownNotificationId } from '../sw/shown';
import type { ShownPage } from '../sw/shown';
import { noteArrivals } from './arrivalTimes';
import { endedWords, oldNews, toShow } from './arrivals';
import { deviceStore } from './deviceStore';
import { kept } from './kept';
import { workerRegistration } from './worker';

/**
 * The second way to the phone: while the app is open, a new page comes through the live listener and is shown by the
 * service worker under the same tag that a push would have. Only one tab shows: the one that holds the lock.
 */
export function startListener(person: SignedInPerson, onNotifications: (all: readonly Page[]) => void): () => void {
  const mine = notificationsOf(person.userId);
  /** Shown, or known not to be news. */
  const done = new Set<string>();
  /** Pages that ring, by tag: to say under it when they no longer do. */
  const ringingNow = new Map<string, Page>();
  const abort = new AbortController();
  let begun = false;
  let leads = false;

  const look = () => {
    const notifications = liveStore.current(mine);
    const incidents = liveStore.current(openIncidents);
    // What the cache says may have ended long ago: only the server's word rings.
    if (notifications.state !== 'live' || incidents.state !== 'live') return;
    const now = Date.now();
    noteArrivals(notifications.value.map(({ id }) => id), now);
    if (!begun) for (const id of oldNews(notifications.value, now)) done.add(id);
    begun = true;
    onNotifications(notifications.value);
    for (const page of toShow(notifications.value, incidents.value, done, now)) {
      done.add(page.id);
      if (page.kind !== 'notice') ringingNow.set(tagOf(page), page);
      if (leads) void show(page);
    }
    for (const [tag, page] of ringingNow) {
      // One that could not be read is not one that ended.
      if (page.incidentId !== null && incidents.unreadable > 0) continue;
      const latest = notifications.value.find(({ id }) => id === page.id) ?? page;
      const incident = incidents.value.find(({ id }) => id === page.incidentId);
      if (isRinging(latest, incident ?? null)) continue;
      ringingNow.delete(tag);
      if (latest.kind === 'test' && latest.seenAt !== null) void heard(latest.seenAt);
      if (leads) void end(tag, latest, incident, person);
    }
  };

  const stops = [liveStore.subscribe(mine, look), liveStore.subscribe(openIncidents, look)];
  // Held for as long as this tab lives: browsers do not freeze a tab in the background that holds a lock.
  const lead = () => new Promise<void>((resolve) => {
    leads = true;
    abort.signal.addEventListener('abort', () => resolve());
  });
  if ('locks' in navigator) navigator.locks.request('rouse-listener', { signal: abort.signal }, lead).catch(() => undefined);
  else leads = true;
  look();
  return () => {
    abort.abort();
    for (const stop of stops) stop();
  };
}

async function show(page: Page): Promise<void> {
  const registration = await workerRegistration();
  if (!registration || Notification.permission !== 'granted') return;
  const tag = tagOf(page);
  const there = await registration.getNotifications({ tag });
  // The push was faster: it carries the token, so it stays.
  if (there.some(({ data }) => isAbout(data, page.id))) return;
  const url = page.incidentId === null ? '/devices' : `/incidents/${page.incidentId}`;
  const shown: ShownPage = { via: 'listener', kind: page.kind, notificationId: page.id, incidentId: page.incidentId, url };
  await registration.showNotification(page.title, ringing(page.kind, tag, page.body, page.createdAt, shown, page.urgency === 'high'));
  // Pages and tests are receipted by the alarm itself; nothing else would receipt a notice.
  if (page.kind === 'notice') await sendCommand(asCommand({ type: 'recordReceipt', notificationId: page.id, state: 'delivered' }));
}

const isAbout = (data: unknown, notificationId: string): boolean => {
  const shown = readShown(data);
  return shown !== null && shownNotificationId(shown) === notificationId;
};

/** A test that rang here was heard: that is the proof that this device can ring. */
export async function heard(at: number): Promise<void> {
  await kept.setTestedAt(at);
  deviceStore.learn({ testedAt: at });
}

async function end(tag: string, page: Page, incident: Incident | undefined, { userId, timeZone }: SignedInPerson): Promise<void> {
  const registration = await workerRegistration();
  // Somebody who looks at the app is told there; a second voice would only have to be cleared away.
  const looking = document.visibilityState === 'visible';
  for (const each of (await registration?.getNotifications({ tag })) ?? []) {
    const shown = readShown(each.data);
    if (shown === null || shownNotificationId(shown) !== page.id || (shown.via === 'push' && shown.said)) continue;
    const words = page.kind === 'test' || looking ? null : endedWords(incident, userId, timeZone, Date.now());
    if (words === null) each.close();
    else await registration?.showNotification(page.title, { ...quietly(tag, page), body: words });
  }
}

function quietly(tag: string, page: Page) {
  const url = `/incidents/${page.incidentId ?? ''}`;
  const shown: ShownPage = { via: 'listener', kind: 'notice', notificationId: page.id, incidentId: page.incidentId, url };
  return { ...ringing('notice', tag, '', page.createdAt, shown, false) };
}
