import { logger } from 'firebase-functions';
import { z } from 'zod';
import { Instant, MINUTE } from '#domain/time/instant';
import { transact } from '../commit/transact';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';

/** `health/job-{name}`: when a job of the sweep was begun last, and when one was last done to its end. */
const JobRun = z.strictObject({ startedAt: Instant, doneAt: Instant.nullable() });

/** `run` gets `since`: all before it was looked at by a run that came to its end (ms since epoch; null: none did). */
export type Job = { name: string; every: number; run: (now: number, since: number | null) => Promise<void> };

/** When this instance looks again whether a job is due: a pass every 15 s (every second in local mode) must not read for nothing. */
const lookAgainAt = new Map<string, number>();
/** One that threw is tried again after this time, however rare it is. */
const retryAfter = 10 * MINUTE;

/** Runs a job when its interval is over, on one instance of several; false when it threw, which is logged. `now`: ms since epoch. */
export async function runJob({ name, every, run }: Job, now: number): Promise<boolean> {
  if (now < (lookAgainAt.get(name) ?? 0)) return true;
  try {
    const claimed = await claimJob(name, every, now);
    lookAgainAt.set(name, claimed.dueAt);
    if (!claimed.isMine) return true;
    await run(now, claimed.since);
    await at.job(name).update(toStored({ doneAt: now }));
    return true;
  } catch (error) {
    logger.error(`watch: ${name}`, error);
    const again = Math.min(every, retryAfter);
    lookAgainAt.set(name, now + again);
    await at.job(name).set(toStored({ startedAt: now - every + again }), { merge: true }).catch((failure: unknown) => logger.error(`watch: ${name}`, failure));
    return false;
  }
}

async function claimJob(name: string, every: number, now: number): Promise<{ isMine: boolean; dueAt: number; since: number | null }> {
  return transact(async (transaction) => {
    const snapshot = await transaction.get(at.job(name));
    const before = read(JobRun, snapshot);
    const since = before?.doneAt ?? null;
    if (before !== undefined && now < before.startedAt + every) return { isMine: false, dueAt: before.startedAt + every, since };
    transaction.set(snapshot.ref, toStored({ startedAt: now, doneAt: since }));
    return { isMine: true, dueAt: now + every, since };
  });
}

/** A test's own clock begins anew: forgets when this instance looked last. */
export function forgetLooks(): void {
  lookAgainAt.clear();
}
