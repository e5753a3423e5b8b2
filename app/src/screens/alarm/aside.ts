import { useSyncExternalStore } from 'react';

/** After one has given an incident back, its pages need no alarm for this long, in ms: one is looking at it. */
const AFTER_RELEASE = 15_000;

// Incident or, for a test, notification → pages made before this time (ms since epoch) stay off the screen.
let aside: ReadonlyMap<string, number> = new Map();
const listeners = new Set<() => void>();

function put(key: string, until: number) {
  aside = new Map([...aside, [key, until]]);
  for (const listener of listeners) listener();
}

/** The reader has taken notice of what rings for this incident (or test): it rings again only with a newer page. */
export const putAside = (key: string): void => put(key, Date.now());

/** The reader gives this incident back: paging goes on, but not as an alarm in the face that is looking at it. */
export const putAsideAfterRelease = (incidentId: string): void => put(incidentId, Date.now() + AFTER_RELEASE);

/** Whether a page that was made at `createdAt` (ms since epoch) is put aside. */
export function isAside(all: ReadonlyMap<string, number>, key: string, createdAt: number): boolean {
  return createdAt < (all.get(key) ?? 0);
}

/** What is put aside, as it changes. */
export function useAside(): ReadonlyMap<string, number> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    () => aside,
  );
}
