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

const reported = new Set<string>();

/**
 * A document as its schema says it, or null when it does not parse: it was written by a newer Rouse than this app.
 * That is warned of once per document, not once per snapshot. `path` names it in the warning.
 */
export function parseDocument<T>(schema: z.ZodType<T>, path: string, stored: unknown): T | null {
  const parsed = schema.safeParse(fromFirestore(stored));
  if (parsed.success) return parsed.data;
  if (!reported.has(path)) {
    reported.add(path);
    console.warn(`${path} does not parse`, parsed.error.issues);
  }
  return null;
}
