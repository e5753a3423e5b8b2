import type { Timestamp } from 'firebase-admin/firestore';
import type { Clock } from './clock';
import { codes, StoreError } from './errors';
import { matching, type Question } from './question';
import { equal } from './values';
import { fieldsAfter, type Stored, type Write } from './writes';

/** What a commit changed: documents before and after, in the order of its writes. `at`: its commit time; commits are told in their order. */
export type Commit = { at: Timestamp; changes: readonly { path: string; before: Stored | undefined; after: Stored | undefined }[] };

/** What a transaction has seen, which must still be so when it commits. */
export type Seen =
  | { kind: 'document'; path: string; found: Stored | undefined }
  | { kind: 'query'; question: Question; found: readonly Stored[] };

/** The documents of one Firestore, for as many clients as like. Everything here happens at once; what takes time is the clients' lines. */
export class Database {
  readonly #documents = new Map<string, Stored>();
  /** Documents by the path of their collection, so that a query looks at no others. */
  readonly #collections = new Map<string, Map<string, Stored>>();
  readonly #listeners: ((commit: Commit) => void)[] = [];

  constructor(readonly clock: Clock) {}

  /** Calls back after each commit that changed something, before its client hears of it. */
  onCommit(listener: (commit: Commit) => void): void {
    this.#listeners.push(listener);
  }

  document(path: string): Stored | undefined {
    return this.#documents.get(path);
  }

  /** The documents of a collection as they are, in no order, for whoever watches. */
  documents(collection: string): Iterable<Stored> {
    return this.#collections.get(collection)?.values() ?? [];
  }

  answer(question: Question): Stored[] {
    const { scope } = question;
    if (scope.kind === 'collection') return matching(question, this.#collections.get(scope.path)?.values() ?? []);
    const all = [...this.#collections].flatMap(([path, documents]) => (path === scope.id || path.endsWith(`/${scope.id}`) ? [...documents.values()] : []));
    return matching(question, all);
  }

  /** All writes or none. Throws ABORTED when something of what was seen is not so any more, and what a write's precondition says. */
  commit(writes: readonly Write[], seen: readonly Seen[] = []): Timestamp {
    this.mustStillBe(seen);
    const now = this.clock.tick();
    const after = new Map<string, Stored | undefined>();
    for (const write of writes) {
      const { path } = write;
      const before = after.has(path) ? after.get(path) : this.#documents.get(path);
      const fields = fieldsAfter(write, before, now);
      if (fields === undefined) after.set(path, undefined);
      // A write that changes nothing leaves the document as it is, update time included.
      else if (before === undefined || !equal(before.fields, fields)) after.set(path, { path, fields, createTime: before?.createTime ?? now, updateTime: now });
    }
    const changes = [...after].map(([path, stored]) => ({ path, before: this.#documents.get(path), after: stored })).filter(({ before, after: stored }) => before !== stored);
    for (const change of changes) this.#keep(change.path, change.after);
    if (changes.length > 0) for (const listener of this.#listeners) listener({ at: now, changes });
    return now;
  }

  /** Throws ABORTED when something of what was seen is not so any more. */
  mustStillBe(seen: readonly Seen[]): void {
    if (!seen.every((each) => this.#isStill(each))) throw new StoreError(codes.aborted, 'ABORTED: a document that the transaction has read was changed');
  }

  #isStill(seen: Seen): boolean {
    if (seen.kind === 'document') return this.#documents.get(seen.path) === seen.found;
    const now = this.answer(seen.question);
    return now.length === seen.found.length && now.every((document, index) => document === seen.found[index]);
  }

  #keep(path: string, stored: Stored | undefined): void {
    const end = path.lastIndexOf('/');
    const collection = path.slice(0, end);
    const documents = this.#collections.get(collection) ?? new Map<string, Stored>();
    this.#collections.set(collection, documents);
    if (stored === undefined) {
      this.#documents.delete(path);
      documents.delete(path);
    } else {
      this.#documents.set(path, stored);
      documents.set(path, stored);
    }
  }
}
