import type { Notification, NotificationKind } from '#domain/notification/notification';
import { isFailed } from '../../words/notifications';

/** What of the log is shown. `userId` null: everybody's. */
export type LogFilter = { userId: string | null; kind: NotificationKind | null; failedOnly: boolean };

/** The kinds to choose from, as they are called. */
export const kinds: readonly { kind: NotificationKind; words: string }[] = [
  { kind: 'page', words: 'Pages' }, { kind: 'request', words: 'Requests' }, { kind: 'notice', words: 'Notices' }, { kind: 'test', words: 'Tests' },
];

/** The filter that an address says; `own`: whose log it is where it names nobody. */
export function filterOf(search: URLSearchParams, own: string): LogFilter {
  const who = search.get('who');
  const kind = kinds.find((each) => each.kind === search.get('kind'))?.kind ?? null;
  return { userId: who === 'all' ? null : (who ?? own), kind, failedOnly: search.get('failed') === '1' };
}

/** The address of a filter; what is as usual is left out of it. */
export function searchOf({ userId, kind, failedOnly }: LogFilter, own: string): URLSearchParams {
  return new URLSearchParams({ ...(userId === own ? {} : { who: userId ?? 'all' }), ...(kind === null ? {} : { kind }), ...(failedOnly ? { failed: '1' } : {}) });
}

/** What was sent about one incident, or (null) about none, newest first. */
export type LogGroup = { incidentId: string | null; title: string; notifications: Notification[] };

/** The notifications that a filter lets through, by incident; the one with the newest first. What belongs to no incident is one group. */
export function groupsOf(all: readonly Notification[], { kind, failedOnly }: Pick<LogFilter, 'kind' | 'failedOnly'>): LogGroup[] {
  const groups = new Map<string | null, LogGroup>();
  for (const each of [...all].sort((a, b) => b.createdAt - a.createdAt)) {
    if ((kind !== null && each.kind !== kind) || (failedOnly && !isFailed(each))) continue;
    const group = groups.get(each.incidentId);
    if (group) group.notifications.push(each);
    else groups.set(each.incidentId, { incidentId: each.incidentId, title: each.incidentId === null ? 'Tests and notices' : each.title, notifications: [each] });
  }
  return [...groups.values()];
}
