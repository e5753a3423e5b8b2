import { useEffect, useSyncExternalStore } from 'react';
import { QuietAction } from '../ui';
import { update, workerRegistration } from './worker';
import './update-bar.css';

/** Says that a new version waits, and takes it when asked: never by itself, under somebody's thumb. */
export function UpdateBar() {
  const waiting = useSyncExternalStore(update.subscribe, update.isWaiting);
  // Signed in or not: the shell without network and the lock screen's buttons both need the worker.
  useEffect(() => { void workerRegistration(); }, []);
  return (
    <div role="status" className="update-bar-region">
      {waiting ? (
        <div className="update-bar" data-testid="update-bar">
          <span>A new version is ready.</span>
          <QuietAction guarded onClick={update.take}>Reload</QuietAction>
        </div>
      ) : null}
    </div>
  );
}
