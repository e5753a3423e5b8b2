import type { Firestore, Timestamp } from 'firebase-admin/firestore';
import type { Database } from './database';
import { unknown } from './errors';
import { directLine, type Line } from './line';
import { groupOf, MemoryCollection, MemoryDocument, type MemoryQuery, MemoryQuerySnapshot, MemorySnapshot } from './references';
import { MemoryBatch, MemoryTransaction } from './transaction';
import type { Write } from './writes';

/** gRPC codes after which the SDK tries a transaction again: cancelled, unknown, deadline, exhausted, aborted, internal, unavailable, unauthenticated. */
const triedAgain = [1, 2, 4, 8, 10, 13, 14, 16];
const isTriedAgain = (error: unknown) => error instanceof Error && 'code' in error && typeof error.code === 'number' && triedAgain.includes(error.code);

/** One process's client of a database: the part of firebase-admin's Firestore that the backend uses. Anything else throws. */
export class Client {
  constructor(private readonly database: Database, private readonly line: Line) {}

  settings({ ignoreUndefinedProperties, ...others }: { ignoreUndefinedProperties?: boolean }): void {
    if (ignoreUndefinedProperties !== true || Object.keys(others).length > 0) unknown('settings other than ignoreUndefinedProperties');
  }

  doc(path: string): MemoryDocument {
    return new MemoryDocument(this, path);
  }

  collection(path: string): MemoryCollection {
    return new MemoryCollection(this, path);
  }

  collectionGroup(id: string): MemoryQuery {
    return groupOf(this, id);
  }

  batch(): MemoryBatch {
    return new MemoryBatch(this);
  }

  getAll(...refs: MemoryDocument[]): Promise<MemorySnapshot[]> {
    return this.readAll(refs);
  }

  /** `seen`: what this must go together with, earlier reads of a transaction; ABORTED where it does not any more. */
  readAll(refs: readonly MemoryDocument[], seen: MemoryTransaction['seen'] = []): Promise<MemorySnapshot[]> {
    return this.line.carry({ kind: 'get', paths: refs.map(({ path }) => path) }, () => {
      this.database.mustStillBe(seen);
      const readTime = this.database.clock.tick();
      return refs.map((ref) => new MemorySnapshot(ref, this.database.document(ref.path), readTime));
    });
  }

  async read(ref: MemoryDocument): Promise<MemorySnapshot> {
    const [found = unknown('a read without an answer')] = await this.getAll(ref);
    return found;
  }

  query(query: MemoryQuery, seen: MemoryTransaction['seen'] = []): Promise<MemoryQuerySnapshot> {
    const { question } = query;
    return this.line.carry({ kind: 'query', paths: [question.scope.kind === 'group' ? question.scope.id : question.scope.path] }, () => {
      this.database.mustStillBe(seen);
      const readTime = this.database.clock.tick();
      const docs = this.database.answer(question).map((stored) => new MemorySnapshot(this.doc(stored.path), stored, readTime, question.withFields));
      return new MemoryQuerySnapshot(query, docs, readTime);
    });
  }

  commit(writes: readonly Write[], seen: MemoryTransaction['seen'] = []): Promise<Timestamp> {
    return this.line.carry({ kind: 'commit', paths: writes.map(({ path }) => path) }, () => this.database.commit(writes, seen));
  }

  /** Tries again as the SDK does: after what passes by itself, whoever threw it. */
  async runTransaction<T>(decide: (transaction: MemoryTransaction) => Promise<T>, { maxAttempts = 5, ...others }: { maxAttempts?: number } = {}): Promise<T> {
    if (Object.keys(others).length > 0) unknown(`a transaction with ${Object.keys(others).join()}`);
    for (let attempt = 1; ; attempt += 1) {
      const transaction = new MemoryTransaction(this);
      try {
        const result = await decide(transaction);
        await this.commit(transaction.writes, transaction.seen);
        return result;
      } catch (error) {
        if (attempt >= maxAttempts || !isTriedAgain(error)) throw error;
      }
      await this.line.pause(attempt);
    }
  }
}

/** A client as the backend's code takes it. */
export function firestoreOf(database: Database, line: Line = directLine): Firestore {
  return new Client(database, line) as unknown as Firestore; // The slice of it that contract.ts holds to the emulator.
}
