import { isDeepStrictEqual } from 'node:util';
import { FieldValue, type Transaction } from 'firebase-admin/firestore';
import { z } from 'zod';
import { Alert } from '#domain/incident/alert';
import { type Incident } from '#domain/incident/incident';
import type { Book, Folded } from '#domain/ingest/fold';
import { Instant } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';

/**
 * `tallies/{incidentId}`: reports of a burst that changed nothing but counts, not yet written into the alerts and the incident. Ten thousand repeats of a
 * hundred alerts then cost a write per batch instead of a hundred. Exact after a crash, for it is written in the transaction that marks the
 * events decided; the sweep writes it out when the burst is over, `dueAt`.
 */
export const Tally = z.strictObject({
  incidentId: z.string(), startedAt: Instant, dueAt: Instant, events: z.number().int(),
  alerts: z.record(z.string(), z.strictObject({ count: z.number().int(), lastSeenAt: Instant })),
});
export type Tally = z.infer<typeof Tally>;
export type Tallies = Readonly<Record<string, Tally>>;

/** More would come near the 1 MiB of a document. */
const mostAlerts = 4_000;
/** An incident with this many reports is in a burst; below, every report is written where it belongs at once. */
export const burstFrom = 50;
/** Written out when nothing more came for so long (ms), and at the latest after `longest`. */
const settled = 3_000;
const longest = 60_000;

/** What is tallied of these incidents. Only one in a burst can have a tally, so others cost no read. */
export async function readTallies(transaction: Transaction, incidents: readonly Incident[]): Promise<Tallies> {
  const ids = incidents.filter(({ alertCounts }) => alertCounts.events >= burstFrom).map(({ id }) => id);
  if (ids.length === 0) return {};
  const found = await transaction.getAll(...ids.map(at.tally));
  return Object.fromEntries(found.flatMap((snapshot) => {
    const tally = read(Tally, snapshot);
    return tally === undefined ? [] : [[tally.incidentId, tally]];
  }));
}

const counted = (alert: Alert, more: Tally['alerts'][string] | undefined): Alert =>
  (more === undefined ? alert : { ...alert, count: alert.count + more.count, lastSeenAt: Math.max(alert.lastSeenAt, more.lastSeenAt) });

/** Incidents and alerts as they are with what is tallied of them. */
export const overlaid = {
  incident: (incident: Incident, tallies: Tallies): Incident => {
    const events = tallies[incident.id]?.events ?? 0;
    return events === 0 ? incident : { ...incident, alertCounts: { ...incident.alertCounts, events: incident.alertCounts.events + events } };
  },
  alerts: (alerts: Readonly<Record<string, Alert>>, tallies: Tallies): Record<string, Alert> => Object.fromEntries(Object.entries(alerts).map(([path, alert]) => {
    const [incidentId = '', alertId = ''] = path.split('/');
    return [path, counted(alert, tallies[incidentId]?.alerts[alertId])];
  })),
};

export type Tallied = { onlyCounts: true; tally: Tally } | { onlyCounts: false; tally: Tally | null; had: boolean };

/** Whether this batch only counts for an incident, and its tally after the batch. What is written into alerts now leaves the tally. */
export function tallied(incidentId: string, folded: Folded, book: Book, stored: Incident | undefined, tallies: Tallies, now: number): Tallied {
  const before = tallies[incidentId];
  const turn = folded.turns[incidentId];
  const had = before !== undefined;
  const touched = Object.entries(folded.alerts).filter(([path]) => path.startsWith(`${incidentId}/`));
  const onlyCounts = stored !== undefined && turn !== undefined && stored.alertCounts.events >= burstFrom && turn.changes.length === 0 && turn.requests.length === 0
    && sameButCounts(stored, turn.incident) && touched.every(([path, alert]) => { const known = book.alerts[path]; return known !== undefined && sameAlert(known, alert); });
  const rest: Tally['alerts'] = { ...before?.alerts };
  const isFull = Object.keys(rest).length + touched.length > mostAlerts;
  if (!onlyCounts || isFull) {
    for (const [, alert] of touched) Reflect.deleteProperty(rest, alert.id);
    if (before === undefined || Object.keys(rest).length === 0) return { onlyCounts: false, tally: null, had };
    // The incident is written now with all of its reports; what is left are alerts that this batch did not touch.
    return { onlyCounts: false, tally: { ...before, alerts: rest, events: 0 }, had };
  }
  for (const [path, alert] of touched) {
    const more = alert.count - (book.alerts[path]?.count ?? 0);
    rest[alert.id] = { count: (rest[alert.id]?.count ?? 0) + more, lastSeenAt: alert.lastSeenAt };
  }
  const startedAt = before?.startedAt ?? now;
  const events = turn === undefined || stored === undefined ? 0 : turn.incident.alertCounts.events - stored.alertCounts.events;
  return { onlyCounts: true, tally: { incidentId, startedAt, dueAt: Math.min(startedAt + longest, now + settled), events, alerts: rest } };
}

function sameButCounts(a: Incident, b: Incident): boolean {
  const uncounted = (incident: Incident) => ({ ...incident, alertCounts: { ...incident.alertCounts, events: 0 } });
  return isDeepStrictEqual(uncounted(a), uncounted(b));
}

function sameAlert(a: Alert, b: Alert): boolean {
  return isDeepStrictEqual({ ...a, count: 0, lastSeenAt: 0 }, { ...b, count: 0, lastSeenAt: 0 });
}

/** Writes the tally as it is after the batch. */
export function writeTally(transaction: Transaction, incidentId: string, tallied: Tallied): void {
  if (tallied.tally !== null) transaction.set(at.tally(incidentId), toStored(tallied.tally));
  else if (!tallied.onlyCounts && tallied.had) transaction.delete(at.tally(incidentId));
}

const alertsAtOnce = 400;

/** Writes what is tallied into the alerts and the incident, some hundred alerts at a time; a tally that is not due any more stays. */
export async function writeOut(incidentId: string): Promise<void> {
  for (let more = true; more;) {
    more = await transact(async (transaction) => {
      const snapshot = await transaction.get(at.tally(incidentId));
      const tally = read(Tally, snapshot);
      if (tally === undefined || tally.dueAt > snapshot.readTime.toMillis()) return false;
      const ids = Object.keys(tally.alerts).slice(0, alertsAtOnce);
      const found = ids.length === 0 ? [] : await transaction.getAll(...ids.map((id) => at.alert(incidentId, id)));
      const incident = await transaction.get(at.incident(incidentId));
      for (const each of found) {
        const alert = read(Alert, each);
        if (alert !== undefined) transaction.set(each.ref, toStored(counted(alert, tally.alerts[alert.id])));
      }
      if (incident.exists && tally.events > 0) transaction.update(incident.ref, { 'alertCounts.events': FieldValue.increment(tally.events) });
      const left = Object.entries(tally.alerts).filter(([id]) => !ids.includes(id));
      if (left.length === 0) transaction.delete(snapshot.ref);
      else transaction.set(snapshot.ref, toStored({ ...tally, events: 0, alerts: Object.fromEntries(left) }));
      return left.length > 0;
    });
  }
}
