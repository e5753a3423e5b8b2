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

/** Begins `listen` when the database is open, and stops it whether or not that has happened by then. */
function follow<T>(key: string, onChange: OnChange<T>, listen: (opened: Database, fail: (error: FirestoreError) => void) => Unsubscribe): Unsubscribe {
  let stopped = false;
  let stop: Unsubscribe = () => undefined;
  const fail = (reason: ReadFailure) => {
    reportFreshness(key, 'gone');
    if (!stopped) onChange({ state: 'failed', reason });
  };
  database().then(
    (opened) => {
      if (!stopped) stop = listen(opened, (error) => fail(error.code === 'permission-denied' ? 'denied' : 'unavailable'));
    },
    () => fail('unavailable'),
  );
  return () => {
    stopped = true;
    reportFreshness(key, 'gone');
    stop();
  };
}
