import { Contact } from '#domain/people/person';
import { at, read } from '../store/documents';
import type { ToSend } from './outbox';

/** The address that a notification goes to, while it is verified; undefined once it is not, or is gone. Never logged. */
export async function addressOf({ notification: { userId, methodId, subject, channel } }: Pick<ToSend, 'notification'>): Promise<string | undefined> {
  // What somebody follows by mail goes to the address that they sign in with.
  const isSubscribed = subject === 'statusUpdate' && channel === 'email';
  if (userId === null || (methodId === null && !isSubscribed)) return undefined;
  const contact = read(Contact, await at.contact(userId).get());
  if (methodId === null) return contact?.email;
  const method = contact?.methods.find(({ id }) => id === methodId);
  return method === undefined || method.verifiedAt === null ? undefined : method.address;
}
