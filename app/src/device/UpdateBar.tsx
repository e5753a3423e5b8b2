import { useEffect, useSyncExternalStore } from 'react';
import { TourBar } from '../screens/welcome/TourBar';
import { QuietAction } from '../ui';
import { update, workerRegistration } from './worker';
import './update-bar.css';

/** What stands over every screen: that a new version waits, taken only when asked and never under a thumb; and the way back to the tour. */
export function UpdateBar() {
  const waiting = useSyncExternalStore(update.subscribe, update.isWaiting);
  // Signed in or not: the shell without network and the lock screen's buttons both need the worker.
  useEffect(() => { void workerRegistration(); }, []);
  return (
    <div className="update-bar-region">
      <TourBar />
      <div role="status">
        {waiting ? (
          <div className="update-bar" data-testid="update-bar">
            <span>A new version is ready.</span>
            <QuietAction guarded onClick={update.take}>Reload</QuietAction>
          </div>
        ) : null}
      </div>
    </div>
  );
}
