import { useSyncExternalStore } from 'react';
import { sessionStore } from './session';
import type { Session, SignedInPerson } from './session';

/** Who is signed in, as it changes. */
export function useSession(): Session {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.current);
}

/** The signed-in person. Screens behind the session's gate alone may ask; elsewhere it throws, which is a bug. */
export function usePerson(): SignedInPerson {
  const session = useSession();
  if (session.state !== 'signedIn') throw new Error('usePerson was asked outside the session gate');
  return session.person;
}
