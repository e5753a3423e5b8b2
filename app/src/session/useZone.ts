import { useSession } from './useSession';

const ofTheDevice = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reader's time zone: the person's, or the device's before anybody is signed in. */
export function useZone(): string {
  const session = useSession();
  return session.state === 'signedIn' ? session.person.timeZone : ofTheDevice;
}
