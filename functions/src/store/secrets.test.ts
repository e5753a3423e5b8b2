import { createCipheriv, randomBytes } from 'node:crypto';
import type { Transaction, WriteBatch } from 'firebase-admin/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Stands in for the store: documents by path, and how often one was read. */
const store = vi.hoisted(() => ({ documents: new Map<string, object>(), reads: 0, broken: false }));
vi.mock('../firebase', () => ({
  isLocal: false,
  db: () => ({
    doc: (path: string) => ({
      path,
      get: async () => {
        store.reads += 1;
        if (store.broken) throw new Error('unavailable');
        return { exists: store.documents.has(path), data: () => store.documents.get(path), ref: { path } };
      },
    }),
  }),
}));
const { decryptSecret, deleteSecret, encryptSecret, secretOf, secretsKey, StoredSecret, writeSecret } = await import('./secrets');

const key = randomBytes(32);
const flipped = (text: string) => Buffer.from(Buffer.from(text, 'base64').map((byte, index) => (index === 0 ? byte ^ 1 : byte))).toString('base64');

const writes = {
  set: ({ path }: { path: string }, value: object) => store.documents.set(path, value),
  delete: ({ path }: { path: string }) => store.documents.delete(path),
};
// Of a batch and of a transaction, what is called here; both write at once.
const transaction = writes as unknown as Transaction;
const batch = { ...writes, commit: () => undefined } as unknown as WriteBatch;

describe('a stored secret', () => {
  it.each(['s3cret-of-the-tool', 'ключ 🔑 with ünïcode', 'x'.repeat(500)])('comes back as it was: %s', (secret) => {
    const stored = encryptSecret('integration-1', secret, key);
    expect(StoredSecret.parse(stored)).toEqual(stored);
    expect(decryptSecret('integration-1', stored, key)).toBe(secret);
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('is AES-256-GCM with a 96-bit nonce, a 128-bit tag and the integration as additional data', () => {
    const stored = encryptSecret('integration-1', 'the secret', key);
    const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(stored.iv, 'base64'));
    cipher.setAAD(Buffer.from('integration-1', 'utf8'));
    expect(cipher.update('the secret', 'utf8', 'base64') + cipher.final('base64')).toBe(stored.ciphertext);
    expect(cipher.getAuthTag().toString('base64')).toBe(stored.tag);
    expect([stored.iv, stored.tag].map((text) => Buffer.from(text, 'base64').length)).toEqual([12, 16]);
  });

  it('never looks the same twice', () => {
    expect(encryptSecret('a', 'same', key).ciphertext).not.toBe(encryptSecret('a', 'same', key).ciphertext);
  });

  const stored = encryptSecret('integration-1', 'the secret', key);
  it.each([
    ['of another integration', 'integration-2', stored, key],
    ['under another key', 'integration-1', stored, randomBytes(32)],
    ['with a changed ciphertext', 'integration-1', { ...stored, ciphertext: flipped(stored.ciphertext) }, key],
    ['with a changed nonce', 'integration-1', { ...stored, iv: flipped(stored.iv) }, key],
    ['with a changed tag', 'integration-1', { ...stored, tag: flipped(stored.tag) }, key],
    ['with a shortened tag', 'integration-1', { ...stored, tag: Buffer.from(stored.tag, 'base64').subarray(0, 4).toString('base64') }, key],
  ])('%s is refused', (_, id, changed, with_) => {
    expect(() => decryptSecret(id, changed, with_)).toThrow(/can't be decrypted.*enter the secret/);
  });
});

describe('the key of secrets', () => {
  it('is 32 bytes in base64, with the newline that a pipe adds', () => {
    expect(secretsKey(`${key.toString('base64')}\n`, false)).toEqual(key);
  });

  it.each(['', ' \n'])('that is missing (%j) says how to set it', (encoded) => {
    expect(() => secretsKey(encoded, false)).toThrow(/is missing.*firebase functions:secrets:set ROUSE_SECRETS_KEY/);
  });

  it.each(['too-short', randomBytes(16).toString('base64'), randomBytes(33).toString('base64'), key.toString('hex')])('that is no key (%s) says so', (encoded) => {
    expect(() => secretsKey(encoded, false)).toThrow(/not 32 bytes.*firebase functions:secrets:set ROUSE_SECRETS_KEY/);
    expect(() => secretsKey(encoded, true)).toThrow(/not 32 bytes/);
    expect(() => secretsKey(encoded, false)).not.toThrow(new RegExp(encoded.replace(/[+/]/g, '.')));
  });

  it('is always the same in local mode, where none is set', () => {
    expect(secretsKey('', true)).toEqual(secretsKey('', true));
    expect(secretsKey('', true)).toHaveLength(32);
  });
});

describe('secrets of integrations', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.stubEnv('ROUSE_SECRETS_KEY', key.toString('base64'));
    Object.assign(store, { documents: new Map(), reads: 0, broken: false });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  it('are written encrypted, read, remembered for 30 s, replaced and deleted', async () => {
    writeSecret(batch, 'one', 'first secret');
    expect(JSON.stringify(store.documents.get('secrets/one'))).not.toContain('first');
    expect(await secretOf('one')).toBe('first secret');
    expect(await secretOf('one')).toBe('first secret');
    vi.advanceTimersByTime(29_000);
    await secretOf('one');
    expect(store.reads).toBe(1);
    vi.advanceTimersByTime(1_000);
    await secretOf('one');
    expect(store.reads).toBe(2);
    writeSecret(batch, 'one', 'second secret');
    expect(await secretOf('one')).toBe('second secret');
    deleteSecret(batch, 'one');
    expect(await secretOf('one')).toBeUndefined();
  });

  it('are written by a transaction too', async () => {
    writeSecret(transaction, 'two', 'by a transaction');
    expect(await secretOf('two')).toBe('by a transaction');
  });

  it('that do not exist yet are looked for again', async () => {
    expect(await secretOf('three')).toBeUndefined();
    store.documents.set('secrets/three', encryptSecret('three', 'entered now', key));
    expect(await secretOf('three')).toBe('entered now');
  });

  it('that could not be read are read again', async () => {
    writeSecret(batch, 'four', 'the fourth');
    store.broken = true;
    await expect(secretOf('four')).rejects.toThrow('unavailable');
    store.broken = false;
    expect(await secretOf('four')).toBe('the fourth');
  });

  it('are asked of the store once for many at a time', async () => {
    writeSecret(batch, 'five', 'the fifth');
    expect(await Promise.all([secretOf('five'), secretOf('five'), secretOf('five')])).toEqual(['the fifth', 'the fifth', 'the fifth']);
    expect(store.reads).toBe(1);
  });

  it('need the key only where they are used', async () => {
    writeSecret(batch, 'six', 'the sixth');
    vi.stubEnv('ROUSE_SECRETS_KEY', '');
    expect(() => writeSecret(batch, 'six', 'again')).toThrow(/ROUSE_SECRETS_KEY is missing/);
    await expect(secretOf('six')).rejects.toThrow(/ROUSE_SECRETS_KEY is missing/);
    expect(await secretOf('nobody')).toBeUndefined();
  });
});
