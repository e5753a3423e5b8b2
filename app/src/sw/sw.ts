import type { PrecacheEntry } from 'workbox-precaching';
import { resume } from './acknowledge';
import { arrange } from './arrange';
import { tapped } from './click';
import { answerFromStore, storeApp } from './offline';
import { receivePush } from './push';
import { worker } from './scope';

declare global {
  // The build puts the list of files in its place.
  interface WorkerGlobalScope { __WB_MANIFEST: (PrecacheEntry | string)[] }
}

storeApp(self.__WB_MANIFEST);

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), resume()]));
});

worker.addEventListener('fetch', (event) => {
  const answer = answerFromStore(event.request, worker.location.origin);
  if (answer) event.respondWith(answer);
  if (event.request.mode === 'navigate') event.waitUntil(resume());
});

worker.addEventListener('push', (event) => {
  event.waitUntil(Promise.all([receivePush(event.data?.text()), resume()]));
});

worker.addEventListener('notificationclick', (event) => {
  event.waitUntil(tapped(event.notification, event.action));
});

worker.addEventListener('notificationclose', (event) => { event.waitUntil(arrange()); });

worker.addEventListener('message', (event) => {
  // Only when somebody asked for it: a new version must not take over under an open screen.
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(worker.skipWaiting());
  else event.waitUntil(resume());
});

// Background Sync, Chromium alone: the network is back. The compiler's library does not know the event.
worker.addEventListener('sync', ((event: ExtendableEvent) => { event.waitUntil(resume()); }) as EventListener);
