import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Transaction, WriteBatch } from 'firebase-admin/firestore';
import { z } from 'zod';
import { isLocal } from '../firebase';
import { at, read } from './documents';

/**
 * `secrets/{integrationId}`: what a tool signs its requests with, AES-256-GCM, in base64. An HMAC can be checked by nothing but the secret itself,
 * so a hash would not do; encrypted, neither an export nor a backup of the store gives it away. Nobody may read these documents.
 */
export const StoredSecret = z.strictObject({
  ciphertext: z.base64(), iv: z.base64(), tag: z.base64(),
  /** Which key encrypted it, so that a second key can be brought in beside the first. */
  keyVersion: z.literal(1),
});
export type StoredSecret = z.infer<typeof StoredSecret>;

const maxAge = 30_000;
/** Secrets that an instance remembers at most: what is forgotten is read again. */
const maxKnown = 1_000;
const known = new Map<string, { readAt: number; secret: Promise<string | undefined> }>();

/** Stores an integration's secret with the rest of the batch, in place of an older one. Throws where there is no key to encrypt it with. */
export function writeSecret(batch: WriteBatch | Transaction, integrationId: string, secret: string): void {
  const stored = encryptSecret(integrationId, secret, secretsKey());
  if ('commit' in batch) batch.set(at.secret(integrationId), stored);
  else batch.set(at.secret(integrationId), stored);
  known.delete(integrationId);
}

/** Removes an integration's secret with the rest of the batch; nothing happens where it has none. */
export function deleteSecret(batch: WriteBatch | Transaction, integrationId: string): void {
  batch.delete(at.secret(integrationId));
  known.delete(integrationId);
}

/**
 * The secret of an integration, undefined where it has none. Remembered for 30 s per instance, so a new one holds everywhere only after
 * that. Throws without a key, or with another key than the one that encrypted it.
 */
export function secretOf(integrationId: string): Promise<string | undefined> {
  const now = Date.now();
  const remembered = known.get(integrationId);
  if (remembered !== undefined && now - remembered.readAt < maxAge) return remembered.secret;
  const secret = readSecret(integrationId);
  // Deleted first, so that it moves to the end: the map's first is then always the oldest.
  known.delete(integrationId);
  known.set(integrationId, { readAt: now, secret });
  const [oldest] = known.keys();
  if (known.size > maxKnown && oldest !== undefined) known.delete(oldest);
  const forget = () => { if (known.get(integrationId)?.secret === secret) known.delete(integrationId); };
  // Neither a failed read nor a secret that is yet to be entered may be served for half a minute.
  secret.then((found) => { if (found === undefined) forget(); }, forget);
  return secret;
}

async function readSecret(integrationId: string): Promise<string | undefined> {
  const stored = read(StoredSecret, await at.secret(integrationId).get());
  return stored === undefined ? undefined : decryptSecret(integrationId, stored, secretsKey());
}

/** The secret as it is stored. The integration's id is authenticated with it: a ciphertext copied to another integration can't be read there. */
export function encryptSecret(integrationId: string, secret: string, key: Buffer): StoredSecret {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(integrationId));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return { ciphertext: ciphertext.toString('base64'), iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), keyVersion: 1 };
}

/** The secret itself. Throws when anything differs from what was encrypted: a byte, the key, the integration. */
export function decryptSecret(integrationId: string, { ciphertext, iv, tag }: StoredSecret, key: Buffer): string {
  try {
    // The length is said, because a shortened tag would be accepted otherwise (nodejs.org/api/crypto: decipher.setAuthTag).
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(integrationId)).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64')), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new Error(`The secret of integration ${integrationId} can't be decrypted: ROUSE_SECRETS_KEY is not the key that it was encrypted with, `
      + 'or the document was changed. Put the old key back, or enter the secret of the integration again.', { cause: error });
  }
}

/**
 * The key that secrets are encrypted with: ROUSE_SECRETS_KEY, 32 bytes in base64. Throws, with how to set it, where that is missing or no such
 * key; asked for only when a secret is read or written, so that a team without signatures needs none.
 */
export function secretsKey(encoded = process.env.ROUSE_SECRETS_KEY, local = isLocal): Buffer {
  const text = encoded?.trim() ?? '';
  // For development only, and no secret: it is written here for everybody. A deployed function never comes by this line (`isLocal`).
  if (text === '' && local) return createHash('sha256').update('rouse: development key of the local mode, no secret').digest();
  const key = /^[A-Za-z0-9+/]{43}=$/.test(text) ? Buffer.from(text, 'base64') : undefined;
  if (key !== undefined) return key;
  throw new Error(`ROUSE_SECRETS_KEY ${text === '' ? 'is missing' : 'is not 32 bytes in base64'}: make a key with \`openssl rand -base64 32\` `
    + 'and set it with `firebase functions:secrets:set ROUSE_SECRETS_KEY`, then deploy the functions again.');
}
