import type { Transaction } from 'firebase-admin/firestore';
import { db } from '../firebase';

/** Runs a deciding transaction. Its `now` is the read time of what it reads first: one clock for all instances. */
export function transact<T>(decide: (transaction: Transaction) => Promise<T>): Promise<T> {
  return db().runTransaction(decide, { maxAttempts: 10 });
}
