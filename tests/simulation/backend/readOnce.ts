import type { DocumentSnapshot } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { Stored } from '../store/writes';
import type { Exports, Mutations } from './sources';

type Documents = typeof import('../../../functions/src/store/documents');
const module = 'functions/src/store/documents';

/** What the real `read` made of each version of a document, by schema. A version is an object that is never changed, and so is what was read of it: it is frozen. */
const known = new WeakMap<Stored, Map<z.ZodType, unknown>>();

/**
 * The `read` of a process: the backend's own, once per version of a document and schema instead of once per process and time. Most of a simulation's time went
 * there. Code that changed what it had read would throw, where it would go unnoticed otherwise.
 */
export const readOnce = (mutations: Mutations) => (exports: Exports): Exports => {
  const mutated = mutations[module]?.(exports);
  const { read } = { ...exports, ...mutated } as Documents; // The module of that name has these exports.
  // Made wrong on purpose: then nothing of it is kept.
  if (mutated !== undefined) return mutated;
  const once = <S extends z.ZodType>(schema: S, snapshot: DocumentSnapshot): z.infer<S> | undefined => {
    const { stored } = snapshot as unknown as { stored: Stored | undefined }; // The store's own snapshot.
    if (stored === undefined) return read(schema, snapshot);
    const versions = known.get(stored) ?? new Map<z.ZodType, unknown>();
    known.set(stored, versions);
    if (!versions.has(schema)) versions.set(schema, frozen(read(schema, snapshot)));
    return versions.get(schema) as z.infer<S>; // Put there under this schema.
  };
  return { read: once };
};

function frozen<T>(value: T): T {
  // Bytes can't be frozen.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
