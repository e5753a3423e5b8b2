import { logger } from 'firebase-functions';
import { replaceEndedPages } from '../send/endedPages';
import { sendOut } from '../send/send';
import { enqueueWake } from '../wake/enqueue';
import { deleteOpenKeys } from '../store/openKeys';
import type { Committed } from './writeTurn';

/**
 * What follows a commit: pages go out at once, then the wake-up is enqueued. None of it decides anything, and the sweep does what is left undone, so
 * a failure here is logged and not thrown: the commit stands.
 */
export async function afterCommit(all: readonly Committed[]): Promise<void> {
  const work = [
    sendOut({ toSend: all.flatMap(({ toSend }) => toSend), toClaim: all.flatMap(({ toClaim }) => toClaim) }),
    ...all.filter(({ wakeChanged }) => wakeChanged).map(({ incident }) => enqueueWake(incident)),
    ...all.filter(({ pagesEnded }) => pagesEnded).map(({ incident }) => replaceEndedPages(incident)),
    ...all.filter(({ incident }) => incident.status === 'resolved').map(({ incident }) => deleteOpenKeys(incident.id)),
  ];
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') logger.error('after a commit', outcome.reason);
  }
}
