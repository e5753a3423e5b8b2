import { onSignOut } from '../session/session';
import type { SignedIn } from '../session/session';
import { deviceStore } from './deviceStore';
import { goTo } from './goTo';
import { startListener } from './listener';
import { startMessages } from './messages';
import { pushAdapter } from './push';
import { leaveDevice, registerDevice } from './registration';
import { unlockAtFirstTouch } from './sound';

/**
 * Makes this device ring for the person who is signed in: registers it, listens beside the push, does what taps on
 * notifications ask for, and takes it all back at sign-out. Answers how to end it.
 */
export function startDevice({ person }: SignedIn): () => void {
  let ended = false;
  const ends: (() => void)[] = [unlockAtFirstTouch(), onSignOut(leaveDevice)];
  const register = () => { void registerDevice(); };
  const again = () => { if (deviceStore.current().registration === 'failed') register(); };
  window.addEventListener('online', again);
  const lookedAt = () => { if (document.visibilityState === 'visible') again(); };
  document.addEventListener('visibilitychange', lookedAt);
  ends.push(() => window.removeEventListener('online', again), () => document.removeEventListener('visibilitychange', lookedAt));

  if (person.role !== 'stakeholder') {
    const { onNotifications, stop } = startMessages(person.userId);
    ends.push(stop, startListener(person, onNotifications));
  }
  void pushAdapter().then((adapter) => {
    if (ended) return;
    ends.push(adapter.follow({
      onPermission: register,
      onTap({ token, url, incidentId }) {
        goTo(incidentId === '' ? url : `${url}#page=${token}`);
        void import('./nativePush').then(({ postReceipt }) => postReceipt(token, 'seen'));
      },
    }));
  });
  register();
  return () => {
    ended = true;
    for (const end of ends) end();
  };
}
