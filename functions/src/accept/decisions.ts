import type { StoredEvent } from '../store/event';

/** Requests of this process that wait for what becomes of their event. */
const waiting = new Map<string, (results: StoredEvent['results']) => void>();

/** What this process decides about an event while the work runs: heard at once, without reading the event again. */
export async function whileHearing<T>(eventId: string, work: (heard: Promise<StoredEvent['results']>) => Promise<T>): Promise<T> {
  const heard = new Promise<StoredEvent['results']>((resolve) => { waiting.set(eventId, resolve); });
  try {
    return await work(heard);
  } finally {
    waiting.delete(eventId);
  }
}

/** Tells whoever waits here that an event is decided, after the commit. */
export function tellDecided(eventId: string, results: StoredEvent['results']): void {
  waiting.get(eventId)?.(results);
}
