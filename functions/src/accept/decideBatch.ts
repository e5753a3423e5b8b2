import type { Transaction } from 'firebase-admin/firestore';
import { fold, type Result } from '#domain/ingest/fold';
import { Integration } from '#domain/service/service';
import { transact } from '../commit/transact';
import { type Committed, writeTurn } from '../commit/writeTurn';
import { idOf, newIncidentId } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { keptResults, StoredEvent } from '../store/event';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { readBook } from './book';
import { type DrainFacts, type Slice, slicesOf } from './slices';

const eventsAtOnce = 200;

/** Takes up to 200 undecided events of one group, decides them in one transaction, and marks them; `more`: some are left. */
export async function decideBatch(drainId: string, atOnce = eventsAtOnce): Promise<{ committed: Committed[]; more: boolean }> {
  const configured = await configuration();
  return transact(async (transaction) => {
    const waiting = await transaction.get(ask('undecidedEventsOfDrain', [drainId, 'undecided']).limit(atOnce));
    const events = waiting.docs.flatMap((snapshot) => read(StoredEvent, snapshot) ?? []);
    const [first] = events;
    if (first === undefined) return { committed: [], more: false };
    const now = waiting.readTime.toMillis();
    const facts = await factsFor(first, configured);
    const slices = await slicesOf(events, facts);
    const { book, before } = await readBook(transaction, slices);
    const arrivals = slices.flatMap(({ arrivals: own, ended }) => (ended === undefined ? own : [...own, ended]));
    const folded = fold(arrivals, book, facts, newIncidentId, now);

    const committed = Object.entries(folded.turns).map(([id, turn]) => writeTurn(transaction, {
      turn, before: before[id] ?? null, entryId: idOf('batch', id, ...slices.map(({ event, from }) => `${event.id}.${from}`)),
      actor: { kind: 'source', integrationId: facts.integration.id, name: facts.integration.name }, facts, now,
    }));
    for (const [path, alert] of Object.entries(folded.alerts)) {
      const [incidentId = '', alertId = ''] = path.split('/');
      transaction.set(at.alert(incidentId, alertId), toStored(alert));
    }
    for (const [openId, incidentId] of Object.entries(folded.opened)) transaction.set(at.open(openId), { incidentId });
    const unfinished = markDecided(transaction, slices, folded.results, now);
    return { committed, more: unfinished || slices.length < events.length || events.length === atOnce };
  });
}

async function factsFor(event: StoredEvent, configured: Awaited<ReturnType<typeof configuration>>): Promise<DrainFacts> {
  const integration = read(Integration, await at.integration(event.integrationId).get());
  const service = configured.services[event.serviceId] ?? (await configuration(true)).services[event.serviceId];
  const policy = service === undefined ? undefined : configured.policies[service.policyId] ?? (await configuration(true)).policies[service.policyId];
  if (integration === undefined || service === undefined || policy === undefined) {
    throw new Error(`event ${event.id} names an integration, service or policy that does not exist`);
  }
  return { ...configured, integration, service, policy };
}

/** Marks each event with how far it was decided; true when one has alerts left. */
function markDecided(transaction: Transaction, slices: readonly Slice[], results: readonly Result[], now: number): boolean {
  let at0 = 0;
  let unfinished = false;
  for (const { event, arrivals, from } of slices) {
    const own = results.slice(at0, at0 + arrivals.length);
    at0 += arrivals.length;
    const decidedCount = from + arrivals.length;
    const isDecided = decidedCount >= event.alertCount || arrivals.length === 0;
    unfinished ||= !isDecided;
    transaction.update(at.event(event.id), toStored({
      decidedCount, state: isDecided ? 'decided' : 'undecided', decidedAt: isDecided ? now : null,
      results: [...event.results, ...own].slice(0, keptResults),
    }));
  }
  return unfinished;
}
