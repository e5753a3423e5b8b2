import { z } from 'zod';
import { Instant } from '#domain/time/instant';
import { Integration } from '#domain/service/service';
import { db } from '../firebase';
import { newSecret, sha256 } from '../identity/identity';
import { configurationAge } from './configuration';
import { at, read } from './documents';
import { toStored } from './instants';
import { ask } from './queries';

/** `integrationKeys/{sha256(key)}`: `validUntil` is set when the key was replaced and goes on for a while. */
export const IntegrationKey = z.strictObject({ integrationId: z.string(), validUntil: Instant.nullable().default(null) });

const known = new Map<string, { readAt: number; integration: Integration }>();

/**
 * The integration that this key opens; looked up by its hash, so no key is stored or compared. Known keys are remembered as long as
 * configuration is (30 s): so long a key works on after it was taken back.
 */
export async function integrationOfKey(key: string): Promise<Integration | undefined> {
  const hash = sha256(key);
  const remembered = known.get(hash);
  if (remembered !== undefined && Date.now() - remembered.readAt < configurationAge) return remembered.integration;
  known.delete(hash);
  const found = read(IntegrationKey, await at.integrationKey(hash).get());
  if (found !== undefined && found.validUntil !== null && found.validUntil <= Date.now()) return undefined;
  const integration = found === undefined ? undefined : read(Integration, await at.integration(found.integrationId).get());
  if (integration !== undefined) known.set(hash, { readAt: Date.now(), integration });
  return integration;
}

const hour = 60 * 60 * 1000;

/** A new key for an integration; its others work on for so many hours, or are gone at once. The key itself is answered this once. */
export async function replaceKeys(integrationId: string, keepOldForHours: number): Promise<{ key: string; keyHint: string }> {
  const key = newSecret();
  await addKey(integrationId, key, keepOldForHours);
  return { key, keyHint: key.slice(-4) };
}

/** Adds a key (null: none) and ends the others of this integration. */
export async function addKey(integrationId: string, key: string | null, keepOldForHours = 0): Promise<void> {
  const { docs } = await ask('keysOfIntegration', [integrationId]).get();
  const batch = db().batch();
  for (const old of docs) {
    if (keepOldForHours === 0) batch.delete(old.ref);
    else batch.set(old.ref, toStored({ integrationId, validUntil: Math.min(read(IntegrationKey, old)?.validUntil ?? Infinity, Date.now() + keepOldForHours * hour) }));
  }
  if (key !== null) batch.create(at.integrationKey(sha256(key)), toStored({ integrationId, validUntil: null }));
  await batch.commit();
  known.clear();
}
