import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { Timestamp } from 'firebase-admin/firestore';
import { drain } from '../accept/drain';
import { writeOut } from '../accept/tally';
import { carryOutAfterwards } from '../afterwards/carryOut';
import { beginDueAutomation } from '../automation/runDue';
import { db } from '../firebase';
import { callLate } from '../heartbeat/beat';
import { followUp } from '../send/followUp';
import { sendDue } from '../send/send';
import { at } from '../store/documents';
import { ask } from '../store/queries';
import { runWatches } from '../watch/watch';
import { advanceIncident } from './advanceIncident';
import { pingWatchdog } from './watchdog';

const atOnce = 200;
/** Items of one pass under way at a time: a drain may hold megabytes. */
const atOnceOfWork = 20;

/** What follows the ends of incidents wakes nobody: a pass does a few seconds of it, so that the ends of a storm do not keep the next pass, which pages, waiting. */
const fewAtOnce = 20;

/** Items that threw: how often, and not again before when. They hold up nobody else. */
type Stuck = ReadonlyMap<string, { attempts: number; retryAt: number }>;

/**
 * The net under every hint: advances what is due, sends what nobody sent, drains what nobody drained. One item that throws is
 * set aside with a backoff; the rest goes on. A pass without a fault pings the external dead-man URL.
 */
export async function sweep(): Promise<{ clean: boolean }> {
  const now = Date.now();
  const stuck = await readStuck();
  const [incidents, pending, abandoned, followUps, events, tallies, heartbeats, afterwards] = await Promise.all([
    ask('dueIncidents', [now]).limit(atOnce).get(),
    ask('dueNotifications', ['pending', now]).limit(atOnce).get(),
    ask('abandonedNotifications', [now]).limit(atOnce).get(),
    ask('dueFollowUps', [now]).limit(atOnce).get(),
    // A younger one is still in the hands of the request that brought it.
    ask('undecidedEvents', ['undecided', now - 1_000]).limit(atOnce).get(),
    ask('dueTallies', [now]).limit(atOnce).get(),
    ask('dueHeartbeats', [now]).limit(atOnce).get(),
    ask('dueAfterwards', [now]).limit(fewAtOnce).get(),
  ]);
  const drains = new Set(events.docs.map((event) => String(event.get('drainId'))));
  // One after the other: most of them write the same month's document, and would wait for each other's locks.
  const inTurn = oneAtATime();
  const work = [
    ...incidents.docs.map(({ id }) => ({ key: `incident-${id}`, run: () => advanceIncident(id) })),
    ...[...pending.docs, ...abandoned.docs].map(({ id }) => ({ key: `notification-${id}`, run: () => sendDue(id) })),
    ...followUps.docs.map(({ id }) => ({ key: `follow-${id}`, run: () => followUp(id) })),
    ...[...drains].map((id) => ({ key: `drain-${id}`, run: async () => { await drain(id); } })),
    ...tallies.docs.map(({ id }) => ({ key: `tally-${id}`, run: () => writeOut(id) })),
    ...heartbeats.docs.map(({ id }) => ({ key: `heartbeat-${id}`, run: () => callLate(id) })),
    ...afterwards.docs.map(({ id }) => ({ key: `afterwards-${id}`, run: () => inTurn(() => afterwardsOrLater(id, now)) })),
  ].filter(({ key }) => (stuck.get(key)?.retryAt ?? 0) <= now);

  // What was set aside and is not due any more was done by somebody else: it must not keep the dead-man ping silent.
  const asked = new Set(work.map(({ key }) => key));
  const over = [...stuck].filter(([key, { retryAt }]) => retryAt <= now && !asked.has(key)).map(([key]) => key);
  await Promise.all(over.map((key) => db().doc(`stuck/${key}`).delete()));

  const outcomes = await inTurns(work, atOnceOfWork, async ({ key, run }) => {
    try {
      await run();
      if (stuck.has(key)) await db().doc(`stuck/${key}`).delete();
      return true;
    } catch (error) {
      logger.error(`sweep: ${key}`, error);
      await setAside(key, stuck, now);
      return false;
    }
  });
  // Beside the passes, not in their way: what takes longer goes on, and is told once however often it runs.
  beginDueAutomation(now);
  const watched = await Promise.race([runWatches(now), wait(5_000, true, { ref: false })]);
  const waiting = [...stuck.values()].filter(({ retryAt }) => retryAt > now).length;
  const clean = outcomes.every(Boolean) && waiting === 0 && watched;
  await at.sweepHealth().set({ lastSweepAt: Timestamp.now(), clean, stuckCount: waiting });
  if (clean) await pingWatchdog();
  return { clean };
}

/** Figures and drafts that fail are tried again a minute later, and say so in the log alone: the dead-man ping is about pages. */
async function afterwardsOrLater(incidentId: string, now: number): Promise<void> {
  try {
    await carryOutAfterwards(incidentId);
  } catch (error) {
    logger.error(`afterwards: ${incidentId}`, error);
    await at.afterwards(incidentId).update({ dueAt: Timestamp.fromMillis(now + 60_000) });
  }
}

/** Runs what it is given one after the other; each answers as it would by itself. */
function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Runs the work, `width` items at a time, and answers their results in order. */
async function inTurns<T, R>(work: readonly T[], width: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < work.length; from += width) results.push(...await Promise.all(work.slice(from, from + width).map(run)));
  return results;
}

async function readStuck(): Promise<Stuck> {
  const { docs } = await db().collection('stuck').limit(atOnce).get();
  return new Map(docs.map((item) => {
    const retryAt: unknown = item.get('retryAt');
    return [item.id, { attempts: Number(item.get('attempts')), retryAt: retryAt instanceof Timestamp ? retryAt.toMillis() : 0 }];
  }));
}

/** Twice as long each time, from 15 s to 10 min. */
async function setAside(key: string, stuck: Stuck, now: number): Promise<void> {
  const attempts = (stuck.get(key)?.attempts ?? 0) + 1;
  const retryAt = Timestamp.fromMillis(now + Math.min(600_000, 15_000 * 2 ** (attempts - 1)));
  await db().doc(`stuck/${key}`).set({ attempts, retryAt });
}
