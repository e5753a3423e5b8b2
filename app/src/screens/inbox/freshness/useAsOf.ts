import { useEffect, useSyncExternalStore } from 'react';
import { onSignOut } from '../../../session/session';

const KEPT = 'rouse-inbox-as-of';
/** How often it is noted that the list is still the truth, in ms. */
const EVERY = 15_000;
const listeners = new Set<() => void>();
let current: number | null | undefined;

function read(): number | null {
  try {
    const at = Number(localStorage.getItem(KEPT));
    return Number.isFinite(at) && at > 0 ? at : null;
  } catch {
    return null;
  }
}

function note(at: number | null): void {
  current = at;
  try {
    if (at === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, String(at));
  } catch {
    // Storage is full or closed: it is known until the app is closed.
  }
  for (const listener of [...listeners]) listener();
}
onSignOut(() => note(null));

const store = {
  current: (): number | null => {
    if (current === undefined) current = read();
    return current;
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
};

/** When the server confirmed the list last (ms since epoch), to within 15 s, also by an earlier launch; null: not known. `isLive`: it does now. */
export function useAsOf(isLive: boolean): number | null {
  useEffect(() => {
    if (!isLive) return undefined;
    note(Date.now());
    const timer = setInterval(() => { if (document.visibilityState === 'visible') note(Date.now()); }, EVERY);
    return () => clearInterval(timer);
  }, [isLive]);
  return useSyncExternalStore(store.subscribe, store.current);
}
