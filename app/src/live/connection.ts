import { useSyncExternalStore } from 'react';

export type Connection = { state: 'online' } | { state: 'offline'; since: number };

/** A listener that fell back on its cache for this long, in ms, has lost the server; a shorter time is a reconnect. */
const GRACE = 6_000;

const listeners = new Set<() => void>();
const fallenBack = new Map<string, ReturnType<typeof setTimeout> | undefined>();
const lost = new Map<string, number>();
let networkLostAt: number | null = null;
let current: Connection = { state: 'online' };

function settle() {
  const since = Math.min(networkLostAt ?? Infinity, ...lost.values());
  const next: Connection = Number.isFinite(since) ? { state: 'offline', since } : { state: 'online' };
  if (next.state === current.state && (next.state === 'online' || (current.state === 'offline' && current.since === next.since))) return;
  current = next;
  for (const listener of listeners) listener();
}

/**
 * Tells where a listener's last snapshot came from. The browser's own `online` is not enough: it is true behind a
 * captive portal, and while Rouse itself cannot be reached.
 */
export function reportFreshness(key: string, from: 'server' | 'cache' | 'gone'): void {
  if (from === 'cache') {
    const at = Date.now();
    if (!fallenBack.has(key)) fallenBack.set(key, setTimeout(() => { lost.set(key, at); settle(); }, GRACE));
    return;
  }
  clearTimeout(fallenBack.get(key));
  fallenBack.delete(key);
  lost.delete(key);
  settle();
}

function followTheBrowser() {
  const read = () => {
    networkLostAt = navigator.onLine ? null : (networkLostAt ?? Date.now());
    settle();
  };
  window.addEventListener('online', read);
  window.addEventListener('offline', read);
  read();
}
if (typeof window !== 'undefined') followTheBrowser();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Whether what the screen shows is the truth of now, and if not, since when (ms since epoch). */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}

/** The same, for what lives outside React. */
export const connection = { current: () => current, subscribe };
