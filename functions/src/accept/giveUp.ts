import type { DocumentReference } from 'firebase-admin/firestore';
import { Instant } from '#domain/time/instant';
import { openUndecidable } from '#domain/ingest/undecidable';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { type Committed, writeTurn } from '../commit/writeTurn';
import { idOf, newIncidentId } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at } from '../store/documents';
import { fromStored } from '../store/instants';

/**
 * Sets an event aside as failed, and in the same transaction pages for it: the first of its integration opens an incident, and while that is open the next ones
 * open no more. Nothing of the event is parsed here but plain fields, for its fault may lie anywhere else. Throws where that fails too; the event then stays undecided.
 */
export async function giveUp(event: DocumentReference, attempts: number): Promise<void> {
  const facts = await configuration(true);
  const committed = await transact<Committed[]>(async (transaction) => {
    const found = await transaction.get(event);
    if (!found.exists || found.get('state') !== 'undecided') return [];
    const integrationId = String(found.get('integrationId'));
    const key = await transaction.get(at.open(idOf('open', 'undecidable', integrationId)));
    const incident = key.exists ? await transaction.get(at.incident(String(key.get('incidentId')))) : undefined;
    transaction.update(event, { attempts, state: 'failed' });
    if (incident?.exists === true && incident.get('status') !== 'resolved') return [];
    const now = found.readTime.toMillis();
    const received = Instant.safeParse(fromStored(found.get('receivedAt')));
    const turn = openUndecidable(newIncidentId(), {
      eventId: event.id, integrationId, serviceId: String(found.get('serviceId')), headline: String(found.get('headline') ?? ''), receivedAt: received.success ? received.data : now,
    }, facts, now);
    transaction.set(key.ref, { incidentId: turn.incident.id, kind: 'group' });
    return [writeTurn(transaction, { turn, before: null, entryId: idOf('undecidable', event.id), actor: { kind: 'rouse' }, facts, now })];
  });
  await afterCommit(committed);
}
