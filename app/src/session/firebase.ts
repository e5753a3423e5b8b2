import type { FirebaseApp } from 'firebase/app';
import type { Auth } from 'firebase/auth';
import { configuration } from './configuration';

let app: Promise<FirebaseApp> | undefined;
let auth: Promise<Auth> | undefined;

/** The Firebase app of this deployment, begun once; the SDK is fetched on first use, after the shell has painted. */
export function firebaseApp(): Promise<FirebaseApp> {
  app ??= (async () => {
    const [{ initializeApp }, { firebase }] = await Promise.all([import('firebase/app'), configuration()]);
    return initializeApp(firebase);
  })();
  app.catch(() => { app = undefined; });
  return app;
}

/** Authentication, remembered in IndexedDB alone: the popup machinery of the default set-up would double its size. */
export function firebaseAuth(): Promise<Auth> {
  auth ??= (async () => {
    const [{ initializeAuth, indexedDBLocalPersistence, connectAuthEmulator }, started, { deployment }] =
      await Promise.all([import('firebase/auth'), firebaseApp(), configuration()]);
    const created = initializeAuth(started, { persistence: indexedDBLocalPersistence });
    if (deployment.local) connectAuthEmulator(created, 'http://127.0.0.1:9099', { disableWarnings: true });
    return created;
  })();
  auth.catch(() => { auth = undefined; });
  return auth;
}
