import type { Transaction } from 'firebase-admin/firestore';
import type { ContactCommand } from '#domain/command/command';
import { Contact } from '#domain/people/person';
import { at, read } from '../../store/documents';
import { refusal } from '../refusal';

export type Sent<T extends ContactCommand['type']> = Extract<ContactCommand, { type: T }>;

/** A person's contact document in a transaction, and its `now` (ms since epoch). */
export async function ownContact(transaction: Transaction, userId: string) {
  const snapshot = await transaction.get(at.contact(userId));
  const contact = read(Contact, snapshot);
  if (contact === undefined) throw refusal('no-such-person');
  return { contact, ref: snapshot.ref, now: snapshot.readTime.toMillis() };
}

/** The contact with this method in place of the one with its id, or beside the others. */
export function withMethod(contact: Contact, method: Contact['methods'][number]): Contact {
  const isKnown = contact.methods.some(({ id }) => id === method.id);
  return { ...contact, methods: isKnown ? contact.methods.map((other) => (other.id === method.id ? method : other)) : [...contact.methods, method] };
}
