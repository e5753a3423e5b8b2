import type { Transaction } from 'firebase-admin/firestore';
import { fold, type Folded, type Result } from '#domain/ingest/fold';
import { transact } from '../commit/transact';
import { type Committed, writeTurn } from '../commit/writeTurn';
import { idOf, newIncidentId } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { kept, StoredEvent } from '../store/event';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';
import { readBook } from './book';
import { writeCounts } from './ruleCounts';
import { type Slice, slicesOf } from './slices';
import { tallied, writeTally } from './tally';

const eventsAtOnce = 200;

/** `except`: events that are left for later. */
type Deciding = { atOnce?: number; except?: ReadonlySet<string> };
/** `more`: some events are left. `eventCount`: how many were decided, and `news`: whether anything but counts has changed. */
/** `marked`: the events that are decided now, with what an answer says of them. */
export type Decided = { committed: Committed[]; more: boolean; eventCount: number; news: boolean; marked: Marked[] };
export type Marked = { id: string; results: StoredEvent['results'] };

/**
 * Takes up to 200 undecided events of one drain, decides them in one transaction, and marks them. They are sought before the transaction and read again in
 * it: a query in a transaction holds on to all that it looked through, which in the emulator is the whole inbox, and two drains then wait for
 * each other until both give up (2 s, measured with four drains at once; with this none).
 */
export async function decideBatch(drainId: string, { atOnce = eventsAtOnce, except = new Set<string>() }: Deciding = {}): Promise<Decided> {
  const remembered = await configuration();
  const limit = atOnce + except.size;
  const waiting = await ask('undecidedEventsOfDrain', [drainId, 'undecided']).select().limit(limit).get();
  const refs = waiting.docs.filter(({ id }) => !except.has(id)).map(({ ref }) => ref).slice(0, atOnce);
  if (refs.length === 0) return { committed: [], more: false, eventCount: 0, news: false, marked: [] };
  return transact<Decided>(async (transaction) => {
    const found = await transaction.getAll(...refs);
    const events = found.flatMap((snapshot) => read(StoredEvent, snapshot) ?? []).filter(({ state }) => state === 'undecided');
    const isFull = waiting.size === limit || refs.length === atOnce;
    if (events.length === 0) return { committed: [], more: isFull, eventCount: 0, news: false, marked: [] };
    const seenAt = found[0]?.readTime.toMillis() ?? waiting.readTime.toMillis();
    const { slices, counts, configured } = await slicesOf(transaction, events, remembered);
    const { book, before, tallies, readAt } = await readBook(transaction, slices);
    // A command may have committed between the two reads: its entry must not come after this one.
    const now = Math.max(seenAt, readAt);
    const folded = fold(slices.flatMap(({ arrivals, ended }) => (ended === undefined ? arrivals : [...arrivals, ended])), book, configured, newIncidentId, now);

    // What only counts goes into one document of the incident, and from there into its alerts when the burst is over.
    const quiet = Object.fromEntries(Object.keys(folded.turns).map((id) => [id, tallied(id, folded, book, before[id], tallies, now)]));
    const committed = Object.entries(folded.turns).flatMap(([id, turn]) => {
      const tally = quiet[id];
      if (tally?.onlyCounts === true) return [];
      return [writeTurn(transaction, {
        turn, before: before[id] ?? null, entryId: idOf('batch', id, ...slices.map(({ event, from }) => `${event.id}.${from}`)),
        actor: actorOf(id, slices, folded), facts: configured, now,
      })];
    });
    for (const [path, alert] of Object.entries(folded.alerts)) {
      const [incidentId = '', alertId = ''] = path.split('/');
      if (quiet[incidentId]?.onlyCounts !== true) transaction.set(at.alert(incidentId, alertId), toStored(alert));
    }
    for (const [id, tally] of Object.entries(quiet)) writeTally(transaction, id, tally);
    writeOpened(transaction, folded, slices);
    writeCounts(transaction, counts.before, counts.after, now);
    const { unfinished, marked: done } = markDecided(transaction, slices, folded.results, now);
    return {
      committed, marked: done, more: unfinished || slices.length < events.length || isFull, eventCount: slices.length,
      news: Object.values(quiet).some(({ onlyCounts }) => !onlyCounts),
    };
  });
}

/** Of one commit for several integrations, the first that touched the incident is its source. */
function actorOf(incidentId: string, slices: readonly Slice[], { results }: Folded) {
  let index = 0;
  for (const { ground: { integration: { id, name } }, arrivals } of slices) {
    if (results.slice(index, index + arrivals.length).some((result) => result.incidentId === incidentId)) return { kind: 'source', integrationId: id, name } as const;
    index += arrivals.length;
  }
  const [first] = slices;
  return first === undefined ? { kind: 'rouse' } as const : { kind: 'source', integrationId: first.ground.integration.id, name: first.ground.integration.name } as const;
}

/** `open/{id}`: `kind` says which of them outlive their incident as `recent/{id}`; `alertId` where the key means an alert of another key. */
function writeOpened(transaction: Transaction, { opened, aliases }: Folded, slices: readonly Slice[]): void {
  const groups = new Set(slices.flatMap(({ arrivals }) => arrivals.flatMap(({ groupOpenId }) => groupOpenId ?? [])));
  for (const [openId, incidentId] of Object.entries(opened)) {
    const alertId = aliases[openId];
    transaction.set(at.open(openId), { incidentId, kind: groups.has(openId) ? 'group' : 'dedup', ...(alertId === undefined ? {} : { alertId }) });
  }
}

/** Marks each event with how far it was decided; `unfinished`: one has alerts left. `marked`: those that are decided now, with what an answer says of them. */
function markDecided(transaction: Transaction, slices: readonly Slice[], results: readonly Result[], now: number): { unfinished: boolean; marked: Marked[] } {
  let at0 = 0;
  let unfinished = false;
  const marked: Marked[] = [];
  for (const { event, arrivals, from } of slices) {
    const own = results.slice(at0, at0 + arrivals.length);
    at0 += arrivals.length;
    const decidedCount = from + arrivals.length;
    const isDecided = decidedCount >= event.alertCount || arrivals.length === 0;
    unfinished ||= !isDecided;
    // Once one is left out, all that follow are: a result is found by the place of its alert.
    const all = event.results.length < from ? event.results : kept([...event.results, ...own]);
    if (isDecided) marked.push({ id: event.id, results: all });
    transaction.update(at.event(event.id), toStored({
      decidedCount, state: isDecided ? 'decided' : 'undecided', decidedAt: isDecided ? now : null, results: all,
    }));
  }
  return { unfinished, marked };
}
