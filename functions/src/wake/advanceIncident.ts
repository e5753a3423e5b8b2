import { advance } from '#domain/escalation/advance';
import { Incident } from '#domain/incident/incident';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { writeTurn } from '../commit/writeTurn';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';

/** Does what is due for this incident, once, however many wake-ups come. */
export async function advanceIncident(incidentId: string): Promise<void> {
  const facts = await configuration();
  const committed = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.incident(incidentId));
    const incident = read(Incident, snapshot);
    if (incident === undefined) return [];
    const now = snapshot.readTime.toMillis();
    const turn = advance(incident, facts, now);
    if (turn.changes.length === 0) return [];
    const entryId = idOf('advance', incidentId, incident.escalation.episode, incident.wakeAt ?? 0);
    return [writeTurn(transaction, { turn, before: incident, entryId, actor: { kind: 'rouse' }, facts, now })];
  });
  await afterCommit(committed);
}
