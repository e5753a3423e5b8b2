import { FieldValue } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import type { Change, TimelineEntry } from '#domain/incident/timeline';
import type { SendResult } from '#domain/notification/lifecycle';
import type { Notification } from '#domain/notification/notification';
import { reasonWords } from '#domain/notification/words';
import { idOf } from '../identity/identity';
import { at } from '../store/documents';
import { toStored } from '../store/instants';

/** Firestore's code for a document that exists already. */
const alreadyExists = 6;

/**
 * Says on the incident that a page or request did not leave: once when its provider does not answer, and why when it failed for good. What is delayed
 * silently would look like a person who does not react.
 */
export async function tellTrouble(notification: Notification, result: SendResult): Promise<void> {
  const { incidentId, kind, userName: name, channel, episode, userId, destinationId } = notification;
  if (incidentId === null || result.kind === 'sent' || (kind === 'notice' && userId !== null)) return;
  const change: Change = result.kind === 'retry'
    ? { type: 'deliveryDelayed', name, channel }
    : { type: 'deliveryFailed', name, channel, reason: reasonWords(result.reason) };
  // Once per person, channel and reason in an episode: each link of a chain would say it again.
  const about = [episode, channel, userId ?? destinationId ?? '', ...(result.kind === 'failed' ? [result.reason] : [])];
  // The store's clock: this process' own may be seconds off, and a timeline must not run backwards.
  const entry: TimelineEntry = { id: idOf('trouble', result.kind, incidentId, ...about), at: Date.now(), actor: { kind: 'rouse' }, changes: [change] };
  await at.timelineEntry(incidentId, entry.id).create({ ...toStored(entry), at: FieldValue.serverTimestamp() }).catch((error: unknown) => {
    const isThere = typeof error === 'object' && error !== null && 'code' in error && error.code === alreadyExists;
    if (!isThere) logger.warn('trouble was not told', error);
  });
}
