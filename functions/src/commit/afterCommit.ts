import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { replaceEndedPages } from '../send/endedPages';
import type { ToSend } from '../send/outbox';
import { sendAll, sendOut } from '../send/send';
import { enqueueWake } from '../wake/enqueue';
import { deleteOpenKeys } from '../store/openKeys';
import type { Committed } from './writeTurn';

/** So long (ms) whoever acted waits for what wakes nobody; the rest goes on beside it, or is the sweep's when its claim has run out. */
const patience = 1_500;
const isToldOnly = ({ notification }: ToSend) => notification.userId === null;

/**
 * What follows a commit: pages go out at once, then the wake-up is enqueued. None of it decides anything, and the sweep does what is left undone, so
 * a failure here is logged and not thrown: the commit stands.
 */
export async function afterCommit(all: readonly Committed[]): Promise<void> {
  const toSend = all.flatMap((one) => one.toSend);
  const work = [
    Promise.race([sendAll(toSend.filter(isToldOnly)), wait(patience, undefined, { ref: false })]),
    sendOut({ toSend: toSend.filter((one) => !isToldOnly(one)), toClaim: all.flatMap(({ toClaim }) => toClaim) }),
    ...all.filter(({ wakeChanged }) => wakeChanged).map(({ incident }) => enqueueWake(incident)),
    ...all.filter(({ pagesEnded }) => pagesEnded).map(({ incident }) => replaceEndedPages(incident)),
    ...all.filter(({ incident }) => incident.status === 'resolved').map(({ incident }) => deleteOpenKeys(incident.id)),
  ];
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') logger.error('after a commit', outcome.reason);
  }
}
