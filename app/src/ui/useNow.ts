import { useSyncExternalStore } from 'react';

// One timer for every ticking time on the screen, so that two of them never show different seconds.
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
  // On the second's edge: a drifting interval would now and then skip or repeat one.
  timer = setTimeout(tick, 1_000 - (now % 1_000) + 5);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) tick();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

function current(): number {
  // Nobody is subscribed before the first render: the stored time may be old by then.
  if (listeners.size === 0 && Date.now() - now > 1_000) now = Date.now();
  return now;
}

/** The time (ms since epoch), new each second while anything on the screen asks. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current);
}

/** The time (ms since epoch), new each minute: for lists of days and shifts, which need no seconds. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(current() / 60_000) * 60_000);
}
