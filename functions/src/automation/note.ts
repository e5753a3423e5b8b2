import { FieldValue, type Transaction } from 'firebase-admin/firestore';
import type { Incident } from '#domain/incident/incident';
import { phaseOf } from '#domain/incident/phase';
import { at } from '../store/documents';

/**
 * Notes, in the commit that changes an incident, that something has to follow by itself: its response plan when it begins or its severity changes, its public notice when its phase
 * changes. Written without reading: of several changes one note is left, and who carries it out looks at the incident as it is then.
 */
export function noteAutomation(transaction: Transaction, before: Incident | null, after: Incident): void {
  if (before !== null && before.severity === after.severity && phaseOf(before) === phaseOf(after)) return;
  // What an old incident tells when it ends (or ended without a word) is its notice's alone, so nothing follows where there is none.
  if (before !== null && !after.publicNotice && before.severity === after.severity) return;
  transaction.set(at.automation(after.id), { dueAt: FieldValue.serverTimestamp() });
}
