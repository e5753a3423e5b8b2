import type { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import type { IncidentCommand } from '#domain/command/command';
import { Alert } from '#domain/incident/alert';
import { Incident } from '#domain/incident/incident';
import { merge, mergedAlerts } from '#domain/incident/merge';
import { TimelineEntry } from '#domain/incident/timeline';
import type { Person } from '#domain/people/person';
import { overlaid, readTallies } from '../accept/tally';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { type Committed, writeTurn } from '../commit/writeTurn';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { answerOf } from './incident';
import { refusal } from './refusal';

/** Alerts that move in one transaction; of a larger one, the smaller is merged into it. */
const mostAlerts = 400;

/**
 * Merges one incident into another, in one transaction: its alerts are copied there, and their open keys lead there from now on, so what comes later
 * joins the other one. Answers the incident that goes on.
 */
export async function mergeIncident(sent: Extract<z.infer<typeof IncidentCommand>, { type: 'mergeIncident' }>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration();
  const { incident, committed, unchanged } = await transact<{ incident: Incident; committed: Committed[]; unchanged: boolean }>(async (transaction) => {
    const [fromFound, intoFound, earlier] = await transaction.getAll(at.incident(sent.incidentId), at.incident(sent.intoId), at.timelineEntry(sent.incidentId, sent.commandId));
    const from = fromFound === undefined ? undefined : read(Incident, fromFound);
    const into = intoFound === undefined ? undefined : read(Incident, intoFound);
    if (from === undefined || into === undefined || fromFound === undefined) throw refusal('no-such-incident');
    const entry = earlier === undefined ? undefined : read(TimelineEntry, earlier);
    if (entry !== undefined) return { incident: into, committed: [], unchanged: false };
    const now = fromFound.readTime.toMillis();
    // What a burst has counted and not yet written into the alerts moves with them.
    const tallies = await readTallies(transaction, [from]);
    const { docs } = await transaction.get(at.incident(from.id).collection('alerts').limit(mostAlerts + 1));
    const stored = Object.fromEntries(docs.flatMap((snapshot) => { const alert = read(Alert, snapshot); return alert === undefined ? [] : [[`${from.id}/${alert.id}`, alert]]; }));
    const moved = Object.values(overlaid.alerts(stored, tallies));
    const there = moved.length === 0 ? [] : await transaction.getAll(...moved.map(({ id }) => at.alert(into.id, id)));
    const known = there.flatMap((snapshot) => read(Alert, snapshot) ?? []);
    const shared = moved.flatMap((alert) => { const own = known.find(({ id }) => id === alert.id); return own === undefined ? [] : [{ from: alert, into: own }]; });

    const merging = merge(overlaid.incident(from, tallies), into, { userId: sender.id, name: sender.name }, facts, now, shared);
    if (merging.kind === 'refused') throw refusal(merging.code);
    if (merging.kind === 'unchanged') return { incident: into, committed: [], unchanged: true };
    if (docs.length > mostAlerts) throw refusal('not-mergeable', [], `${from.id} has more than ${mostAlerts} alerts. Merge the other incident into this one instead.`);

    const openIds = [...new Set(moved.flatMap((alert) => alert.openIds))];
    const keys = openIds.length === 0 ? [] : await transaction.getAll(...openIds.map(at.open));
    for (const alert of mergedAlerts(moved, known)) transaction.set(at.alert(into.id, alert.id), toStored(alert));
    if (tallies[from.id] !== undefined) transaction.delete(at.tally(from.id));
    for (const key of keys) if (key.get('incidentId') === from.id) transaction.update(key.ref, { incidentId: into.id });
    const actor = { kind: 'person', userId: sender.id, name: sender.name } as const;
    const written = [
      writeTurn(transaction, { turn: merging.from, before: from, entryId: sent.commandId, actor, facts, now }),
      writeTurn(transaction, { turn: merging.into, before: into, entryId: sent.commandId, actor, facts, now }),
    ];
    return { incident: merging.into.incident, committed: written, unchanged: false };
  });
  await afterCommit(committed);
  return { ...(await answerOf(incident, sender)), outcome: unchanged ? 'unchanged' : 'done', code: unchanged ? 'already-resolved' : sent.type };
}
