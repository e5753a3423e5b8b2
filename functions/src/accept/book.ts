import type { Transaction } from 'firebase-admin/firestore';
import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { type Turn, turnOf } from '#domain/incident/turn';
import type { Book } from '#domain/ingest/fold';
import { at, read } from '../store/documents';
import { alertsAtOnce, type Slice } from './slices';
import { overlaid, readTallies, type Tallies } from './tally';

/** The book, the incidents before, what is tallied of them and not yet written into their alerts, and when they were read (ms since epoch; 0: there was nothing). */
export type Opened = { book: Book; before: Record<string, Incident>; tallies: Tallies; readAt: number };

/** Reads what these alerts may belong to: their open keys, those incidents, and their alerts there; of keys open no more, their last alerts. */
export async function readBook(transaction: Transaction, slices: readonly Slice[]): Promise<Opened> {
  const arrivals = slices.flatMap((slice) => slice.arrivals);
  const endedGroups = [...new Set(slices.flatMap(({ ended }) => ended?.endedGroup.groupOpenId ?? []))];
  const dedupIds = [...new Set(arrivals.flatMap(({ dedupOpenId, alias }) => (alias === null ? [dedupOpenId] : [dedupOpenId, alias.openId])))];
  const groupIds = [...new Set([...arrivals.flatMap(({ groupOpenId }) => groupOpenId ?? []), ...endedGroups])];
  const openIds = [...dedupIds, ...groupIds];
  const keys = openIds.length === 0 ? [] : await transaction.getAll(...openIds.map(at.open), ...dedupIds.map(at.recent));
  const found = (of: typeof keys) => Object.fromEntries(of.flatMap((key) => (key.exists ? [[key.id, String(key.get('incidentId'))]] : [])));
  const open = found(keys.slice(0, openIds.length));
  const recent = found(keys.slice(openIds.length));
  // What a key means now, where it is open; what it meant in its last run only where it is not.
  const aliases = Object.fromEntries(keys.filter((key, index) => key.exists && (index < openIds.length || open[key.id] === undefined)).flatMap((key) => {
    const alertId: unknown = key.get('alertId');
    return typeof alertId === 'string' ? [[key.id, alertId]] : [];
  }));

  const incidentIds = [...new Set(Object.values(open))];
  const incidents = incidentIds.length === 0 ? [] : await transaction.getAll(...incidentIds.map(at.incident));
  const before: Record<string, Incident> = {};
  for (const snapshot of incidents) {
    const incident = read(Incident, snapshot);
    if (incident !== undefined && incident.status !== 'resolved') before[incident.id] = incident;
  }
  const tallies = await readTallies(transaction, Object.values(before));

  const paths = new Set(arrivals.flatMap(({ alertId, dedupOpenId, alias, groupOpenId }) => [
    ...[open[dedupOpenId] ?? recent[dedupOpenId], groupOpenId === null ? undefined : open[groupOpenId]].map((id) => [id, alertId]),
    ...(aliases[dedupOpenId] === undefined ? [] : [[open[dedupOpenId], aliases[dedupOpenId]]]),
    ...(alias === null ? [] : [[open[alias.openId], aliases[alias.openId] ?? alias.alertId]]),
  ].flatMap(([incidentId, id]) => (incidentId === undefined || id === undefined ? [] : [`${incidentId}/${id}`]))));
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
  const turns: Record<string, Turn> = {};
  for (const incident of Object.values(before)) turns[incident.id] = turnOf(overlaid.incident(incident, tallies));
  return { book: { open, turns, alerts: overlaid.alerts(alerts, tallies), recent, aliases }, before, tallies, readAt: (incidents[0] ?? keys[0])?.readTime.toMillis() ?? 0 };
}
