import { z } from 'zod';
import { Instant } from '#domain/time/instant';
import { database } from './firestore';
import { watchedQuery } from './watch';
import type { Database } from './firestore';

/**
 * `events/{id}`: one request that a tool made, as an admin is told of it. `headline`: what it says first; `note`: why it is not what
 * one would expect; `results`: what became of each alert in it, once it is decided.
 */
export const ReceivedEvent = z.object({
  id: z.string(), source: z.string(), kind: z.enum(['alerts', 'test', 'change', 'handshake']).default('alerts'), headline: z.string().default(''),
  state: z.enum(['undecided', 'decided', 'failed']), receivedAt: Instant, alertCount: z.number().int(),
  results: z.array(z.object({ dedupKey: z.string(), action: z.string(), incidentId: z.string().nullable() })), note: z.string().nullable().default(null),
});
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

/** `refusals/{id}`: requests that were turned away in one hour for one reason, counted. `error` is what the sender was told. */
export const Refusal = z.object({
  source: z.string(), status: z.number().int(), count: z.number().int(), lastSeenAt: Instant,
  error: z.object({
    error: z.object({
      code: z.string(), message: z.string(), issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  }).nullable().catch(null),
});
export type Refusal = z.infer<typeof Refusal>;

const newestOf = (collection: string, integrationId: string, order: string, limit: number) => ({ sdk, db }: Database) => sdk.query(
  sdk.collection(db, collection), sdk.where('integrationId', '==', integrationId), sdk.orderBy(order, 'desc'), sdk.limit(limit),
);

/** The newest 30 requests of an integration, newest first. Admins only. */
export const eventsOf = (integrationId: string) =>
  watchedQuery(`events:of:${integrationId}`, newestOf('events', integrationId, 'receivedAt', 30), ReceivedEvent);

/** The last request of an integration, or none. Admins only. */
export const lastEventOf = (integrationId: string) =>
  watchedQuery(`events:last:${integrationId}`, newestOf('events', integrationId, 'receivedAt', 1), ReceivedEvent);

/** The newest 20 refusals of an integration, newest first. Admins only. */
export const refusalsOf = (integrationId: string) =>
  watchedQuery(`refusals:of:${integrationId}`, newestOf('refusals', integrationId, 'lastSeenAt', 20), Refusal);

/** The last refusal of an integration, or none. Admins only. */
export const lastRefusalOf = (integrationId: string) =>
  watchedQuery(`refusals:last:${integrationId}`, newestOf('refusals', integrationId, 'lastSeenAt', 1), Refusal);

/**
 * The body of one event as it came; null where it cannot be shown: it is too large for one document (its rest is nobody's to read), gone, or
 * there is no network. Read once: a body never changes.
 */
export async function bodyOf(eventId: string): Promise<string | null> {
  try {
    const { sdk, db } = await database();
    const stored = await sdk.getDoc(sdk.doc(db, 'events', eventId));
    const body: unknown = stored.get('body');
    if (stored.get('partCount') !== 0 || !(body instanceof sdk.Bytes)) return null;
    const packed = new Uint8Array(body.toUint8Array());
    return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  } catch (error) {
    console.warn(`The body of ${eventId} could not be read.`, error);
    return null;
  }
}
