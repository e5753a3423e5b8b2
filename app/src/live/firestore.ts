import type { Firestore } from 'firebase/firestore';
import { configuration } from '../session/configuration';
import { firebaseApp } from '../session/firebase';
import { confirmed, onSignOut } from '../session/session';
import { liveStore } from './liveStore';

type Sdk = typeof import('firebase/firestore');
export type Database = { sdk: Sdk; db: Firestore };

let opened: Promise<Database> | undefined;

/**
 * The database, opened once and lazily, with a cache on disk that all tabs share: what was known is there at the next
 * launch, without network. Waits for the account, because rules refuse a reader without one.
 */
export function database(): Promise<Database> {
  opened ??= open();
  opened.catch(() => { opened = undefined; });
  return opened;
}

async function open(): Promise<Database> {
  const [sdk, app, { deployment }] = await Promise.all([import('firebase/firestore'), firebaseApp(), configuration(), confirmed()]);
  const { initializeFirestore, persistentLocalCache, persistentMultipleTabManager, connectFirestoreEmulator } = sdk;
  const db = initializeFirestore(app, { localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }) });
  if (deployment.local) connectFirestoreEmulator(db, '127.0.0.1', 8080);
  return { sdk, db };
}

/** Forgets everything that was read, also by earlier launches: the next person on this device must not see it. */
async function forget(): Promise<void> {
  liveStore.clear();
  const { sdk, db } = await (opened ?? open());
  opened = undefined;
  await sdk.terminate(db);
  // Fails while another tab still holds the database; that tab is signed out too and empties it then.
  await sdk.clearIndexedDbPersistence(db).catch(() => undefined);
}
onSignOut(forget);
