import { z } from 'zod';
import { Notification } from '#domain/notification/notification';
import { Override } from '#domain/oncall/schedule';
import type { Live, Unsubscribe, Watched } from './live';
import { known } from './live';
import { liveStore } from './liveStore';
import { watchedQuery } from './watch';

// What the load screen costs in documents read, when it is opened: one per message of a page in the time asked about (a page has as many messages as
// ways were tried), at most MOST_MESSAGES; one per override of that time that ended more than a day ago, and one per schedule without any. Schedules and
// people are watched already. While it stays open, and for half an hour after, only what is new is read (firebase.google.com/docs/firestore/pricing).

/** So many messages at most are read: the newest. About 500 pages of four ways each. */
export const MOST_MESSAGES = 2_000;

const { userId, incidentId, episode, createdAt, sentAt } = Notification.shape;
/** What counts of a message: two thousand are parsed at once, so the rest of each stays unread. */
export const PageMessage = z.object({ userId, incidentId, episode, createdAt, sentAt });
export type PageMessage = z.infer<typeof PageMessage>;

/** The messages of everybody's pages since `from` (ms since epoch: a day's start, since another time is another listener), newest first. Members only. */
export const pagesSince = (from: number) => watchedQuery(
  `notifications:pages:${from}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'notifications'), sdk.where('kind', '==', 'page'), sdk.where('createdAt', '>=', new Date(from)), sdk.orderBy('createdAt', 'desc'), sdk.limit(MOST_MESSAGES),
  ),
  PageMessage,
);

const pastOverridesOf = (scheduleId: string, from: number) => watchedQuery(
  `schedules/${scheduleId}/past:${from}`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, `schedules/${scheduleId}/past`), sdk.where('endAt', '>', new Date(from)), sdk.limit(500)),
  Override,
);

/**
 * The overrides that ended since `from` (ms since epoch: a day's start) and are kept beside their schedules, by schedule: one query each. They come in the order in
 * which they ended; where two that overlap were made in another order, who had the time can differ from what it was. Members only.
 */
export function pastOverrides(scheduleIds: readonly string[], from: number): Watched<Record<string, Override[]>> {
  const ids = [...new Set(scheduleIds)].sort();
  return {
    key: `schedules:past:${from}:${ids.join(',')}`,
    watch: (onChange) => {
      const tell = () => onChange(allOf(ids.map((id) => [id, liveStore.current(pastOverridesOf(id, from))])));
      const stops: Unsubscribe[] = ids.map((id) => liveStore.subscribe(pastOverridesOf(id, from), tell));
      tell();
      return () => { for (const stop of stops) stop(); };
    },
  };
}

/** Several lists as one: as long as one is missing there is no total, and one that failed fails all. */
export function allOf<T>(each: readonly (readonly [string, Live<T[]>])[]): Live<Record<string, T[]>> {
  for (const [, live] of each) if (live.state === 'failed') return live;
  if (each.some(([, live]) => live.state === 'loading')) return { state: 'loading' };
  const unreadable = each.reduce((total, [, live]) => total + (live.state === 'live' || live.state === 'cached' ? live.unreadable : 0), 0);
  const value = Object.fromEntries(each.map(([id, live]) => [id, known(live) ?? []]));
  return { state: each.some(([, live]) => live.state === 'cached') ? 'cached' : 'live', value, unreadable };
}
