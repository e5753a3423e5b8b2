import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { isAppPath } from './paths';

/** Stores the app at install, under the hashes that the build has put in. */
export function storeApp(manifest: (PrecacheEntry | string)[]): void {
  cleanupOutdatedCaches();
  precache(manifest);
}

/** The stored answer to a request, or undefined where the network is to answer: one shell for every path of the app. */
export function answerFromStore(request: Request, origin: string): Promise<Response> | undefined {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return undefined;
  const key = request.mode === 'navigate' ? (isAppPath(url.pathname) ? '/index.html' : null) : url.pathname;
  if (key === null || getCacheKeyForURL(key) === undefined) return undefined;
  // A browser short of space may have emptied the cache: then the network is asked as if nothing had been stored.
  return matchPrecache(key).then((stored) => stored ?? fetch(request));
}
