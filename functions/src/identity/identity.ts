import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncidentId } from '#domain/incident/incident';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** sha256, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A document id made of what identifies the document: the same parts, the same id. */
export const idOf = (...parts: readonly (string | number)[]): string => sha256(JSON.stringify(parts)).slice(0, 32);

/** A new incident id: `INC-` and six random Crockford base32 characters (2^30; the deciding commit creates, so a clash is retried). */
export function newIncidentId(): IncidentId {
  return `INC-${[...randomBytes(6)].map((byte) => crockford[byte % 32]).join('')}`;
}

/** A secret for a link, a key or a token: 24 random bytes, base64url. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** A new document id that sorts by time. */
export const newId = (now: number): string => `${now.toString(36).padStart(9, '0')}${randomBytes(8).toString('hex')}`;

/** Whether two hex digests are the same, in constant time. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The incident id that follows from a command: the same command, the same incident. `draw`: the next one, where that id was taken. */
export function incidentIdOf(userId: string, commandId: string, draw: number): IncidentId {
  const digest = createHash('sha256').update(JSON.stringify([userId, commandId, draw])).digest();
  return `INC-${[...digest.subarray(0, 6)].map((byte) => crockford[byte % 32]).join('')}`;
}
