import { useSyncExternalStore } from 'react';

/** After one has given an incident back, its pages need no alarm for this long, in ms: one is looking at it. */
const AFTER_RELEASE = 15_000;

// Incident or, for a test, notification → pages made up to this time (ms since epoch) stay off the screen.
let aside: ReadonlyMap<string, number> = new Map();
const listeners = new Set<() => void>();

function put(key: string, until: number) {
  aside = new Map([...aside, [key, Math.max(until, aside.get(key) ?? 0)]]);
  for (const listener of listeners) listener();
}

/**
 * The reader has taken notice of what rings for this incident (or test): it rings again only with a newer page than the
 * newest of `pages`. By the pages' own times (ms since epoch), all of the server's clock: a device's clock that is ahead would keep newer pages off the screen.
 */
export const putAside = (key: string, pages: readonly { createdAt: number }[]): void =>
  put(key, Math.max(0, ...pages.map(({ createdAt }) => createdAt)));

/** The reader gives this incident back: paging goes on, but not as an alarm in the face that is looking at it. */
export const putAsideAfterRelease = (incidentId: string): void => put(incidentId, Date.now() + AFTER_RELEASE);

/** Whether a page that was made at `createdAt` (ms since epoch) is put aside. */
export function isAside(all: ReadonlyMap<string, number>, key: string, createdAt: number): boolean {
  const until = all.get(key);
  return until !== undefined && createdAt <= until;
}

/** What is put aside now. */
export const currentAside = (): ReadonlyMap<string, number> => aside;

/** What is put aside, as it changes. */
export function useAside(): ReadonlyMap<string, number> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    currentAside,
  );
}
