import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Live, Watched } from './live';
import { liveStore } from './liveStore';

const nothing = { state: 'loading' } as const;

/** What `watched` knows, as it changes; `null` watches nothing and stays `loading`. */
export function useLive<T>(watched: Watched<T> | null): Live<T> {
  // A Watched is built anew at every render; only its key says whether it is another one.
  const [held, hold] = useState(watched);
  if (held?.key !== watched?.key) hold(watched);
  const subscribe = useCallback(
    (listener: () => void) => (held ? liveStore.subscribe(held, listener) : () => undefined),
    [held],
  );
  return useSyncExternalStore(subscribe, () => (held ? liveStore.current(held) : nothing));
}
