import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { CommandAnswer } from '#domain/command/answer';
import type { OnCallCommand } from '#domain/command/oncall';
import { Destination, type DestinationSecret } from '#domain/destination/destination';
import { Notification } from '#domain/notification/notification';
import type { Person } from '#domain/people/person';
import { MINUTE } from '#domain/time/instant';
import { Runbook } from '#domain/runbook/runbook';
import { transact } from '../commit/transact';
import { db } from '../firebase';
import { isPrivateAddress } from '../http/outbound';
import { idOf } from '../identity/identity';
import { isSlackUrl, isTeamsUrl } from '../send/chat/chat';
import { destinationSecretId } from '../send/chat/tellDestination';
import { putOut, untouched } from '../send/outbox';
import { sendOut } from '../send/send';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { save } from '../store/saved';
import { deleteSecret, secretOf, writeSecret } from '../store/secrets';
import { refusal } from './refusal';

type Sent<T extends OnCallCommand['type']> = Extract<OnCallCommand, { type: T }>;

/** Saves a chat channel or webhook. Its address is encrypted and never shown again; a new webhook's signing secret is answered this once. */
export async function saveDestination(sent: Sent<'saveDestination'>, sender: Person): Promise<CommandAnswer> {
  const { name, kind, enabled, serviceIds, url, commandId } = sent;
  const id = sent.destinationId ?? idOf('destination', sender.id, commandId).slice(0, 20);
  if (url === null && sent.destinationId === null) throw refusal('invalid', [{ path: 'url', message: 'A new destination needs its address.' }]);
  if (url !== null) refuseAddress(kind, url);
  const kept = await secretOf(destinationSecretId(id));
  const before = kept === undefined ? undefined : (JSON.parse(kept) as DestinationSecret); // Written by the lines below, and by nobody else.
  // Also for a retry whose first answer was lost.
  const isNewWebhook = kind === 'webhook' && (sent.destinationId === null || (before?.secret ?? null) === null);
  const secret = kind !== 'webhook' ? null : (before?.secret ?? `whsec_${randomBytes(32).toString('base64')}`);
  const address = url ?? before?.url;
  if (address === undefined) throw refusal('no-such-destination');
  await save({
    ref: at.destination(id), schema: Destination, sender, commandId,
    change: (existing, _now, transaction) => {
      if (existing === undefined && sent.destinationId !== null) throw refusal('no-such-destination');
      if (existing !== undefined && existing.kind !== kind) throw refusal('invalid', [{ path: 'kind', message: 'The kind of a destination stays. Make a new one.' }]);
      writeSecret(transaction, destinationSecretId(id), JSON.stringify({ url: address, secret } satisfies DestinationSecret));
      return { id, name, kind, enabled, host: new URL(address).hostname, serviceIds };
    },
  });
  return { outcome: 'done', code: 'saveDestination', message: `${name} is saved. Send a test to see it arrive.`, savedId: id, ...(isNewWebhook && secret !== null ? { key: secret } : {}) };
}

function refuseAddress(kind: Destination['kind'], url: string): void {
  const wrong = (message: string) => refusal('invalid', [{ path: 'url', message }], message);
  if (kind === 'slack' && !isSlackUrl(url)) throw wrong('This is not the address of a Slack incoming webhook: https://hooks.slack.com/…');
  if (kind === 'teams' && !isTeamsUrl(url)) throw wrong('This is not the address of a Teams workflow.');
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  // A name is judged where the connection is made.
  if (isIP(host) !== 0 && isPrivateAddress(host)) throw wrong('This address is private: Rouse sends nothing there.');
}

/** Removes a destination that no policy tells. */
export async function removeDestination({ destinationId, commandId }: Sent<'removeDestination'>, sender: Person): Promise<CommandAnswer> {
  const [{ policies }, { docs }] = await Promise.all([configuration(true), db().collection('runbooks').get()]);
  const calling = docs.flatMap((found) => read(Runbook, found) ?? []).filter(({ about }) => about?.actions.some((action) => action.destinationId === destinationId) === true);
  if (calling.length > 0) throw refusal('in-use', [], `An action of ${calling.map(({ title }) => title).join(', ')} calls it. Take it out there first.`);
  const users = Object.values(policies).filter(({ steps }) => steps.some(({ targets }) => targets.some((target) => target.kind === 'destination' && target.destinationId === destinationId)));
  if (users.length > 0) throw refusal('in-use', [], `${users.map(({ name }) => name).join(', ')} still ${users.length === 1 ? 'tells' : 'tell'} it. Take it out there first.`);
  await save({
    ref: at.destination(destinationId), schema: Destination, sender, commandId,
    change: (existing, _now, transaction) => {
      if (existing === undefined) throw refusal('no-such-destination');
      deleteSecret(transaction, destinationSecretId(destinationId));
      return null;
    },
  });
  return { outcome: 'done', code: 'removeDestination', message: 'The destination is removed.', savedId: destinationId };
}

/** Sends a test message; how it went is in its notification. */
export async function testDestination({ destinationId, commandId }: Sent<'testDestination'>, sender: Person): Promise<CommandAnswer> {
  const destination = (await configuration(true)).destinations[destinationId];
  if (destination === undefined) throw refusal('no-such-destination');
  const id = idOf('notification', 'test', sender.id, commandId);
  const out = await transact(async (transaction) => {
    const found = await transaction.get(at.notification(id));
    if (read(Notification, found) !== undefined) return undefined;
    const now = found.readTime.toMillis();
    return putOut(transaction, {
      ...untouched, tokenHashes: [], id, incidentId: null, episode: 0, cause: commandId, rule: '0', kind: 'test', channel: destination.kind, methodId: null, userId: null, destinationId,
      userName: destination.name, urgency: 'low', subject: 'test', why: '', title: 'Test from Rouse', body: `${sender.name} tries whether messages arrive here.`, url: null,
      createdAt: now, dueAt: now, expiresAt: now + 2 * MINUTE, chainAt: null, followAt: null,
    }, { incident: null, isPrivate: false }, now);
  });
  if (out !== undefined) await sendOut(out);
  return { outcome: 'done', code: 'testDestination', message: 'A test is on its way.', notificationId: id };
}
