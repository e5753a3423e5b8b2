import { assertFails, assertSucceeds, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  collection, collectionGroup, deleteDoc, doc, type Firestore, getDocs, getDocFromServer, query, setDoc, setLogLevel, updateDoc, where,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentPattern, mayRead, readers } from '#domain/access/access';
import { callers, firestoreFor, rulesEnvironment, seed } from './environment';

const patterns = Object.keys(readers) as DocumentPattern[]; // Its keys are the type's members.

/** One document per pattern, and for a contact one of one's own and one of another's. `pattern` null: not in the table, so nobody's. */
type Place = { path: string; pattern: DocumentPattern | null; ownerId?: string };
const places: Place[] = [
  ...patterns.filter((pattern) => pattern !== 'users/{id}/private/{id}').map((pattern) => ({ path: pattern.replaceAll('{id}', 'one'), pattern })),
  { path: 'users/me/private/contact', pattern: 'users/{id}/private/{id}', ownerId: 'me' },
  { path: 'users/other/private/contact', pattern: 'users/{id}/private/{id}', ownerId: 'other' },
  { path: 'users/me', pattern: 'users/{id}', ownerId: 'me' },
  { path: 'unnamed/one', pattern: null },
  { path: 'incidents/one/unnamed/one', pattern: null },
  { path: 'services/one/timeline/one', pattern: null },
  { path: 'incidents/one/timeline/one/alerts/one', pattern: null },
  { path: 'stuck/one', pattern: null },
];

let environment: RulesTestEnvironment;
beforeAll(async () => {
  // The client says aloud what it was denied, which here is what it should be.
  setLogLevel('silent');
  environment = await rulesEnvironment();
  await environment.clearFirestore();
  await seed(environment, places.map(({ path }) => path));
});
afterAll(async () => {
  await environment.clearFirestore();
  await environment.cleanup();
});

const parentOf = (db: Firestore, path: string) => collection(db, path.slice(0, path.lastIndexOf('/')));
const getOne = (db: Firestore, path: string) => getDocFromServer(doc(db, path));
const reads: Record<string, (db: Firestore, path: string) => Promise<unknown>> = {
  get: getOne,
  'get of what does not exist': (db, path) => getOne(db, `${path}-missing`),
  list: (db, path) => getDocs(parentOf(db, path)),
  'filtered list': (db, path) => getDocs(query(parentOf(db, path), where('userId', '==', 'me'))),
};
const writes = {
  create: (db: Firestore, path: string) => setDoc(doc(db, `${path}-new`), { userId: 'me', role: 'admin' }),
  'overwrite with the same content': (db: Firestore, path: string) => setDoc(doc(db, path), { name: 'seeded', userId: 'me', status: 'triggered' }),
  update: (db: Firestore, path: string) => updateDoc(doc(db, path), { name: 'changed' }),
  delete: (db: Firestore, path: string) => deleteDoc(doc(db, path)),
};

describe.each(callers)('$who', ({ reader, token }) => {
  let db: Firestore;
  beforeAll(() => {
    db = firestoreFor(environment, token);
  });

  it.each(places)('$path: reads as the table says, writes nothing', async ({ path, pattern, ownerId }) => {
    const allowed = pattern !== null && mayRead(reader, pattern, ownerId);
    await Promise.all([
      ...Object.values(reads).map(async (read): Promise<void> => {
        await (allowed ? assertSucceeds(read(db, path)) : assertFails(read(db, path)));
      }),
      ...Object.values(writes).map(async (write): Promise<void> => {
        await assertFails(write(db, path));
      }),
    ]);
    if (allowed) expect((await getOne(db, path)).data()).toMatchObject({ name: 'seeded' });
  });

  it.each([...new Set(places.map(({ path }) => path.split('/').at(-2) ?? ''))])('%s as a collection group: nothing', async (name) => {
    await assertFails(getDocs(collectionGroup(db, name)));
  });
});

it('after all of it, everything is as it was seeded', async () => {
  await environment.withSecurityRulesDisabled(async (context) => {
    const found = await Promise.all(places.map(({ path }) => context.firestore().doc(path).get()));
    expect(found.map((snapshot) => snapshot.data())).toEqual(places.map(() => ({ name: 'seeded', userId: 'me', status: 'triggered' })));
  });
});
