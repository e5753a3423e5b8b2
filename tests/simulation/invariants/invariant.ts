import { Timestamp } from 'firebase-admin/firestore';
import type { Sent } from '../borders/borders';
import type { Commit, Database } from '../store/database';
import type { Stored } from '../store/writes';
import { valueAt } from '../store/values';

/** What the outside was promised: a report that was answered 2xx, by its title. */
export type Accepted = { title: string; at: number };

/** Something that must hold in every world. It looks on; what it finds broken it tells by `broken`. Times in ms since epoch by the store's clock. */
export type Watch = {
  commit?: (commit: Commit) => void;
  sent?: (sent: Sent) => void;
  /** A sweep that began then has ended, and found nothing wrong. */
  swept?: (beganAt: number) => void;
  /** Everything has come to rest, and no fault has happened for minutes. */
  atRest?: (accepted: readonly Accepted[]) => void;
};
export type Invariant = { name: string; watch: (database: Database, broken: (what: string) => void) => Watch };

/** A field of a stored document, a moment in ms since epoch. Read by hand: an invariant must not believe the schemas that it watches. */
export function field(stored: Stored | undefined, path: string): unknown {
  const value = stored === undefined ? undefined : valueAt(stored.fields, path);
  return value instanceof Timestamp ? value.toMillis() : value;
}

export const moment = (stored: Stored | undefined, path: string): number | null => {
  const value = field(stored, path);
  return typeof value === 'number' ? value : null;
};
export const text = (stored: Stored | undefined, path: string): string => String(field(stored, path));

/** The documents of a collection, in no order. */
export const all = (database: Database, path: string): Stored[] => [...database.documents(path)];

/** The id in a path such as `incidents/{id}`; undefined for another path. */
export function idIn(path: string, collection: string): string | undefined {
  const [first, id, ...rest] = path.split('/');
  return first === collection && rest.length === 0 ? id : undefined;
}
