import { z } from 'zod';
import { Integration } from '#domain/service/service';
import { sha256 } from '../identity/identity';
import { at, read } from './documents';

export const IntegrationKey = z.strictObject({ integrationId: z.string() });

const maxAge = 30_000;
const known = new Map<string, { readAt: number; integration: Integration }>();

/** The integration that this key opens; looked up by its hash, so no key is stored or compared. Known keys are remembered for 30 s. */
export async function integrationOfKey(key: string): Promise<Integration | undefined> {
  const hash = sha256(key);
  const remembered = known.get(hash);
  if (remembered !== undefined && Date.now() - remembered.readAt < maxAge) return remembered.integration;
  known.delete(hash);
  const found = read(IntegrationKey, await at.integrationKey(hash).get());
  const integration = found === undefined ? undefined : read(Integration, await at.integration(found.integrationId).get());
  if (integration !== undefined) known.set(hash, { readAt: Date.now(), integration });
  return integration;
}
