import { FieldValue, type Transaction } from 'firebase-admin/firestore';
import type { Incident } from '#domain/incident/incident';
import { phaseOf } from '#domain/incident/phase';
import { at } from '../store/documents';

/**
 * Notes, in the commit that changes an incident, that something has to follow by itself: its response plan when it begins, is worked on again, or changes its severity; its public notice when its
 * phase changes. Written without reading: of several changes one note is left, and who carries it out looks at the incident as it is then.
 */
export function noteAutomation(transaction: Transaction, before: Incident | null, after: Incident): void {
  const begins = before === null || (isBehind(before) && !isBehind(after));
  const isTold = after.publicNotice && before !== null && phaseOf(before) !== phaseOf(after);
  if (!begins && !isTold && before.severity === after.severity) return;
  transaction.set(at.automation(after.id), { dueAt: FieldValue.serverTimestamp() });
}

/** Watched or over: its plan begins no more, unless it comes back. */
const isBehind = ({ status }: Incident) => status === 'monitoring' || status === 'resolved';
