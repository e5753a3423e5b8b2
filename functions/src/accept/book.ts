import type { Transaction } from 'firebase-admin/firestore';
import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { type Turn, turnOf } from '#domain/incident/turn';
import type { Book } from '#domain/ingest/fold';
import { at, read } from '../store/documents';
import { alertsAtOnce, type Slice } from './slices';

/** Reads what these alerts may belong to: their open keys, those incidents, and their alerts there. */
export async function readBook(transaction: Transaction, slices: readonly Slice[]): Promise<{ book: Book; before: Record<string, Incident> }> {
  const arrivals = slices.flatMap((slice) => slice.arrivals);
  const endedGroups = [...new Set(slices.flatMap(({ ended }) => ended?.endedGroup.groupOpenId ?? []))];
  const openIds = [...new Set([
    ...arrivals.flatMap(({ dedupOpenId, groupOpenId }) => (groupOpenId === null ? [dedupOpenId] : [dedupOpenId, groupOpenId])), ...endedGroups,
  ])];
  const keys = openIds.length === 0 ? [] : await transaction.getAll(...openIds.map(at.open));
  const open = Object.fromEntries(keys.flatMap((key) => (key.exists ? [[key.id, String(key.get('incidentId'))]] : [])));
  const incidentIds = [...new Set(Object.values(open))];
  const incidents = incidentIds.length === 0 ? [] : await transaction.getAll(...incidentIds.map(at.incident));
  const before: Record<string, Incident> = {};
  const turns: Record<string, Turn> = {};
  for (const snapshot of incidents) {
    const incident = read(Incident, snapshot);
    if (incident === undefined || incident.status === 'resolved') continue;
    before[incident.id] = incident;
    turns[incident.id] = turnOf(incident);
  }
  const paths = new Set(arrivals.flatMap(({ alertId, dedupOpenId, groupOpenId }) => [dedupOpenId, groupOpenId ?? ''].flatMap((openId) => {
    const incidentId = open[openId];
    return incidentId !== undefined && before[incidentId] !== undefined ? [`${incidentId}/${alertId}`] : [];
  })));
  const refs = [...paths].map((path) => at.alert(...(path.split('/') as [string, string]))); // The two halves just joined above.
  const known = refs.length === 0 ? [] : await transaction.getAll(...refs);
  const alerts = Object.fromEntries(known.flatMap((snapshot, index) => {
    const alert = read(Alert, snapshot);
    return alert === undefined ? [] : [[[...paths][index] ?? '', alert]];
  }));
  for (const groupOpenId of endedGroups) {
    const incidentId = open[groupOpenId];
    if (incidentId === undefined || before[incidentId] === undefined) continue;
    const firing = await transaction.get(at.incident(incidentId).collection('alerts').where('status', 'in', ['firing', 'acknowledged']).limit(alertsAtOnce));
    for (const snapshot of firing.docs) {
      const alert = read(Alert, snapshot);
      if (alert !== undefined) alerts[`${incidentId}/${alert.id}`] = alert;
    }
  }
  return { book: { open, turns, alerts }, before };
}

