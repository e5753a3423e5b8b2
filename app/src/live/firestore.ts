import type { Firestore } from 'firebase/firestore';
import { configuration } from '../session/configuration';
import { firebaseApp } from '../session/firebase';
import { confirmed, onSignOut } from '../session/session';
import { liveStore } from './liveStore';

type Sdk = typeof import('firebase/firestore');
export type Database = { sdk: Sdk; db: Firestore };

/** What `begin` made last: there before anybody is confirmed, so that it can be forgotten without waiting for that. */
let begun: Promise<Database> | undefined;
let opened: Promise<Database> | undefined;
/** The sign-out under way: whoever asks for the database meanwhile gets the next person's. */
let forgotten: Promise<void> = Promise.resolve();

/**
 * The database, opened once and lazily, with a cache on disk that all tabs share: what was known is there at the next
 * launch, without network. Waits for the account, because rules refuse a reader without one.
 */
export function database(): Promise<Database> {
  opened ??= forgotten.then(async () => {
    const mine = (begun ??= begin());
    const [last] = await Promise.all([mine, confirmed()]);
    // Forgotten while it waited for the account: this one is closed.
    return mine === begun ? last : database();
  });
  const latest = opened;
  latest.catch(() => {
    if (opened === latest) opened = begun = undefined;
  });
  return latest;
}

async function begin(): Promise<Database> {
  const [sdk, app, { deployment }] = await Promise.all([import('firebase/firestore'), firebaseApp(), configuration()]);
  const { initializeFirestore, persistentLocalCache, persistentMultipleTabManager, connectFirestoreEmulator } = sdk;
  const db = initializeFirestore(app, { localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }) });
  if (deployment.local) connectFirestoreEmulator(db, '127.0.0.1', 8080);
  return { sdk, db };
}

/** Forgets everything that was read, also by earlier launches: the next person on this device must not see it. */
function forget(): Promise<void> {
  liveStore.clear();
  const last = begun;
  opened = begun = undefined;
  forgotten = forgotten.then(async () => {
    const { sdk, db } = await (last ?? begin());
    await sdk.terminate(db);
    // Fails while another tab still holds the database; that tab is signed out too and empties it then.
    await sdk.clearIndexedDbPersistence(db).catch(() => undefined);
  }).catch(() => undefined);
  return forgotten;
}
onSignOut(forget);
