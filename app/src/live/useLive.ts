import { useCallback, useSyncExternalStore } from 'react';
import type { Live, Watched } from './live';
import { liveStore } from './liveStore';

const nothing = { state: 'loading' } as const;

/** What `watched` knows, as it changes; `null` watches nothing and stays `loading`. */
export function useLive<T>(watched: Watched<T> | null): Live<T> {
  const key = watched?.key ?? null;
  // A Watched is built anew at every render; only its key says whether it is another one.
  // eslint-plugin-react-hooks sees the same through `key`.
  const subscribe = useCallback(
    (listener: () => void) => (watched ? liveStore.subscribe(watched, listener) : () => undefined),
    [key],
  );
  return useSyncExternalStore(subscribe, () => (watched ? liveStore.current(watched) : nothing));
}
