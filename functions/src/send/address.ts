import { Contact } from '#domain/people/person';
import { at, read } from '../store/documents';
import type { ToSend } from './outbox';

/** The address that a notification goes to, while it is verified; undefined once it is not, or is gone. Never logged. */
export async function addressOf({ notification: { userId, methodId } }: Pick<ToSend, 'notification'>): Promise<string | undefined> {
  if (userId === null || methodId === null) return undefined;
  const contact = read(Contact, await at.contact(userId).get());
  const method = contact?.methods.find(({ id }) => id === methodId);
  return method === undefined || method.verifiedAt === null ? undefined : method.address;
}
