import { useSyncExternalStore } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Notification } from '#domain/notification/notification';

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

// The page that a release makes, named before it exists: its incident, the episode that the release begins, and the step that is told again.
const givenBack = new Set<string>();

/**
 * The reader gives this incident back: paging goes on, but the page that the release itself makes needs no alarm in the face that is looking at it. That
 * page alone: the next step's or round's rings, whatever the device's clock says.
 */
export function putAsideAfterRelease({ id, escalation }: Pick<Incident, 'id' | 'escalation'>): void {
  const { episode, round, step, state } = escalation;
  const isLastResort = (state === 'paused' ? escalation.was : state) === 'lastResort';
  givenBack.add(`${id} ${episode + 1} ${isLastResort ? `last-resort.${round}` : `${round}.${step}`}`);
}

/** Whether this is the page that the reader's own release made. */
export const isGivenBack = ({ incidentId, episode, cause }: Pick<Notification, 'incidentId' | 'episode' | 'cause'>): boolean =>
  givenBack.has(`${incidentId ?? ''} ${episode} ${cause}`);

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
