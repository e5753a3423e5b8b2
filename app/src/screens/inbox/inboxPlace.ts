import { useSyncExternalStore } from 'react';
import { onSignOut } from '../../session/session';

export type Segment = 'open' | 'mine' | 'recent';
export type InboxPlace = { segment: Segment; query: string };

const start: InboxPlace = { segment: 'open', query: '' };
let current = start;
const listeners = new Set<() => void>();

/** Where the reader is in the list: on a phone the list goes while an incident is open, and is found again as it was left. Not kept beyond this launch. */
export function goInInbox(change: Partial<InboxPlace>): void {
  current = { ...current, ...change };
  for (const listener of [...listeners]) listener();
}
onSignOut(() => goInInbox(start));

/** The place, as it changes. */
export function useInboxPlace(): InboxPlace {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  }, () => current);
}
