import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readers } from '#domain/access/access';
import { type Declared, queries } from './queries';

const Order = z.enum(['ASCENDING', 'DESCENDING']);
const IndexFile = z.strictObject({
  indexes: z.array(z.strictObject({
    collectionGroup: z.string(), queryScope: z.literal('COLLECTION'), fields: z.array(z.strictObject({ fieldPath: z.string(), order: Order })).min(2),
  })),
  fieldOverrides: z.array(z.strictObject({
    collectionGroup: z.string(), fieldPath: z.string(), ttl: z.literal(true).optional(),
    indexes: z.array(z.strictObject({ order: Order, queryScope: z.enum(['COLLECTION', 'COLLECTION_GROUP']) })),
  })),
});
const file = IndexFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../firestore.indexes.json'), 'utf8')));

type Index = { collection: string; equal: string[]; last: string | undefined };
const declared: [string, Declared][] = Object.entries(queries);

/**
 * The index that a query needs: its equal fields in any order, then the one of its range and order. Undefined where the automatic index of a
 * single field does (firebase.google.com/docs/firestore/query-data/index-overview); several equalities alone are merged from those.
 */
function needed({ collection, where, orderBy }: Declared): Index | undefined {
  const equal = where.filter(([, operator]) => operator === '==').map(([field]) => field).sort();
  const ranges = [...new Set(where.filter(([, operator]) => operator !== '==').map(([field]) => field))];
  const [field, direction] = orderBy ?? [ranges[0], 'asc'];
  const last = field === undefined ? undefined : `${field} ${direction === 'asc' ? 'ASCENDING' : 'DESCENDING'}`;
  return equal.length === 0 || last === undefined ? undefined : { collection, equal, last };
}

const present: Index[] = file.indexes.map(({ collectionGroup, fields }) => {
  const last = fields.at(-1);
  return { collection: collectionGroup, equal: fields.slice(0, -1).map(({ fieldPath }) => fieldPath).sort(), last: last && `${last.fieldPath} ${last.order}` };
});

describe('the declared queries', () => {
  it.each(declared)('%s has the index that it needs', (_, query) => {
    const index = needed(query);
    if (index !== undefined) expect(present).toContainEqual(index);
  });

  it.each(declared)('%s ranges over the one field that it orders by', (_, { where, orderBy }) => {
    const ranged = where.filter(([, operator]) => operator !== '==').map(([field]) => field);
    expect(ranged.every((field) => field === orderBy?.[0])).toBe(true);
  });

  it.each(declared)('%s asks no field that is exempt from indexing', (_, { collection, where, orderBy }) => {
    const asked = [...where.map(([field]) => field), ...(orderBy === undefined ? [] : [orderBy[0]])];
    const exempt = file.fieldOverrides.filter(({ collectionGroup, indexes }) => collectionGroup === collection && indexes.length === 0).map(({ fieldPath }) => fieldPath);
    // An exempt map takes its subfields along.
    expect(asked.filter((field) => exempt.some((path) => field === path || field.startsWith(`${path}.`)))).toEqual([]);
  });

  it.each(declared.filter(([, { group }]) => group))('%s, over all collections of its name, has each field indexed for that', (_, { collection, where }) => {
    const wide = file.fieldOverrides.filter(({ collectionGroup, indexes }) => collectionGroup === collection && indexes.some(({ queryScope }) => queryScope === 'COLLECTION_GROUP'));
    expect(wide.map(({ fieldPath }) => fieldPath)).toEqual(where.map(([field]) => field));
  });

  it('are enough to need an index at all, or this test would hold nothing to anything', () => {
    expect(declared.flatMap(([, query]) => needed(query) ?? []).length).toBeGreaterThan(3);
  });
});

describe('firestore.indexes.json', () => {
  it.each(present)('no index that nobody asks for: $collection $equal, $last', (index) => {
    expect(declared.map(([, query]) => needed(query))).toContainEqual(index);
  });

  it('holds nothing twice', () => {
    const keys = [...present, ...file.fieldOverrides.map(({ collectionGroup, fieldPath }) => ({ collectionGroup, fieldPath }))].map((one) => JSON.stringify(one));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets what has a time of expiry expire', () => {
    expect(file.fieldOverrides.filter(({ ttl }) => ttl).map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`).sort())
      .toEqual(['changes.expireAt', 'events.expireAt', 'invites.expireAt', 'moveIns.expiresAt', 'parts.expireAt', 'recent.expireAt', 'refusals.expireAt', 'ruleCounts.expireAt', 'statusMails.expireAt', 'statusSubscribers.expireAt']);
  });

  it('keeps what is large and never asked for out of the indexes', () => {
    const exempt = file.fieldOverrides.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`);
    expect(exempt).toEqual(expect.arrayContaining(['events.body', 'events.results', 'parts.body', 'alerts.labels', 'runbooks.markdown']));
  });

  it('names collections that exist', () => {
    const collections = new Set(Object.keys(readers).map((pattern) => pattern.split('/').at(-2)));
    const named = [...file.indexes, ...file.fieldOverrides].map(({ collectionGroup }) => collectionGroup);
    expect(named.filter((name) => !collections.has(name))).toEqual([]);
  });
});
