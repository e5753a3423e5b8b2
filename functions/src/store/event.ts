import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ServiceChange } from '#domain/change/change';
import { Instant } from '#domain/time/instant';
import { db } from '../firebase';
import { at } from './documents';
import { toStored } from './instants';

const Result = z.object({ dedupKey: z.string(), action: z.string(), incidentId: z.string().nullable() });

/** `events/{id}`: inbox and archive. The body as it came, gzipped, without headers; large ones continue in `parts`. */
export const StoredEvent = z.object({
  id: z.string(), source: z.string(), integrationId: z.string(), serviceId: z.string(), drainId: z.string(),
  state: z.enum(['undecided', 'decided', 'failed']), receivedAt: Instant, decidedAt: Instant.nullable(), expireAt: Instant,
  /** `test`: the tool's own test notice; `change`: only changes; `handshake`: about the subscription. Only `alerts` are decided. */
  kind: z.enum(['alerts', 'test', 'change', 'handshake']).default('alerts'),
  /** The first alert's or change's title, for a list; `note`: what became of a handshake. */
  headline: z.string().default(''), note: z.string().nullable().default(null),
  /** How to read the bytes again. */
  contentType: z.string().default('application/json'), query: z.string().nullable().default(null),
  body: z.instanceof(Uint8Array), partCount: z.number().int().min(0),
  /** Alerts decided so far: a large event is decided in slices. */
  alertCount: z.number().int(), decidedCount: z.number().int(),
  /** Decisions that failed by the event's own fault; after five it is `failed`, so that it blocks nobody, and stays here for the admins. */
  attempts: z.number().int(),
  /** The first results, for whoever waits; a large event keeps no more than these. */
  results: z.array(Result),
});
export type StoredEvent = z.infer<typeof StoredEvent>;
export type EventDraft = Pick<StoredEvent, 'id' | 'source' | 'integrationId' | 'serviceId' | 'drainId' | 'receivedAt' | 'alertCount' | 'kind' | 'headline' | 'contentType' | 'query' | 'results'>;

const keepFor = 90 * 24 * 60 * 60 * 1000;
/** Firestore takes documents up to 1 MiB: the rest of the body goes into parts, and of the results as many are kept as fit. */
const partBytes = 400_000;
const resultBytes = 500_000;
export const keptResults = 500;

/** The first results, as many as an event keeps: 500, and fewer with long keys in a script of three bytes a letter. */
export function kept<R extends StoredEvent['results'][number]>(results: readonly R[]): R[] {
  let bytes = 0;
  const end = results.findIndex((result, index) => (bytes += Buffer.byteLength(result.dedupKey) + 100) > resultBytes || index >= keptResults);
  return end < 0 ? [...results] : results.slice(0, end);
}
/** Larger bodies lie in parts altogether: who lists the last events of an integration on a phone does not want them. */
const inlineBytes = 16_000;

/**
 * Makes the event durable: one blind create (a batch of creates where the body needs parts, or changes come with it). After it, a 2xx may be said.
 * Only alerts wait to be decided. Throws ALREADY_EXISTS for an event that is there.
 */
export async function createEvent(draft: EventDraft, rawBody: Buffer, changes: readonly ServiceChange[] = []): Promise<void> {
  const packed = gzipSync(rawBody, { level: 1 });
  const isInline = packed.length <= inlineBytes;
  const first = isInline ? packed : Buffer.alloc(0);
  const rest = isInline ? [] : Array.from({ length: Math.ceil(packed.length / partBytes) }, (_, index) => packed.subarray(index * partBytes, (index + 1) * partBytes));
  const event: StoredEvent = {
    ...draft, ...(draft.kind === 'alerts' ? { state: 'undecided', decidedAt: null } : { state: 'decided', decidedAt: draft.receivedAt }),
    expireAt: draft.receivedAt + keepFor, body: first, partCount: rest.length, decidedCount: 0, attempts: 0, note: null,
  };
  if (rest.length === 0 && changes.length === 0) {
    await at.event(draft.id).create(toStored(event));
    return;
  }
  const batch = db().batch();
  batch.create(at.event(draft.id), toStored(event));
  rest.forEach((part, index) => batch.create(at.eventPart(draft.id, index), { body: part, expireAt: new Date(event.expireAt) }));
  for (const change of changes) batch.create(at.change(change.id), toStored(change));
  await batch.commit();
}

/** The body as it came, its parts fetched where there are any. */
export async function bodyOf(event: StoredEvent): Promise<Buffer> {
  const parts = await Promise.all(Array.from({ length: event.partCount }, (_, part) => at.eventPart(event.id, part).get()));
  return gunzipSync(Buffer.concat([event.body, ...parts.map((part) => z.instanceof(Uint8Array).parse(part.get('body')))]));
}
