import type { Incident } from '#domain/incident/incident';
import { Notification } from '#domain/notification/notification';
import { MINUTE } from '#domain/time/instant';
import { statusLine } from '#domain/incident/words';
import { transact } from '../commit/transact';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { ask } from '../store/queries';
import { notificationOf, putOut } from './outbox';
import { sendAll } from './send';

/**
 * Says on the phones that were paged how it ended, in place of the page: acknowledged by whom, or resolved. Whoever acted knows. Quiet, under the tag of the
 * page; on iOS, which knows no tags, it arrives as a second notification.
 */
export async function replaceEndedPages(incident: Incident): Promise<void> {
  const { docs } = await ask('notificationsOfIncident', [incident.id]).limit(60).get();
  const pages = docs.flatMap((snapshot) => read(Notification, snapshot) ?? [])
    .filter(({ channel, sentAt, sendingAt }) => channel === 'push' && (sentAt ?? sendingAt) !== null)
    .filter((each) => (each.kind === 'page' ? each.episode === incident.escalation.episode : each.kind === 'request' && incident.status === 'resolved' && each.userId !== null));
  const actor = incident.status === 'acknowledged' ? incident.owner.userId : incident.status === 'resolved' ? (incident.resolvedBy?.userId ?? null) : null;
  const userIds = [...new Set(pages.flatMap(({ userId }) => userId ?? []))].filter((userId) => userId !== actor);
  if (userIds.length === 0) return;

  const facts = await configuration();
  const toSend = await transact(async (transaction) => {
    const snapshots = await transaction.getAll(...userIds.map((userId) => at.person(userId)));
    const now = snapshots[0]?.readTime.toMillis() ?? Date.now();
    return userIds.flatMap((userId) => {
      const person = facts.people[userId];
      const body = statusLine(incident, { userId, zone: person?.timeZone ?? 'UTC' }, facts, now);
      const request = {
        kind: 'notice', what: 'status', to: { userId }, cause: `ended.${incident.escalation.episode}.${incident.status}`, why: body, dueAt: now, expiresAt: now + 10 * MINUTE,
      } as const;
      const notice = notificationOf(incident, request, facts, now);
      return putOut(transaction, { ...notice, body }, { incident, isPrivate: person?.privateLockScreen ?? false }, now).toSend;
    });
  });
  await sendAll(toSend);
}
