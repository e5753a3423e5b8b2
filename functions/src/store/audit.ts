import { FieldValue, type Transaction, type WriteBatch } from 'firebase-admin/firestore';
import type { Person } from '#domain/people/person';
import { idOf } from '../identity/identity';
import { at } from './documents';

type Change = { sender: Person; commandId: string; what: string; before: object | null; after: object | null };

/** Writes down who changed which configuration, before and after; never a secret: callers pass documents, which hold none. */
export function recordAudit(batch: WriteBatch | Transaction, { sender, commandId, what, before, after }: Change): void {
  const entry = { at: FieldValue.serverTimestamp(), userId: sender.id, name: sender.name, what, before, after };
  if ('commit' in batch) batch.set(at.audit(idOf('audit', sender.id, commandId, what)), entry);
  else batch.set(at.audit(idOf('audit', sender.id, commandId, what)), entry);
}
