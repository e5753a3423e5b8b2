import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { codes, StoreError, unknown } from './errors';

/** What a document holds: copies of what was written, which nobody outside can reach. */
export type Fields = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has another Object.prototype, and that one has none above it.
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** One value as it is kept; undefined for what `ignoreUndefinedProperties` leaves out. Throws for what Firestore refuses or this store does not know. */
export function kept(value: unknown, path: string, inArray = false): unknown {
  switch (typeof value) {
    case 'undefined': case 'boolean': case 'number': case 'string': return value;
    case 'object': break;
    default: throw new StoreError(codes.invalidArgument, `${path} is a ${typeof value}, which is no value of Firestore`);
  }
  if (value === null) return null;
  if (value instanceof Timestamp) return new Timestamp(value.seconds, Math.floor(value.nanoseconds / 1_000) * 1_000);
  if (value instanceof Date) return Timestamp.fromDate(value);
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value instanceof FieldValue) return inArray ? unknown(`a FieldValue in an array (${path})`) : value;
  if (Array.isArray(value)) {
    if (inArray) throw new StoreError(codes.invalidArgument, `${path} is an array in an array`);
    return value.map((item: unknown, index) => kept(item, `${path}[${index}]`, true)).filter((item) => item !== undefined);
  }
  if (!isMap(value)) return unknown(`values such as ${path}`);
  const map = keptMap(value, path);
  // A map of nothing but undefined is left out with them; an empty one is kept.
  return Object.keys(map).length === 0 && Object.keys(value).length > 0 ? undefined : map;
}

export function keptMap(value: Readonly<Record<string, unknown>>, path: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const field = kept(value[name], path === '' ? name : `${path}.${name}`);
    if (field !== undefined) fields[name] = field;
  }
  return fields;
}

/** A copy for a reader, who may change it. */
export function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Timestamp) return value;
  if (Array.isArray(value)) return value.map(copied);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  return copiedMap(value as Fields); // What is kept and none of the above is a map.
}

export function copiedMap(fields: Fields): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) copy[name] = copied(fields[name]);
  return copy;
}

/** The value at a dotted path; undefined where there is none. */
export function valueAt(fields: Fields, path: string): unknown {
  if (!path.includes('.')) return fields[path];
  let value: unknown = fields;
  for (const name of path.split('.')) {
    if (!isMap(value)) return undefined;
    value = value[name];
  }
  return value;
}

const orderOfTypes = (value: unknown): number => {
  if (value === null) return 0;
  if (typeof value === 'boolean') return 1;
  if (typeof value === 'number') return 2;
  if (value instanceof Timestamp) return 3;
  if (typeof value === 'string') return 4;
  if (Buffer.isBuffer(value)) return 5;
  return Array.isArray(value) ? 6 : 7;
};

/** Firestore's order of strings is that of their UTF-8 bytes; where no half of a surrogate pair is compared, that of their code units is the same. */
const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return left >= 0xd800 || right >= 0xd800 ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : left - right;
  }
  return a.length - b.length;
};

/** Firestore's order of values over all types (firebase.google.com/docs/firestore/manage-data/data-types#value_type_ordering). */
export function compare(a: unknown, b: unknown): number {
  const byType = orderOfTypes(a) - orderOfTypes(b);
  if (byType !== 0) return byType;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof Timestamp && b instanceof Timestamp) return a.seconds - b.seconds || a.nanoseconds - b.nanoseconds;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareInTurn(a, b);
  if (isMap(a) && isMap(b)) return compareInTurn(Object.entries(a).sort(([x], [y]) => compareStrings(x, y)).flat(), Object.entries(b).sort(([x], [y]) => compareStrings(x, y)).flat());
  return 0;
}

function compareInTurn(a: readonly unknown[], b: readonly unknown[]): number {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const difference = compare(a[index], b[index]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export const isSameType = (a: unknown, b: unknown): boolean => orderOfTypes(a) === orderOfTypes(b);

/** Whether two kept values are the same. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isMap(a) && isMap(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => name in b && equal(a[name], b[name]));
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  return typeof a === 'object' && a !== null && typeof b === 'object' && b !== null && isSameType(a, b) && !isMap(a) && !Array.isArray(a) && compare(a, b) === 0;
}
