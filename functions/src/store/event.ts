import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { Instant } from '#domain/time/instant';
import { db } from '../firebase';
import { at } from './documents';
import { toStored } from './instants';

const Result = z.object({ dedupKey: z.string(), action: z.string(), incidentId: z.string().nullable() });

/** `events/{id}`: inbox and archive. The body as it came, gzipped, without headers; large ones continue in `parts`. */
export const StoredEvent = z.object({
  id: z.string(), source: z.string(), integrationId: z.string(), serviceId: z.string(), drainId: z.string(),
  state: z.enum(['undecided', 'decided', 'failed']), receivedAt: Instant, decidedAt: Instant.nullable(), expireAt: Instant,
  body: z.instanceof(Uint8Array), partCount: z.number().int().min(0),
  /** Alerts decided so far: a large event is decided in slices. */
  alertCount: z.number().int(), decidedCount: z.number().int(),
  /** Decisions that failed by the event's own fault; after five it is `failed`, so that it blocks nobody, and stays here for the admins. */
  attempts: z.number().int(),
  /** The first results, for whoever waits; a large event keeps no more than these. */
  results: z.array(Result),
});
export type StoredEvent = z.infer<typeof StoredEvent>;
export type EventDraft = Pick<StoredEvent, 'id' | 'source' | 'integrationId' | 'serviceId' | 'drainId' | 'receivedAt' | 'alertCount'>;

const keepFor = 90 * 24 * 60 * 60 * 1000;
/** Firestore takes documents up to 1 MiB, and 500 results with keys of 1,000 characters need half of it; the rest of the body goes into parts. */
const partBytes = 400_000;
export const keptResults = 500;

/** Makes the event durable: one blind create (a batch of creates where the body needs parts). After it, a 2xx may be said. */
export async function createEvent(draft: EventDraft, rawBody: Buffer): Promise<void> {
  const packed = gzipSync(rawBody, { level: 1 });
  const parts = Array.from({ length: Math.ceil(packed.length / partBytes) }, (_, index) => packed.subarray(index * partBytes, (index + 1) * partBytes));
  const [first = Buffer.alloc(0), ...rest] = parts;
  const event: StoredEvent = {
    ...draft, state: 'undecided', decidedAt: null, expireAt: draft.receivedAt + keepFor, body: first, partCount: rest.length, decidedCount: 0, attempts: 0, results: [],
  };
  if (rest.length === 0) {
    await at.event(draft.id).create(toStored(event));
    return;
  }
  const batch = db().batch();
  batch.create(at.event(draft.id), toStored(event));
  rest.forEach((part, index) => batch.create(at.eventPart(draft.id, index), { body: part, expireAt: new Date(event.expireAt) }));
  await batch.commit();
}

/** The body as it came, its parts fetched where there are any. */
export async function bodyOf(event: StoredEvent): Promise<Buffer> {
  const parts = await Promise.all(Array.from({ length: event.partCount }, (_, part) => at.eventPart(event.id, part).get()));
  return gunzipSync(Buffer.concat([event.body, ...parts.map((part) => z.instanceof(Uint8Array).parse(part.get('body')))]));
}
