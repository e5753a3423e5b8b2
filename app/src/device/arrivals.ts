import type { Incident } from '#domain/incident/incident';
import { statusLine } from '#domain/incident/words';
import { isRinging } from '#domain/notification/alarm';
import type { Notification } from '#domain/notification/notification';
import type { Instant } from '#domain/time/instant';

/** How old a notification may be to be news to an app that has just been opened, in ms: the alarm shows the older ones. */
export const NEWS = 60_000;
/** How old a notice may be to be worth a notification at all, in ms. It asks for nothing, so a late one is noise. */
const NOTICE_LIFE = 5 * 60_000;

/** What was there before this app looked, and is not news: older than a minute. */
export function oldNews(notifications: readonly Notification[], now: Instant): string[] {
  return notifications.filter(({ createdAt }) => now - createdAt > NEWS).map(({ id }) => id);
}

/**
 * What the open app has to show now, oldest first: out of the outbox (a failed push too: the listener is the other way to
 * the person), not shown yet, and still asking for somebody. A page whose incident has not been read yet waits for it.
 */
export function toShow(notifications: readonly Notification[], incidents: readonly Incident[], shown: ReadonlySet<string>, now: Instant): Notification[] {
  return notifications
    .filter((each) => !shown.has(each.id) && each.status !== 'pending' && each.status !== 'cancelled' && each.seenAt === null)
    .filter((each) => {
      if (each.kind === 'notice') return now - each.createdAt < NOTICE_LIFE;
      return isRinging(each, incidents.find(({ id }) => id === each.incidentId) ?? null);
    })
    .sort((a, b) => a.createdAt - b.createdAt);
}

/**
 * What to say in place of a page that rings no longer; null where it is simply taken away, because the reader did it.
 * An incident that is not among the open ones any more is resolved.
 */
export function endedWords(incident: Incident | undefined, userId: string, zone: string, now: Instant): string | null {
  if (!incident || incident.status === 'resolved') return 'This has ended meanwhile. Nothing to do.';
  if (incident.status === 'acknowledged' && incident.owner.userId === userId) return null;
  return statusLine(incident, { userId, zone }, { people: {}, schedules: {} }, now);
}
