import type { Transaction } from 'firebase-admin/firestore';
import { Incident } from '#domain/incident/incident';
import { claim } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Person } from '#domain/people/person';
import { SECOND } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { newSecret, sha256 } from '../identity/identity';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { enqueueLook } from '../wake/enqueue';
import { heldBy, type ToSend } from './outbox';
import { tellTrouble } from './trouble';

/** A person's second SMS, call or mail waits until so long after the first, so that what follows it closely goes out as one. */
export const bundleWithin = 30 * SECOND;
const mostInBundle = 20;

/** Claims a notification that is due or whose sender died, with what is sent as one with it; undefined when there is nothing to send (any more, or yet). */
export async function claimNotification(notificationId: string): Promise<ToSend | undefined> {
  const found = await at.notification(notificationId).get();
  const notification = read(Notification, found);
  if (notification === undefined) return undefined;
  const { postponedTo, ids } = isBundled(notification) ? await together(notification, found.readTime.toMillis()) : { postponedTo: null, ids: [notificationId] };
  if (postponedTo !== null) {
    await postpone(notificationId, postponedTo);
    await enqueueLook(notificationId, postponedTo);
    return undefined;
  }
  const gaveUp: Notification[] = [];
  const toSend = await transact(async (transaction) => {
    gaveUp.length = 0;
    const claimed: ToSend[] = [];
    const snapshots = await transaction.getAll(...ids.map((id) => at.notification(id)));
    const pending = snapshots.flatMap((snapshot) => { const each = read(Notification, snapshot); return each === undefined ? [] : [{ each, snapshot }]; });
    const own = pending.find(({ each }) => each.id === notificationId);
    const now = own?.snapshot.readTime.toMillis() ?? 0;
    // Somebody else has taken a peer since the look above: this one waits, as if it had come a moment later.
    const takenAt = Math.max(0, ...pending.map(({ each }) => (each.id !== notificationId && each.failedAt === null && (each.leaseUntil ?? Infinity) > now ? (each.sendingAt ?? 0) : 0)));
    if (own?.each.status === 'pending' && own.each.channel !== 'push' && takenAt + bundleWithin > now) {
      transaction.set(own.snapshot.ref, toStored({ ...own.each, dueAt: takenAt + bundleWithin }));
      return undefined;
    }
    const concerned = await concerning(transaction, pending.map(({ each }) => each));
    for (const { each, snapshot } of pending) {
      const { incident, person } = concerned(each);
      const random = newSecret();
      const outcome = claim(each, incident, person, sha256(random), snapshot.readTime.toMillis());
      if (outcome.kind === 'notNow') continue;
      const leader = claimed[0]?.notification.id ?? null;
      const taken = outcome.kind === 'claimed' ? { ...outcome.notification, bundleId: leader } : outcome.notification;
      transaction.set(snapshot.ref, toStored(taken));
      if (outcome.kind === 'stopped' && taken.reason === 'outOfAttempts') gaveUp.push(taken);
      if (outcome.kind === 'claimed') claimed.push(heldBy(taken, random, { incident, isPrivate: person?.privateLockScreen ?? false }));
    }
    const [first, ...rest] = claimed;
    return first === undefined ? undefined : { ...first, bundled: rest };
  });
  await Promise.all(gaveUp.map((one) => tellTrouble(one, { kind: 'failed', reason: 'outOfAttempts' })));
  return toSend;
}

/** Quiet pushes, and what costs more than a glance, go out together; a loud push never waits for another. */
function isBundled({ channel, urgency, kind, userId }: Notification): boolean {
  // Of several notices, only a mail can tell them all.
  if (userId === null || (kind !== 'page' && !(kind === 'notice' && channel === 'email'))) return false;
  return channel === 'sms' || channel === 'voice' || channel === 'email' || (channel === 'push' && urgency === 'low' && kind === 'page');
}

/** What of this person's waits for the same way and is sent with it; or until when it waits itself, since one has just been sent. */
async function together(notification: Notification, now: number): Promise<{ postponedTo: number | null; ids: string[] }> {
  const { docs } = await ask('notificationsOfPerson', [notification.userId ?? '']).limit(100).get();
  const peers = docs.flatMap((snapshot) => read(Notification, snapshot) ?? [])
    .filter((each) => each.channel === notification.channel && each.methodId === notification.methodId && each.urgency === notification.urgency && each.kind === notification.kind)
    .filter(({ id }) => id !== notification.id);
  const lastSentAt = Math.max(0, ...peers.map(({ failedAt, sentAt, sendingAt }) => (failedAt === null ? (sentAt ?? sendingAt ?? 0) : 0)));
  if (notification.status === 'pending' && notification.channel !== 'push' && lastSentAt + bundleWithin > now) return { postponedTo: lastSentAt + bundleWithin, ids: [] };
  // After a provider was down, what it did not take waits for its next try beside what is new.
  const waiting = peers.filter(({ status, dueAt, leaseUntil }) => (status === 'pending' && dueAt <= now) || (leaseUntil !== null && leaseUntil <= now));
  return { postponedTo: null, ids: [notification.id, ...waiting.map(({ id }) => id)].slice(0, mostInBundle) };
}

async function postpone(notificationId: string, until: number): Promise<void> {
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(notificationId));
    const notification = read(Notification, snapshot);
    if (notification === undefined || notification.status !== 'pending' || notification.dueAt >= until) return;
    transaction.set(snapshot.ref, toStored({ ...notification, dueAt: until }));
  });
}

/** The incidents and people that decide about these notifications, read in the transaction, each once. */
async function concerning(transaction: Transaction, all: readonly Notification[]): Promise<(notification: Notification) => { incident: Incident | null; person: Person | null }> {
  const incidentIds = [...new Set(all.flatMap(({ incidentId }) => incidentId ?? []))];
  const userIds = [...new Set(all.flatMap(({ userId }) => userId ?? []))];
  if (incidentIds.length + userIds.length === 0) return () => ({ incident: null, person: null });
  const snapshots = await transaction.getAll(...incidentIds.map((id) => at.incident(id)), ...userIds.map((id) => at.person(id)));
  const incidents = new Map(snapshots.slice(0, incidentIds.length).map((snapshot) => [snapshot.id, read(Incident, snapshot) ?? null]));
  const people = new Map(snapshots.slice(incidentIds.length).map((snapshot) => [snapshot.id, read(Person, snapshot) ?? null]));
  return ({ incidentId, userId }) => ({ incident: incidents.get(incidentId ?? '') ?? null, person: people.get(userId ?? '') ?? null });
}
