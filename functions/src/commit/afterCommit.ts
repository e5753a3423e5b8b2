import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { replaceEndedPages } from '../send/endedPages';
import type { ToSend } from '../send/outbox';
import { sendAll, sendOut } from '../send/send';
import { enqueueWake } from '../wake/enqueue';
import { deleteOpenKeys } from '../store/openKeys';
import type { Committed } from './writeTurn';

/**
 * So long (ms) whoever acted waits for what wakes nobody: an acknowledge must not look as if it had failed because a chat channel, or a push service that has to say
 * how it ended, does not answer. The rest goes on beside it, or is the sweep's when its claim has run out.
 */
const patience = 1_500;
const isToldOnly = ({ notification }: ToSend) => notification.userId === null;

/**
 * What follows a commit: pages go out at once, then the wake-up is enqueued. None of it decides anything, and the sweep does what is left undone, so
 * a failure here is logged and not thrown: the commit stands.
 */
export async function afterCommit(all: readonly Committed[]): Promise<void> {
  const toSend = all.flatMap((one) => one.toSend);
  const besides = [sendAll(toSend.filter(isToldOnly)), ...all.filter(({ pagesEnded }) => pagesEnded).map(({ incident }) => replaceEndedPages(incident))].map(logged);
  const work = [
    Promise.race([Promise.all(besides), wait(patience, undefined, { ref: false })]),
    sendOut({ toSend: toSend.filter((one) => !isToldOnly(one)), toClaim: all.flatMap(({ toClaim }) => toClaim) }),
    ...all.filter(({ wakeChanged }) => wakeChanged).map(({ incident }) => enqueueWake(incident)),
    ...all.filter(({ incident }) => incident.status === 'resolved').map(({ incident }) => deleteOpenKeys(incident.id)),
  ];
  await Promise.all(work.map(logged));
}

/** Also what is no longer waited for says when it fails, and ends no process. */
const logged = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => { logger.error('after a commit', error); });
