import type { Contact } from '#domain/people/person';
import { useSession } from '../session/useSession';
import type { Live } from './live';
import { contact } from './people';
import { useLive } from './useLive';

/** How the signed-in person is reached: their devices, contact methods and rules. */
export function useOwnContact(): Live<Contact | null> {
  const session = useSession();
  return useLive(session.state === 'signedIn' ? contact(session.person.userId) : null);
}
