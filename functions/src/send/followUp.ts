import { Incident } from '#domain/incident/incident';
import { reachOf } from '#domain/contact/reach';
import { withShorterChain } from '#domain/escalation/chain';
import { follow } from '#domain/notification/follow';
import { Notification } from '#domain/notification/notification';
import { Contact, Person } from '#domain/people/person';
import { HOUR } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { enqueueLook } from '../wake/enqueue';
import { channelsSetUp } from './channels';
import { notificationOf, type Outgoing, putOut } from './outbox';
import { sendOut } from './send';

/** Looks at a link of a person's chain whose time has come, and sends the next one. Once, however often it is asked to. */
export async function followUp(notificationId: string): Promise<void> {
  const facts = await configuration();
  const { out, again } = await transact<{ out: Outgoing; again: number | null }>(async (transaction) => {
    const nothing = { out: { toSend: [], toClaim: [] }, again: null };
    const snapshot = await transaction.get(at.notification(notificationId));
    const before = read(Notification, snapshot);
    if (before === undefined || before.userId === null || before.incidentId === null) return nothing;
    const now = snapshot.readTime.toMillis();
    const [person, contact, incident] = await transaction.getAll(at.person(before.userId), at.contact(before.userId), at.incident(before.incidentId));
    const stored = contact === undefined ? undefined : read(Contact, contact);
    const held = incident === undefined ? undefined : read(Incident, incident);
    const someone = person === undefined ? undefined : read(Person, person);
    const followed = follow(before, held ?? null, someone ?? null, stored === undefined ? undefined : reachOf(stored, channelsSetUp()), now);
    if (followed === undefined) return nothing;
    const { notification, next } = followed;
    if (next === null || held === undefined) {
      transaction.set(snapshot.ref, toStored(notification));
      return { ...nothing, again: notification.followAt };
    }
    const { kind, cause, subject, why, userId } = before;
    const nextAt = held.status === 'triggered' ? held.escalation.nextAt : null;
    const pending = notificationOf(held, {
      kind: kind === 'request' ? 'request' : 'page', what: subject, to: { userId: userId ?? '' }, cause, why, dueAt: now, expiresAt: nextAt !== null && nextAt > now ? nextAt : now + HOUR,
      link: next,
    }, facts, now);
    const id = idOf('notification', held.id, before.episode, cause, userId ?? '', next.rule);
    const exists = (await transaction.get(at.notification(id))).exists;
    transaction.set(snapshot.ref, toStored(notification));
    if (exists) return nothing;
    const { responders } = withShorterChain(held, before, next.chainAt);
    if (responders !== held.responders) transaction.update(at.incident(held.id), { responders: toStored({ responders }).responders });
    const isPrivate = someone?.privateLockScreen ?? false;
    return { out: putOut(transaction, { ...pending, id, episode: before.episode, urgency: before.urgency }, { incident: held, isPrivate }, now), again: null };
  });
  await Promise.all([sendOut(out), again === null ? undefined : enqueueLook(notificationId, again)]);
}
