import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import type { Request } from 'firebase-functions/https';
import { z } from 'zod';
import { Incident } from '#domain/incident/incident';
import { statusLine } from '#domain/incident/words';
import { isRinging } from '#domain/notification/alarm';
import { pushReceived } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Contact } from '#domain/people/person';
import { issuesOf } from '#domain/ingest/text';
import { readBody } from '../accept/body';
import { transact } from '../commit/transact';
import { type Reply, refuse } from '../http/reply';
import type { Params } from '../http/router';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { bundleOf } from '../send/providerStatus';
import { readView } from './pageView';
import { openToken } from './token';

const Receipt = z.strictObject({ state: z.enum(['delivered', 'seen']), deviceId: z.string().max(64).optional() });

/** `POST /v1/receipts/{token}`: the device has it, or the person has seen it. Only this proves delivery. */
export async function takeReceipt(request: Request, { token = '' }: Params): Promise<Reply> {
  const body = await readBody(request, 4_096);
  if (!body.ok) return body.problem;
  const receipt = Receipt.safeParse(body.value);
  if (!receipt.success) return refuse(400, 'wrong-shape', 'A receipt says {"state":"delivered"} or {"state":"seen"}.', issuesOf(receipt.error));
  const opened = await openToken(token);
  if (!opened.ok) return opened.problem;
  // Of a digest, every page that it told.
  const together = opened.notification.urgency === 'low' ? (await bundleOf(opened.notification.id)).slice(1) : [];
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.notification(opened.notification.id));
    const owner = await transaction.get(at.contact(opened.person.id));
    const others = together.length === 0 ? [] : await transaction.getAll(...together.map((id) => at.notification(id)));
    const [notification, contact, now] = [read(Notification, snapshot), read(Contact, owner), snapshot.readTime.toMillis()];
    if (notification === undefined) return;
    transaction.set(snapshot.ref, toStored(pushReceived(notification, receipt.data.state, now)));
    for (const other of others) {
      const each = read(Notification, other);
      if (each !== undefined) transaction.set(other.ref, toStored(pushReceived(each, receipt.data.state, now)));
    }
    const { deviceId } = receipt.data;
    if (contact === undefined || !contact.devices.some(({ id }) => id === deviceId)) return;
    transaction.set(owner.ref, toStored({ ...contact, devices: contact.devices.map((device) => (device.id === deviceId ? { ...device, lastReceiptAt: now } : device)) }));
  });
  return { status: 200, json: { status: 'noted' } };
}

/**
 * `GET /v1/pages/{token}`: whether the page still rings, for the service worker's last look, and the words to show; `page` is what the app draws its first screen
 * from, null where there is no incident to draw.
 */
export async function pageState(_request: Request, { token = '' }: Params): Promise<Reply> {
  const opened = await openToken(token);
  if (!opened.ok) return opened.problem;
  const { notification, person } = opened;
  const { title, body, incidentId } = notification;
  const incident = incidentId === null ? null : read(Incident, await at.incident(incidentId).get()) ?? null;
  const page = incident === null ? null : await viewOrNothing(incident, notification, person);
  if (notification.kind === 'notice' || isRinging(notification, incident)) return { status: 200, json: { state: 'ringing', title, body, page } };
  const facts = await configuration();
  const line = incident === null ? 'Seen already.' : statusLine(incident, { userId: person.id, zone: person.timeZone }, facts, Date.now());
  return { status: 200, json: { state: 'ended', title, body: line, page } };
}

/**
 * The service worker gives the whole answer 2 s (`app/src/sw/lastLook.ts`), and a doubt rings: so long (ms) it waits for the view, so that a page that has ended is never
 * heard because its runbook was slow to read.
 */
const viewPatience = 1_400;

/** Whether it rings decides; what it looks like must neither stand in its way nor hold it up. */
async function viewOrNothing(...of: Parameters<typeof readView>): ReturnType<typeof readView> {
  try {
    return await Promise.race([readView(...of), wait(viewPatience, null, { ref: false })]);
  } catch (error) {
    logger.error('the view of a page', error);
    return null;
  }
}
