import type { ReadFailure } from '../words/errors';

/**
 * What a listener knows. `cached`: this device's copy, the server has not confirmed it; `live`: it has.
 * `unreadable` counts documents that a newer Rouse wrote: shown as such, never a crash and never silently less.
 */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'cached'; value: T; unreadable: number }
  | { state: 'live'; value: T; unreadable: number }
  | { state: 'failed'; reason: ReadFailure };

export type Unsubscribe = () => void;
export type OnChange<T> = (live: Live<T>) => void;
/** Something that can be watched; two with the same key share one listener. */
export type Watched<T> = { key: string; watch: (onChange: OnChange<T>) => Unsubscribe };

/** What there is to show, from the server or the cache; undefined while loading or after a failure. */
export function known<T>(live: Live<T>): T | undefined {
  return live.state === 'cached' || live.state === 'live' ? live.value : undefined;
}
