import { reachOf } from '#domain/contact/reach';
import type { PersonalChannel } from '#domain/contact/notificationRule';
import type { Notification } from '#domain/notification/notification';
import { Contact, Person } from '#domain/people/person';
import { HOUR, MINUTE } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { idOf } from '../identity/identity';
import { at, read } from '../store/documents';
import { channelsSetUp } from './channels';
import { type Outgoing, putOut, untouched } from './outbox';
import { sendOut } from './send';

type Way = { channel: PersonalChannel; methodId: string | null };

export type Notice = {
  userId: string;
  /** What it is about: the same cause is told once. */
  cause: string; title: string; body: string;
  /** Where a tap leads, in the app. */
  url: string;
  /** `other`: the best verified way that is not push; push where there is none. */
  channel: PersonalChannel | 'other'; methodId: string | null; loud: boolean;
};

/** Tells a person something outside an incident; true when it was new. Nothing for who is not active (any more). */
export async function sendNotice({ userId, cause, title, body, url, channel, methodId, loud }: Notice): Promise<boolean> {
  const put = await putOnce(idOf('notice', userId, cause), userId, channel === 'other' ? 'other' : { channel, methodId }, (now) => ({
    kind: 'notice', subject: 'notice', cause, urgency: loud ? 'high' : 'low', title, body, url, expiresAt: now + 12 * HOUR,
  }));
  return put !== undefined;
}

/** A test to oneself by one way, through the outbox like any page; answers the notification's id. */
export async function sendTest(sender: Person, commandId: string, channel: PersonalChannel, methodId: string | null): Promise<string> {
  const id = idOf('notification', 'test', sender.id, commandId);
  await putOnce(id, sender.id, { channel, methodId }, (now) => ({
    kind: 'test', subject: 'test', cause: commandId, urgency: 'high', title: 'Test page', body: 'This is how a page arrives. Nobody else is paged.', url: null,
    expiresAt: now + 2 * MINUTE,
  }));
  return id;
}

type Words = Pick<Notification, 'kind' | 'subject' | 'cause' | 'urgency' | 'title' | 'body' | 'url' | 'expiresAt'>;

/** Puts a notification out that belongs to no incident, unless it is there already; then undefined. */
async function putOnce(id: string, userId: string, way: Way | 'other', words: (now: number) => Words): Promise<Outgoing | undefined> {
  const out = await transact(async (transaction) => {
    const [found, who, how] = await transaction.getAll(at.notification(id), at.person(userId), at.contact(userId));
    const person = who === undefined ? undefined : read(Person, who);
    const contact = how === undefined ? undefined : read(Contact, how);
    if (found === undefined || found.exists || person === undefined || !person.active) return undefined;
    const now = found.readTime.toMillis();
    const chosen = way === 'other' ? otherWay(contact) : way;
    const pending: Notification = {
      ...untouched, tokenHashes: [], id, incidentId: null, episode: 0, rule: '0', ...chosen, userId, destinationId: null, userName: person.name, why: '',
      createdAt: now, dueAt: now, chainAt: null, followAt: null, ...words(now),
    };
    return putOut(transaction, pending, { incident: null, isPrivate: person.privateLockScreen }, now);
  });
  if (out !== undefined) await sendOut(out);
  return out;
}

function otherWay(contact: Contact | undefined): Way {
  const reach = contact === undefined ? undefined : reachOf(contact, channelsSetUp());
  const phone = reach?.methods.find(({ kind, verified }) => kind === 'phone' && verified);
  if (reach !== undefined && phone !== undefined && reach.channels.sms) return { channel: 'sms', methodId: phone.id };
  const email = reach?.methods.find(({ kind, verified }) => kind === 'email' && verified);
  if (reach !== undefined && email !== undefined && reach.channels.email) return { channel: 'email', methodId: email.id };
  return { channel: 'push', methodId: null };
}
