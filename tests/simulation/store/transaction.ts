import type { Timestamp } from 'firebase-admin/firestore';
import type { Client } from './client';
import type { Seen } from './database';
import { unknown } from './errors';
import { type MemoryDocument, MemoryQuery, type MemoryQuerySnapshot, type MemorySnapshot } from './references';
import { type Write, writeOf } from './writes';

/** Writes that are gathered, for one commit. */
class Gathered {
  readonly writes: Write[] = [];

  create(ref: MemoryDocument, fields: unknown): this {
    return this.#add(writeOf.create(ref.path, fields));
  }

  set(ref: MemoryDocument, ...given: [fields: unknown, options?: { merge?: boolean }]): this {
    return this.#add(writeOf.set(ref.path, ...given));
  }

  update(ref: MemoryDocument, ...given: [fields: unknown, precondition?: { lastUpdateTime?: Timestamp }]): this {
    return this.#add(writeOf.update(ref.path, ...given));
  }

  delete(ref: MemoryDocument, precondition?: { lastUpdateTime?: Timestamp }): this {
    return this.#add(writeOf.delete(ref.path, precondition));
  }

  #add(write: Write): this {
    this.writes.push(write);
    return this;
  }
}

export class MemoryBatch extends Gathered {
  #committed = false;

  constructor(private readonly firestore: Client) {
    super();
  }

  async commit(): Promise<{ writeTime: Timestamp }[]> {
    if (this.#committed) throw new Error('Cannot modify a WriteBatch that has been committed.');
    this.#committed = true;
    const writeTime = await this.firestore.commit(this.writes);
    return this.writes.map(() => ({ writeTime }));
  }
}

/**
 * One try of a transaction. What it has read is compared at each further read and when it commits, so it is as if all of it happened in that moment. The real
 * Firestore locks what is read instead: the same histories come through, and others wait where here they are tried again.
 */
export class MemoryTransaction extends Gathered {
  readonly seen: Seen[] = [];

  constructor(private readonly firestore: Client) {
    super();
  }

  get(document: MemoryDocument): Promise<MemorySnapshot>;
  get(query: MemoryQuery): Promise<MemoryQuerySnapshot>;
  async get(asked: MemoryDocument | MemoryQuery): Promise<MemorySnapshot | MemoryQuerySnapshot> {
    this.#mustRead();
    if (asked instanceof MemoryQuery) {
      const found = await this.firestore.query(asked, this.seen);
      this.seen.push({ kind: 'query', question: asked.question, found: found.docs.flatMap(({ stored }) => stored ?? []) });
      return found;
    }
    const [found = unknown('a read without an answer')] = await this.getAll(asked);
    return found;
  }

  async getAll(...refs: MemoryDocument[]): Promise<MemorySnapshot[]> {
    this.#mustRead();
    const found = await this.firestore.readAll(refs, this.seen);
    for (const { ref: { path }, stored } of found) this.seen.push({ kind: 'document', path, found: stored });
    return found;
  }

  #mustRead(): void {
    if (this.writes.length > 0) throw new Error('Firestore transactions require all reads to be executed before all writes.');
  }
}
