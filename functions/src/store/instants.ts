import { Timestamp } from 'firebase-admin/firestore';

/** A field is a moment when its name says so; the domain has it in ms since epoch, Firestore as a Timestamp (which TTL and the console need). */
const isMoment = (name: string) => /(?:^at|At|Until)$/.test(name);

/** A domain value as Firestore keeps it. */
export function toStored(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, field]: [string, unknown]) => [name, stored(name, field)]));
}

function stored(name: string, field: unknown): unknown {
  if (typeof field === 'number' && isMoment(name)) return Timestamp.fromMillis(field);
  // Half an emoji, cut or pasted, is a string that Firestore refuses.
  if (typeof field === 'string') return field.toWellFormed();
  if (Array.isArray(field)) return field.map((item: unknown) => stored('', item));
  return isPlain(field) ? toStored(field) : field;
}

/** What Firestore keeps as a domain value: every Timestamp in ms since epoch. */
export function fromStored(field: unknown): unknown {
  if (field instanceof Timestamp) return field.toMillis();
  if (Array.isArray(field)) return field.map(fromStored);
  return isPlain(field) ? Object.fromEntries(Object.entries(field).map(([name, inner]) => [name, fromStored(inner)])) : field;
}

function isPlain(field: unknown): field is Record<string, unknown> {
  return typeof field === 'object' && field !== null && Object.getPrototypeOf(field) === Object.prototype;
}
