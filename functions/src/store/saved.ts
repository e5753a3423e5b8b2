import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { Person } from '#domain/people/person';
import { transact } from '../commit/transact';
import { recordAudit } from './audit';
import { configuration } from './configuration';
import { idOf } from '../identity/identity';
import { at, read } from './documents';
import { toStored } from './instants';

type Saving<S extends z.ZodType> = {
  ref: DocumentReference; schema: S; sender: Person; commandId: string;
  /** The document after the change, from the one before (undefined: there is none) and the time; null removes it. Throws what refuses. */
  change: (before: z.infer<S> | undefined, now: number, transaction: Transaction) => (z.infer<S> & object) | null;
};

/** Changes one document of the configuration in a transaction, with its audit entry; the change decides on this instance at once. */
export async function save<S extends z.ZodType>({ ref, schema, sender, commandId, change }: Saving<S>): Promise<z.infer<S> | null> {
  const saved = await transact(async (transaction) => {
    const snapshot = await transaction.get(ref);
    const before = read(schema, snapshot);
    if (before === undefined) {
      // A retry of what removed it is answered like the first.
      const done = await transaction.get(at.audit(idOf('audit', sender.id, commandId, ref.path)));
      if (done.exists && done.get('after') === null) return null;
    }
    const after = change(before, snapshot.readTime.toMillis(), transaction);
    if (after === null) transaction.delete(ref);
    else transaction.set(ref, toStored(after));
    // A stored document is an object; its schema's type does not say so.
    recordAudit(transaction, { sender, commandId, what: ref.path, before: (before ?? null), after });
    return after;
  });
  await configuration(true);
  return saved;
}
