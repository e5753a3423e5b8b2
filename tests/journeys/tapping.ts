import type { Worker } from 'playwright-core';

/**
 * Taps the notification with this tag and answers where the worker opens the app, and how long that took it (ms). The browser itself opens a window only for a finger;
 * what is asked of it is caught, and the test opens that address.
 */
export const opensAt = (worker: Worker, tag: string): Promise<{ url: string; took: number }> => worker.evaluate(async (wanted) => {
  type Scope = {
    registration: ServiceWorkerRegistration; clients: { openWindow: (url: string) => Promise<null> };
    dispatchEvent(event: Event): void; NotificationEvent: new (type: string, init: object) => Event;
  };
  const scope = globalThis as unknown as Scope; // A service worker's own globals.
  const [notification] = await scope.registration.getNotifications({ tag: wanted });
  if (notification === undefined) throw new Error(`nothing is shown under ${wanted}`);
  const began = performance.now();
  return new Promise<{ url: string; took: number }>((resolve) => {
    scope.clients.openWindow = (url) => {
      resolve({ url, took: performance.now() - began });
      return Promise.resolve(null);
    };
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification, action: '' }));
  });
}, tag);
