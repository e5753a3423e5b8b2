import type { Timestamp } from 'firebase-admin/firestore';
import type { Client } from './client';
import { unknown } from './errors';
import { operatorOf, orderOf, type Question } from './question';
import { copied, copiedMap, kept, valueAt } from './values';
import { type Stored, type Write, writeOf } from './writes';

const named = (value: unknown): string => (typeof value === 'string' && !value.includes('`') ? value : unknown('a field that is no plain name'));

export class MemoryDocument {
  readonly id: string;

  constructor(readonly firestore: Client, readonly path: string) {
    const parts = path.split('/');
    if (parts.length % 2 !== 0 || parts.includes('')) throw new Error(`${path} is no path of a document`);
    this.id = parts.at(-1) ?? '';
  }

  get parent(): MemoryCollection {
    return new MemoryCollection(this.firestore, this.path.slice(0, this.path.lastIndexOf('/')));
  }

  collection(id: string): MemoryCollection {
    return new MemoryCollection(this.firestore, `${this.path}/${id}`);
  }

  async get(): Promise<MemorySnapshot> {
    return this.firestore.read(this);
  }

  create(fields: unknown): Promise<{ writeTime: Timestamp }> {
    return this.#write(writeOf.create(this.path, fields));
  }

  set(...given: [fields: unknown, options?: { merge?: boolean }]): Promise<{ writeTime: Timestamp }> {
    return this.#write(writeOf.set(this.path, ...given));
  }

  update(...given: [fields: unknown, precondition?: { lastUpdateTime?: Timestamp }]): Promise<{ writeTime: Timestamp }> {
    return this.#write(writeOf.update(this.path, ...given));
  }

  delete(precondition?: { lastUpdateTime?: Timestamp }): Promise<{ writeTime: Timestamp }> {
    return this.#write(writeOf.delete(this.path, precondition));
  }

  isEqual(other: unknown): boolean {
    return other instanceof MemoryDocument && other.path === this.path;
  }

  async #write(write: Write): Promise<{ writeTime: Timestamp }> {
    return { writeTime: await this.firestore.commit([write]) };
  }
}

/** A document as it was at `readTime`. Its values are copied when they are asked for; what is kept is never changed. */
export class MemorySnapshot {
  readonly exists: boolean;

  constructor(readonly ref: MemoryDocument, readonly stored: Stored | undefined, readonly readTime: Timestamp, private readonly withFields = true) {
    this.exists = stored !== undefined;
  }

  get id(): string {
    return this.ref.id;
  }

  get createTime(): Timestamp | undefined {
    return this.stored?.createTime;
  }

  get updateTime(): Timestamp | undefined {
    return this.stored?.updateTime;
  }

  data(): Record<string, unknown> | undefined {
    if (this.stored === undefined) return undefined;
    return this.withFields ? copiedMap(this.stored.fields) : {};
  }

  get(field: string): unknown {
    return this.stored === undefined || !this.withFields ? undefined : copied(valueAt(this.stored.fields, named(field)));
  }
}

export class MemoryQuery {
  constructor(readonly firestore: Client, readonly question: Question) {}

  where(field: unknown, operator: unknown, value: unknown): MemoryQuery {
    return this.#with({ where: [...this.question.where, { field: named(field), operator: operatorOf(operator), value: kept(value, 'a value of where') }] });
  }

  orderBy(field: unknown, direction: 'asc' | 'desc' = 'asc'): MemoryQuery {
    return this.#with({ orderBy: [...this.question.orderBy, { field: named(field), descending: direction === 'desc' }] });
  }

  limit(limit: number): MemoryQuery {
    return this.#with({ limit });
  }

  startAfter(...cursor: unknown[]): MemoryQuery {
    const [last] = cursor;
    if (cursor.length !== 1 || !(last instanceof MemorySnapshot)) return unknown('startAfter of anything but a snapshot');
    const { stored } = last;
    if (stored === undefined) return unknown('startAfter of a document that is not there');
    return this.#with({ after: { path: stored.path, values: orderOf(this.question).map(({ field }) => valueAt(stored.fields, field)) } });
  }

  /** Ends with what has this value in the first ordered field, that included. */
  endAt(...cursor: unknown[]): MemoryQuery {
    const [value] = cursor;
    if (cursor.length !== 1 || value instanceof MemorySnapshot || orderOf(this.question).length === 0) return unknown('endAt of anything but a value of an ordered field');
    return this.#with({ endAt: { value: kept(value, 'a value of endAt') } });
  }

  /** Without fields: the answers are only found. */
  select(...fields: unknown[]): MemoryQuery {
    return fields.length > 0 ? unknown('select of fields') : this.#with({ withFields: false });
  }

  count(): { get: () => Promise<{ data: () => { count: number }; readTime: Timestamp }> } {
    return { get: async () => {
      const { size, readTime } = await this.get();
      return { readTime, data: () => ({ count: size }) };
    } };
  }

  async get(): Promise<MemoryQuerySnapshot> {
    return this.firestore.query(this);
  }

  #with(more: Partial<Question>): MemoryQuery {
    return new MemoryQuery(this.firestore, { ...this.question, ...more });
  }
}

const everything = { where: [], orderBy: [], limit: undefined, after: undefined, endAt: undefined, withFields: true } as const;

export const groupOf = (firestore: Client, id: string): MemoryQuery => new MemoryQuery(firestore, { ...everything, scope: { kind: 'group', id } });

let drawn = 0;

export class MemoryCollection extends MemoryQuery {
  readonly id: string;

  constructor(firestore: Client, readonly path: string) {
    super(firestore, { ...everything, scope: { kind: 'collection', path } });
    if (path.split('/').length % 2 !== 1) throw new Error(`${path} is no path of a collection`);
    this.id = path.split('/').at(-1) ?? '';
  }

  /** Without an id: a new one, which is not random here. */
  doc(id = `drawn${String(drawn += 1).padStart(15, '0')}`): MemoryDocument {
    return new MemoryDocument(this.firestore, `${this.path}/${id}`);
  }
}

export class MemoryQuerySnapshot {
  readonly size: number;
  readonly empty: boolean;

  constructor(readonly query: MemoryQuery, readonly docs: readonly MemorySnapshot[], readonly readTime: Timestamp) {
    this.size = docs.length;
    this.empty = docs.length === 0;
  }

  forEach(callback: (snapshot: MemorySnapshot) => void): void {
    this.docs.forEach((snapshot) => { callback(snapshot); });
  }
}
