import type { z } from 'zod';

type TimestampLike = { toMillis(): number };

function isTimestamp(value: object): value is TimestampLike {
  return 'toMillis' in value && typeof value.toMillis === 'function';
}

/**
 * What Firestore stores as the domain speaks it: every Timestamp, however deep, becomes whole ms since epoch.
 * Whole, because the SDK keeps nanoseconds and the domain's instants are integers.
 */
export function fromFirestore(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isTimestamp(value)) return Math.floor(value.toMillis());
  if (Array.isArray(value)) return value.map(fromFirestore);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromFirestore(inner)]));
}

/**
 * Deletes in `value` the fields that `issues` call unknown; false, and nothing deleted, if anything else is wrong with it.
 * A field that a newer Rouse added takes nothing from what this app knows how to read.
 */
function dropUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): boolean {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length < issues.length) return false;
  for (const { path, keys } of unknown) {
    const holder = path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);
    if (isRecord(holder)) for (const key of keys) Reflect.deleteProperty(holder, key);
  }
  return true;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

const reported = new Set<string>();

/**
 * A document as its schema says it, without fields it does not know, or null when it does not parse all the same:
 * it was written by a newer Rouse than this app. That is warned of once per document, not once per snapshot. `path` names it in the warning.
 */
export function parseDocument<T>(schema: z.ZodType<T>, path: string, stored: unknown): T | null {
  // A copy throughout: the SDK's own object stays as it is.
  const value = fromFirestore(stored);
  let parsed = schema.safeParse(value);
  if (!parsed.success && dropUnknown(value, parsed.error.issues)) parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (!reported.has(path)) {
    reported.add(path);
    console.warn(`${path} does not parse`, parsed.error.issues);
  }
  return null;
}
