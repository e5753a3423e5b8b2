import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { Timestamp } from 'firebase-admin/firestore';
import { afterCommit } from '../commit/afterCommit';
import { at } from '../store/documents';
import { ask } from '../store/queries';
import { decideBatch } from './decideBatch';

/** A drainer that died holds its group this long (ms); each batch takes the lease anew. */
const leaseLength = 10_000;

/**
 * Decides what waits in the inbox of one group. Cheap when somebody else is at it: a failed `create()` is all it costs, and the
 * holder looks again after letting go, so an event accepted meanwhile is never left.
 */
export async function drain(drainId: string): Promise<void> {
  const query = ask('undecidedEventsOfDrain', [drainId, 'undecided']).limit(1);
  for (;;) {
    if (!(await takeLease(drainId))) return;
    try {
      for (;;) {
        const { committed, more } = await decideBatch(drainId).catch((error: unknown) => decideOne(drainId, error));
        // Not awaited one by one with the lease held: pages leave while the next batch is decided.
        const following = afterCommit(committed);
        if (!more) {
          await Promise.all([following, at.drain(drainId).delete()]);
          break;
        }
        await Promise.all([following, at.drain(drainId).set({ leaseUntil: Timestamp.fromMillis(Date.now() + leaseLength) })]);
      }
    } catch (error) {
      await at.drain(drainId).delete();
      throw error;
    }
    if ((await query.get()).empty) return;
  }
}

/** A batch failed: its first event alone, which either goes through or is the one to blame. Trouble of the store's own is nobody's fault. */
async function decideOne(drainId: string, batchError: unknown): ReturnType<typeof decideBatch> {
  if (isPassing(batchError)) throw batchError;
  logger.error(`drain ${drainId}: a batch failed, trying its first event alone`, batchError);
  try {
    return await decideBatch(drainId, 1);
  } catch (error) {
    if (!isPassing(error)) await blameFirst(drainId);
    throw error;
  }
}

const blameAfter = 5;

async function blameFirst(drainId: string): Promise<void> {
  const { docs: [event] } = await ask('undecidedEventsOfDrain', [drainId, 'undecided']).limit(1).get();
  if (event === undefined) return;
  const attempts = Number(event.get('attempts')) + 1;
  await event.ref.update(attempts >= blameAfter ? { attempts, state: 'failed' } : { attempts }, { lastUpdateTime: event.updateTime });
  if (attempts >= blameAfter) logger.error(`event ${event.id} could not be decided in ${attempts} tries and is set aside as failed`);
}

/** gRPC codes that pass by themselves: deadline, exhausted, aborted, unavailable, internal. */
const isPassing = (error: unknown) => error instanceof Error && 'code' in error && [4, 8, 10, 13, 14].includes(Number(error.code));

async function takeLease(drainId: string): Promise<boolean> {
  const ref = at.drain(drainId);
  const leaseUntil = Timestamp.fromMillis(Date.now() + leaseLength);
  try {
    await ref.create({ leaseUntil });
    return true;
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  const held = await ref.get();
  const until: unknown = held.get('leaseUntil');
  if (!held.exists || !(until instanceof Timestamp) || until.toMillis() > Date.now() || held.updateTime === undefined) return false;
  try {
    await ref.update({ leaseUntil }, { lastUpdateTime: held.updateTime });
    logger.warn(`took over the drain of ${drainId} from one that stopped`);
    return true;
  } catch {
    return false;
  }
}

/** gRPC's ALREADY_EXISTS. */
const isAlreadyThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 6;

/** Runs a drain and waits for this event's decision, up to `patience` ms; undefined: it is still to come. */
export async function drainAndAwait<T>(drainId: string, look: () => Promise<T | undefined>, patience: number): Promise<T | undefined> {
  const deadline = Date.now() + patience;
  const draining = drain(drainId).catch((error: unknown) => logger.error(`drain ${drainId}`, error));
  await Promise.race([draining, wait(patience)]);
  for (let pause = 20; ; pause = Math.min(200, pause * 2)) {
    const found = await look();
    if (found !== undefined || Date.now() + pause >= deadline) return found;
    await wait(pause);
  }
}
