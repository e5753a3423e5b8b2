import { FieldValue, type Transaction } from 'firebase-admin/firestore';
import type { Incident } from '#domain/incident/incident';
import { monthOf } from '#domain/metrics/row';
import { at } from '../store/documents';

/**
 * Notes, in the commit that changes an incident, what has to follow its end: its row of the metrics made anew, its post-mortem drafted. When it ends, whenever something
 * is said of it after that, and when it is opened again; while it is open nothing follows, so what pages people costs no write more. The sweep does it.
 */
export function noteAfterwards(transaction: Transaction, before: Incident | null, after: Incident): void {
  if (before?.status !== 'resolved' && after.status !== 'resolved') return;
  transaction.set(at.afterwards(after.id), { month: monthOf(after.clocks.triggeredAt), dueAt: FieldValue.serverTimestamp(), isSecond: false });
}
