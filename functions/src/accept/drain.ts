import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { Timestamp } from 'firebase-admin/firestore';
import { afterCommit } from '../commit/afterCommit';
import { at } from '../store/documents';
import { ask } from '../store/queries';
import { foundBurst, lookAgain } from './burst';
import { type Decided, decideBatch } from './decideBatch';
import { tellDecided } from './decisions';
import { giveUp } from './giveUp';

/** A drainer that died holds its drain this long (ms); it takes the lease anew before half of it is over. */
const leaseLength = 10_000;
/**
 * A batch of so many events, or so many in a row of two or more, is a burst: senders are not kept waiting for their results any more. Who sends one after the
 * other never makes one: each of theirs waits for the last.
 */
const burstEvents = 20;
const burstBatches = 3;
/** After a batch of two or more, others are probably under way: so long a wait (ms) with the lease held. */
const crowdPause = 50;
/** In a burst, a batch that changed nothing but counts is followed by so long a pause (ms), for the next one to gather more. */
const burstPause = 500;

/** `drained`: nothing is left. `held`: somebody else is at it. `burst`: and has so much to do that waiting is no use. */
export type Draining = 'drained' | 'held' | 'burst';

/**
 * Decides what waits in the inbox of one drain; `leasing`: its lease, asked for before. Cheap when somebody else is at it: a failed `create()` is all it costs, and the
 * holder looks again after letting go, so an event accepted meanwhile is never left.
 */
export async function drain(drainId: string, leasing?: Promise<Lease>): Promise<Draining> {
  const query = ask('undecidedEventsOfDrain', [drainId, 'undecided']).limit(1);
  let lease = await (leasing ?? takeLease(drainId));
  // Held when it was asked for, which was before the event was durable: its holder may have looked for the last time before that, too.
  if (leasing !== undefined && lease === 'held') lease = await takeLease(drainId);
  for (; ; lease = await takeLease(drainId)) {
    if (lease !== 'taken') return lease;
    try {
      await drainHeld(drainId);
    } catch (error) {
      await at.drain(drainId).delete();
      throw error;
    }
    if ((await query.get()).empty) return 'drained';
  }
}

/**
 * Batch after batch with the lease held, until none is left; lets go of it then. What fails by itself is left for later, and blocks nobody: the rest is decided, then
 * its failure is thrown.
 */
async function drainHeld(drainId: string): Promise<void> {
  const blamed = new Map<string, unknown>();
  let passing = 0;
  let renewedAt = performance.now();
  let wasBurst: boolean = false;
  for (let crowded = 0; ;) {
    const { committed, more, eventCount, news, marked } = await decideBatch(drainId, { except: new Set(blamed.keys()) }).catch(async (error: unknown) => {
      if (!isPassing(error) || passing >= patienceWithStore) return decideOne(drainId, blamed, error);
      passing += 1;
      await wait(passing * 100);
      return nothingYet;
    });
    // Not awaited one by one with the lease held: pages leave while the next batch is decided.
    // Whoever waits is answered when its pages have left: the cloud may take the CPU away after the answer.
    const following = afterCommit(committed).then(() => { for (const { id, results } of marked) tellDecided(id, results); });
    crowded = eventCount >= 2 ? crowded + 1 : 0;
    const isBurst: boolean = eventCount >= burstEvents || crowded >= burstBatches || (wasBurst && eventCount > 0);
    if (!more && !isBurst && crowded === 0) {
      await Promise.all([following, at.drain(drainId).delete()]);
      const [failure] = blamed.values();
      if (blamed.size > 0) throw failure;
      return;
    }
    const isOld = performance.now() - renewedAt > leaseLength / 3;
    if (isOld || isBurst !== wasBurst) {
      renewedAt = performance.now();
      await at.drain(drainId).set({ leaseUntil: Timestamp.fromMillis(Date.now() + leaseLength), burst: isBurst });
    }
    wasBurst = isBurst;
    await following;
    if (!more) await wait(isBurst && !news ? burstPause : crowdPause);
  }
}

/** A batch failed: its first event alone, which either goes through or is the one to blame (added to `blamed`). Trouble of the store's own is nobody's fault. */
async function decideOne(drainId: string, blamed: Map<string, unknown>, batchError: unknown): Promise<Decided> {
  if (isPassing(batchError)) throw batchError;
  logger.error(`drain ${drainId}: a batch failed, trying its first event alone`, batchError);
  try {
    return await decideBatch(drainId, { atOnce: 1, except: new Set(blamed.keys()) });
  } catch (error) {
    if (isPassing(error)) throw error;
    const eventId = await blameFirst(drainId, blamed);
    if (eventId === undefined) throw error;
    blamed.set(eventId, error);
    return nothingYet;
  }
}

/** Nothing was decided, and there is more to do. */
const nothingYet: Decided = { committed: [], more: true, eventCount: 0, news: false, marked: [] };
/** How often one drain tries again at once when the store has trouble; after that it is the sweep's. */
const patienceWithStore = 3;
const blameAfter = 5;

/** Counts a failure of the first event that is not blamed already; after five it is set aside, and pages for itself. Answers which one it is. */
async function blameFirst(drainId: string, blamed: ReadonlyMap<string, unknown>): Promise<string | undefined> {
  const { docs } = await ask('undecidedEventsOfDrain', [drainId, 'undecided']).limit(blamed.size + 1).get();
  const event = docs.find(({ id }) => !blamed.has(id));
  if (event === undefined) return undefined;
  const attempts = Number(event.get('attempts')) + 1;
  if (attempts < blameAfter) {
    await event.ref.update({ attempts }, { lastUpdateTime: event.updateTime });
    return event.id;
  }
  logger.error(`event ${event.id} could not be decided in ${attempts} tries and is set aside as failed`);
  // Where even that fails it stays undecided, and is tried again with the next pass; the others do not wait for it.
  await giveUp(event.ref, attempts).catch((error: unknown) => logger.error(`event ${event.id} can't be set aside either`, error));
  return event.id;
}

/** gRPC codes that pass by themselves: unknown, deadline, exhausted, aborted, unavailable, internal; and a transaction that the store has closed meanwhile. */
const isPassing = (error: unknown) => error instanceof Error && 'code' in error
  && ([2, 4, 8, 10, 13, 14].includes(Number(error.code)) || (Number(error.code) === 3 && error.message.includes('Transaction is invalid or closed')));

export type Lease = 'taken' | 'held' | 'burst';

/** Asks for the drain's lease. Whoever has taken it must drain, whatever becomes of what it came for: others rely on it. */
export async function takeLease(drainId: string): Promise<Lease> {
  const ref = at.drain(drainId);
  const leaseUntil = Timestamp.fromMillis(Date.now() + leaseLength);
  try {
    await ref.create({ leaseUntil, burst: false });
    return 'taken';
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  const held = await ref.get();
  const until: unknown = held.get('leaseUntil');
  if (!held.exists || !(until instanceof Timestamp) || until.toMillis() > Date.now() || held.updateTime === undefined) {
    return held.get('burst') === true ? 'burst' : 'held';
  }
  try {
    await ref.update({ leaseUntil, burst: false }, { lastUpdateTime: held.updateTime });
    logger.warn(`took over the drain of ${drainId} from one that stopped`);
    return 'taken';
  } catch {
    return 'held';
  }
}

/** gRPC's ALREADY_EXISTS. */
const isAlreadyThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 6;

/**
 * Runs a drain with a lease asked for before, and waits for this event's decision, up to `patience` ms; undefined: it is still to come. What this process
 * decides itself is `heard` at once; what another decides is looked for.
 */
export async function drainAndAwait<T>(drainId: string, leasing: Promise<Lease>, heard: Promise<T>, look: () => Promise<T | undefined>, patience: number): Promise<T | undefined> {
  const deadline = Date.now() + patience;
  const draining = drain(drainId, leasing).catch((error: unknown) => {
    // Trouble of the store's own passes, and the sweep goes on.
    if (isPassing(error)) logger.warn(`drain ${drainId}`, error);
    else logger.error(`drain ${drainId}`, error);
    return 'held' as const;
  });
  const first = await Promise.race([heard.then((value) => ({ value })), draining.then((ended) => ({ ended })), wait(patience).then(() => ({ ended: 'late' as const }))]);
  if ('value' in first) return first.value;
  if (first.ended === 'burst') {
    foundBurst(drainId);
    lookAgain(drainId, drain);
    return undefined;
  }
  for (let pause = 20; ; pause = Math.min(200, pause * 2)) {
    const found = await Promise.race([heard, look()]);
    if (found !== undefined || Date.now() + pause >= deadline) return found;
    await wait(pause);
  }
}
