import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import type { Source } from '#domain/ingest/parsed';
import { sourceOf } from '#domain/ingest/sources';
import type { Person } from '#domain/people/person';
import { Integration, type Signature } from '#domain/service/service';
import { take } from '../accept/take';
import { idOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { addKey, replaceKeys } from '../store/integrationKeys';
import { save } from '../store/saved';
import { deleteSecret, writeSecret } from '../store/secrets';
import { refusal } from './refusal';

type Sent<T extends ConfigurationCommand['type']> = Extract<ConfigurationCommand, { type: T }>;

/** A new integration and its key, which is told this once. Sent again, the command answers a new key for the same integration. */
export async function createIntegration({ serviceId, source, name, commandId }: Sent<'createIntegration'>, sender: Person): Promise<CommandAnswer> {
  const { services } = await configuration(true);
  if (services[serviceId] === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'There is no such service.' }]);
  const known = sourceOf(source);
  if (known === undefined || known.internal === true) throw refusal('invalid', [{ path: 'source', message: 'There is no such source.' }]);
  const id = idOf('integration', sender.id, commandId);
  const { key, keyHint } = await replaceKeys(id, 0);
  const signature: Signature = known.signature?.kind === 'sns' ? { kind: 'sns', topicArn: null } : { kind: 'none' };
  await save({
    ref: at.integration(id), schema: Integration, sender, commandId,
    change: () => ({ id, name, serviceId, source, keyHint, enabled: true, removed: false, mapping: null, signature, limitPerMinute: null }),
  });
  return { outcome: 'done', code: 'createIntegration', message: 'Copy the key now: it is shown this once.', key, integrationId: id };
}

/** Saves what an admin set. A signature that needs a secret must have one, now or from before. */
export async function saveIntegration(sent: Sent<'saveIntegration'>, sender: Person): Promise<CommandAnswer> {
  const { integrationId, commandId, name, serviceId, enabled, mapping, signature, limitPerMinute, secret } = sent;
  const { services } = await configuration(true);
  if (services[serviceId] === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'There is no such service.' }]);
  const needsSecret = signature.kind === 'hmac' || signature.kind === 'token';
  // As it is stored: what this instance remembers may have been removed by another one.
  if (needsSecret && secret === undefined && !(await at.secret(integrationId).get()).exists) {
    throw refusal('secret-needed', [{ path: 'secret', message: 'Enter the secret that the tool signs with.' }]);
  }
  await save({
    ref: at.integration(integrationId), schema: Integration, sender, commandId,
    change: (before, _now, transaction) => {
      if (before === undefined || isOutOfReach(before)) throw refusal('no-such-integration');
      if (secret !== undefined) writeSecret(transaction, integrationId, secret);
      else if (!needsSecret) deleteSecret(transaction, integrationId);
      return { ...before, name, serviceId, enabled, mapping, signature, limitPerMinute };
    },
  });
  return { outcome: 'done', code: 'saveIntegration', message: `${name} is saved.`, integrationId };
}

export async function rotateIntegrationKey({ integrationId, keepOldForHours, commandId }: Sent<'rotateIntegrationKey'>, sender: Person): Promise<CommandAnswer> {
  await existing(integrationId);
  const { key, keyHint } = await replaceKeys(integrationId, keepOldForHours);
  await save({
    ref: at.integration(integrationId), schema: Integration, sender, commandId,
    change: (before) => {
      if (before === undefined) throw refusal('no-such-integration');
      return { ...before, keyHint };
    },
  });
  const old = keepOldForHours === 0 ? 'The old key works no more, within 30 s.' : `The old key works for ${keepOldForHours} h more.`;
  return { outcome: 'done', code: 'rotateIntegrationKey', message: `Copy the new key now: it is shown this once. ${old}`, key, integrationId };
}

export async function removeIntegration({ integrationId, commandId }: Sent<'removeIntegration'>, sender: Person): Promise<CommandAnswer> {
  const { name } = await existing(integrationId);
  await addKey(integrationId, null);
  await save({
    ref: at.integration(integrationId), schema: Integration, sender, commandId,
    change: (before, _now, transaction) => {
      if (before === undefined) throw refusal('no-such-integration');
      deleteSecret(transaction, integrationId);
      return { ...before, enabled: false, removed: true };
    },
  });
  return { outcome: 'done', code: 'removeIntegration', message: `${name} is removed. What it reported stays.`, integrationId };
}

/** Sends what the tool itself would send, through the whole of Rouse. */
export async function sendDemoAlert({ integrationId, status }: Sent<'sendDemoAlert'>): Promise<CommandAnswer> {
  const integration = await existing(integrationId);
  const source = sourceOf(integration.source);
  const demo = source === undefined ? null : source.demo[status];
  if (source === undefined || demo === null) throw refusal('invalid', [], `${source?.label ?? integration.source} never says that an alert is over. Resolve the incident by hand.`);
  const body = demo(Date.now());
  const { results: [result] } = await take({
    integration, source, deliveryId: null, raw: Buffer.from(JSON.stringify(body)), form: { contentType: 'application/json', query: null },
    parse: (assignedKey) => parsedDemo(source, body, assignedKey),
  });
  const incidentId = result?.incidentId ?? undefined;
  return {
    outcome: 'done', code: 'sendDemoAlert', message: incidentId === undefined ? `The demo alert was accepted: ${result?.action ?? 'nothing came of it'}.` : `${incidentId}: ${result?.action ?? ''}.`,
    ...(incidentId === undefined ? {} : { incidentId }), integrationId,
  };
}

/** A demo is in the tool's own shape, whatever fields the integration maps. */
function parsedDemo(source: Source, body: unknown, assignedKey: string) {
  const parsed = source.parse(body, { assignedKey, mapping: null });
  if (!parsed.ok) throw new Error(`the demo of ${source.name} does not parse: ${JSON.stringify(parsed.issues)}`);
  return parsed;
}

async function existing(integrationId: string): Promise<Integration> {
  const integration = read(Integration, await at.integration(integrationId).get());
  if (integration === undefined || isOutOfReach(integration)) throw refusal('no-such-integration');
  return integration;
}

/** Removed, or Rouse's own: a heartbeat's is changed with its heartbeat, which would be deaf without its key. */
const isOutOfReach = ({ removed, source }: Integration) => removed || sourceOf(source)?.internal === true;
