import { logger } from 'firebase-functions';

/** How long (ms) this process believes that a drain is in a burst, once it has found it so. */
const believedFor = 1_000;
/** How long (ms) after the first of them a burst's requests are drained, when they leave it to one. */
const gathering = 500;
const believed = new Map<string, number>();
const planned = new Set<string>();

/** Whether somebody was found draining a burst here a moment ago: then an event that is durable needs nothing more from its request. */
export function isInBurst(drainId: string): boolean {
  const until = believed.get(drainId);
  if (until === undefined) return false;
  if (until > performance.now()) return true;
  believed.delete(drainId);
  return false;
}

/** Remembers for a second that a drain was found in a burst. */
export function foundBurst(drainId: string): void {
  believed.set(drainId, performance.now() + believedFor);
}

/**
 * Drains half a second from now, once for however many events: the burst may have ended just before the last of them was durable. The sweep is the net under
 * this, for a process whose CPU is taken away meanwhile.
 */
export function lookAgain(drainId: string, drain: (drainId: string) => Promise<unknown>): void {
  if (planned.has(drainId)) return;
  planned.add(drainId);
  setTimeout(() => {
    planned.delete(drainId);
    drain(drainId).catch((error: unknown) => logger.error(`drain ${drainId}`, error));
  }, gathering);
}
