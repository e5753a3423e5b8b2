import type { DocumentReference, FirestoreError, Query } from 'firebase/firestore';
import type { z } from 'zod';
import type { ReadFailure } from '../words/errors';
import { reportFreshness } from './connection';
import { parseDocument } from './convert';
import { database } from './firestore';
import type { Database } from './firestore';
import type { OnChange, Unsubscribe, Watched } from './live';

/** A query or document, built once the SDK is there. */
type Build<T> = (database: Database) => T;

/** Watches one document; its value is null where there is none. */
export function watchedDocument<T>(path: string, schema: z.ZodType<T>): Watched<T | null> {
  return {
    key: path,
    watch: (onChange) => follow<T | null>(path, onChange, ({ sdk, db }, fail) => {
      const reference: DocumentReference = sdk.doc(db, path);
      return sdk.onSnapshot(reference, { includeMetadataChanges: true }, (snapshot) => {
        const { fromCache } = snapshot.metadata;
        // Not in the cache says nothing about the server: keep waiting for it, unless there is no network to wait for.
        if (!snapshot.exists() && fromCache) {
          if (!navigator.onLine) onChange({ state: 'failed', reason: 'unavailable' });
          return;
        }
        reportFreshness(path, fromCache ? 'cache' : 'server');
        const value = snapshot.exists() ? parseDocument(schema, path, snapshot.data({ serverTimestamps: 'estimate' })) : null;
        if (snapshot.exists() && value === null) onChange({ state: 'failed', reason: 'newerApp' });
        else onChange({ state: fromCache ? 'cached' : 'live', value, unreadable: 0 });
      }, fail);
    }),
  };
}

/** Watches the documents of a query, in its order. `key` names it among all watched things. */
export function watchedQuery<T>(key: string, build: Build<Query>, schema: z.ZodType<T>): Watched<T[]> {
  return {
    key,
    watch: (onChange) => follow<T[]>(key, onChange, (opened, fail) =>
      opened.sdk.onSnapshot(build(opened), { includeMetadataChanges: true }, (snapshot) => {
        const { fromCache } = snapshot.metadata;
        // An empty cache is no news; a full one is.
        if (fromCache && snapshot.empty && navigator.onLine) return;
        reportFreshness(key, fromCache ? 'cache' : 'server');
        const parsed = snapshot.docs.map((document) => parseDocument(schema, document.ref.path, document.data()));
        const value = parsed.filter((each) => each !== null);
        onChange({ state: fromCache ? 'cached' : 'live', value, unreadable: parsed.length - value.length });
      }, fail)),
  };
}

/** Waits before a failed listener is opened again, in ms: doubled from the first to the longest. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/**
 * Begins `listen` when the database is open, and stops it whether or not that has happened by then. The SDK ends a listener
 * that failed, for good: it is opened again after a pause, and at once when the network comes back.
 */
function follow<T>(key: string, onChange: OnChange<T>, listen: (opened: Database, fail: (error: FirestoreError) => void) => Unsubscribe): Unsubscribe {
  let stopped = false;
  let stop: Unsubscribe = () => undefined;
  let pause = FIRST_PAUSE;
  let begunAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fail = (reason: ReadFailure) => {
    if (stopped || timer !== undefined) return;
    // A refusal is the server's own word: the connection stands.
    reportFreshness(key, reason === 'denied' ? 'gone' : 'cache');
    // One that held for a while failed anew, not again.
    if (Date.now() - begunAt > LONGEST_PAUSE) pause = FIRST_PAUSE;
    timer = setTimeout(begin, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    onChange({ state: 'failed', reason });
  };
  const begin = () => {
    clearTimeout(timer);
    timer = undefined;
    begunAt = Date.now();
    stop();
    stop = () => undefined;
    database().then((opened) => {
      if (!stopped) stop = listen(opened, (error) => fail(error.code === 'permission-denied' ? 'denied' : 'unavailable'));
    }).catch((error: unknown) => {
      console.warn(`${key} could not be watched`, error);
      fail('unavailable');
    });
  };
  const onOnline = () => { if (timer !== undefined) begin(); };
  window.addEventListener('online', onOnline);
  begin();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', onOnline);
    reportFreshness(key, 'gone');
    stop();
  };
}
