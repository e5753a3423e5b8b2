import type { Live, Unsubscribe, Watched } from './live';

/** How long a listener outlives its last reader, in ms: going back to a list shows it at once. */
const LINGER = 20_000;

type Entry = { live: Live<unknown>; listeners: Set<() => void>; stop: Unsubscribe; linger?: ReturnType<typeof setTimeout> };
const loading: Live<never> = { state: 'loading' };

/** Shared listeners by key. A plain store, so that its states can be tested without React or Firestore. */
export function createLiveStore() {
  const entries = new Map<string, Entry>();

  function close(key: string) {
    const entry = entries.get(key);
    if (!entry || entry.listeners.size > 0) return;
    entries.delete(key);
    entry.stop();
  }

  return {
    /** Calls `listener` on every change of what `watched` knows; the first subscriber opens the listener. */
    subscribe<T>(watched: Watched<T>, listener: () => void): Unsubscribe {
      let entry = entries.get(watched.key);
      if (!entry) {
        const opened: Entry = { live: loading, listeners: new Set(), stop: () => undefined };
        entries.set(watched.key, opened);
        opened.stop = watched.watch((live) => {
          opened.live = live;
          for (const each of [...opened.listeners]) each();
        });
        entry = opened;
      }
      clearTimeout(entry.linger);
      entry.listeners.add(listener);
      const held = entry;
      return () => {
        held.listeners.delete(listener);
        if (held.listeners.size === 0) held.linger = setTimeout(() => close(watched.key), LINGER);
      };
    },

    /** What is known now. The same object until it changes, as useSyncExternalStore asks. */
    current<T>(watched: Watched<T>): Live<T> {
      // The key stands for the type: `watched` is the one that opened this entry, or its twin.
      return (entries.get(watched.key)?.live ?? loading) as Live<T>;
    },

    /** Closes everything, read or not: at sign-out, before the cache is emptied. */
    clear(): void {
      for (const entry of entries.values()) {
        clearTimeout(entry.linger);
        entry.stop();
      }
      entries.clear();
    },
  };
}

export const liveStore = createLiveStore();
