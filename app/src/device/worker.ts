import { Workbox } from 'workbox-window';

/** How often an app that stays open looks for a new version, in ms. */
const UPDATE_EVERY = 60 * 60_000;

let registered: Promise<ServiceWorkerRegistration | null> | undefined;
let workbox: Workbox | undefined;
let waiting = false;
const listeners = new Set<() => void>();

/** Our service worker, registered once; null where there can be none (the native shell, the development server). */
export function workerRegistration(): Promise<ServiceWorkerRegistration | null> {
  registered ??= register();
  return registered;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null;
  workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', () => {
    waiting = true;
    for (const listener of listeners) listener();
  });
  // Claiming the first page is no update; a reload there would be for nothing.
  workbox.addEventListener('controlling', ({ isUpdate }) => { if (isUpdate && waiting) location.reload(); });
  try {
    const registration = await workbox.register();
    if (!registration) return null;
    let lookedAt = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - lookedAt < UPDATE_EVERY) return;
      lookedAt = Date.now();
      void registration.update().catch(() => undefined);
    });
    // The network is back, or the app is: what was tapped and not answered is sent again.
    const wake = () => registration.active?.postMessage({ type: 'WAKE' });
    window.addEventListener('online', wake);
    wake();
    return await navigator.serviceWorker.ready;
  } catch {
    registered = undefined;
    return null;
  }
}

/** Whether a new version waits to take over. */
export const update = {
  isWaiting: () => waiting,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  /** Lets it take over; the page reloads as soon as it has. */
  take: (): void => { workbox?.messageSkipWaiting(); },
};
