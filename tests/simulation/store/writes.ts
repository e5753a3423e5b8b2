import { FieldValue, type Timestamp } from 'firebase-admin/firestore';
import { codes, StoreError, unknown } from './errors';
import { equal, type Fields, isMap, kept, keptMap } from './values';

/** A document as it is kept. A write makes another one, so who has read this one has a snapshot. */
export type Stored = { path: string; fields: Fields; createTime: Timestamp; updateTime: Timestamp };

/** One write of a commit, its values kept already: what the caller changes afterwards changes nothing here. */
export type Write =
  | { kind: 'create' | 'set' | 'merge'; path: string; fields: Fields }
  | { kind: 'update'; path: string; changes: readonly (readonly [path: string, value: unknown])[]; lastUpdateTime?: Timestamp }
  | { kind: 'delete'; path: string; lastUpdateTime?: Timestamp };

type Options = { merge?: boolean; mergeFields?: unknown };
type Precondition = { lastUpdateTime?: Timestamp; exists?: boolean };

function checked(fields: unknown): Record<string, unknown> {
  if (!isMap(fields)) throw new StoreError(codes.invalidArgument, 'a document is an object');
  return fields;
}

function lastUpdateTimeOf(precondition: Precondition | undefined): { lastUpdateTime?: Timestamp } {
  const { lastUpdateTime, ...others } = precondition ?? {};
  if (Object.keys(others).length > 0) unknown(`the precondition ${Object.keys(others).join()}`);
  return lastUpdateTime === undefined ? {} : { lastUpdateTime };
}

export const writeOf = {
  create: (path: string, fields: unknown): Write => ({ kind: 'create', path, fields: keptMap(checked(fields), '') }),
  set(path: string, fields: unknown, { merge = false, ...others }: Options = {}): Write {
    if (Object.keys(others).length > 0) unknown(`set with ${Object.keys(others).join()}`);
    return { kind: merge ? 'merge' : 'set', path, fields: keptMap(checked(fields), '') };
  },
  /** `fields`: by dotted path. */
  update(path: string, fields: unknown, precondition?: Precondition, ...more: unknown[]): Write {
    if (typeof fields === 'string' || more.length > 0) unknown('update with fields and values in turn');
    const changes = Object.entries(checked(fields)).flatMap(([name, value]) => {
      const field = kept(value, name);
      return field === undefined ? [] : [[name, field] as const];
    });
    return { kind: 'update', path, changes, ...lastUpdateTimeOf(precondition) };
  },
  delete: (path: string, precondition?: Precondition): Write => ({ kind: 'delete', path, ...lastUpdateTimeOf(precondition) }),
};

const gone = Symbol('no such field');

/** A field after a transform. The SDK's transforms say what they are by `methodName`, and keep what they were given. */
function transformed(value: unknown, before: unknown, now: Timestamp): unknown {
  if (!(value instanceof FieldValue)) return isMap(value) ? transformedMap(value, now) : value;
  const { methodName, operand, elements = [] } = value as unknown as { methodName: string; operand?: number; elements?: readonly unknown[] }; // The SDK's own, not declared.
  switch (methodName) {
    case 'FieldValue.serverTimestamp': return now;
    case 'FieldValue.increment': return (typeof before === 'number' ? before : 0) + (operand ?? 0);
    case 'FieldValue.arrayUnion': {
      const all: unknown[] = Array.isArray(before) ? [...(before as unknown[])] : [];
      for (const element of elements.map((each) => kept(each, methodName, true))) if (!all.some((each) => equal(each, element))) all.push(element);
      return all;
    }
    case 'FieldValue.delete': return gone;
    default: return unknown(methodName);
  }
}

function transformedMap(fields: Fields, now: Timestamp): Fields {
  const after: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    after[name] = transformed(fields[name], undefined, now);
    if (after[name] === gone) throw new StoreError(codes.invalidArgument, `FieldValue.delete() (${name}) stands in an update or a merge alone`);
  }
  return after;
}

/** The map with the value at this path; maps on the way are copied, and made where there are none. */
function withValue(fields: Fields, [name = '', ...rest]: readonly string[], value: unknown, now: Timestamp): Fields {
  const before = fields[name];
  const after = rest.length === 0 ? transformed(value, before, now) : withValue(isMap(before) ? before : {}, rest, value, now);
  if (after !== gone) return { ...fields, [name]: after };
  const { [name]: _gone, ...others } = fields;
  return others;
}

function merged(before: Fields, fields: Fields, now: Timestamp): Fields {
  let after = before;
  for (const [name, value] of Object.entries(fields)) {
    const old = after[name];
    // An empty map is a value of its own; the fields of another one are merged each.
    if (isMap(value) && Object.keys(value).length > 0) after = { ...after, [name]: merged(isMap(old) ? old : {}, value, now) };
    else after = withValue(after, [name], value, now);
  }
  return after;
}

/** The fields after this write of a document that is `before`; undefined: it is gone. Throws what Firestore answers to a write that does not apply. */
export function fieldsAfter(write: Write, before: Stored | undefined, now: Timestamp): Fields | undefined {
  if (write.kind === 'update' && before === undefined) throw new StoreError(codes.notFound, `NOT_FOUND: No document to update: ${write.path}`);
  if ((write.kind === 'update' || write.kind === 'delete') && write.lastUpdateTime !== undefined && before?.updateTime.isEqual(write.lastUpdateTime) !== true) {
    throw new StoreError(codes.failedPrecondition, `FAILED_PRECONDITION: ${write.path} has another update time`);
  }
  switch (write.kind) {
    case 'create':
      if (before !== undefined) throw new StoreError(codes.alreadyExists, `ALREADY_EXISTS: Document already exists: ${write.path}`);
      return transformedMap(write.fields, now);
    // The fields are replaced first: an increment in a set counts from nothing.
    case 'set': return transformedMap(write.fields, now);
    case 'merge': return merged(before?.fields ?? {}, write.fields, now);
    case 'update': return write.changes.reduce<Fields>((fields, [path, value]) => withValue(fields, path.split('.'), value, now), before?.fields ?? {});
    case 'delete': return undefined;
    default: return write satisfies never;
  }
}
