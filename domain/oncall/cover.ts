import { z } from 'zod';
import { Instant } from '../time/instant';
import type { Override } from './schedule';

const Id = z.string().min(1).max(128);
const span = z.strictObject({ startAt: Instant, endAt: Instant }).refine(({ startAt, endAt }) => endAt > startAt, { error: 'must end after it starts', path: ['endAt'] });

/**
 * Somebody asks for cover: who takes what `userId` has on call in `[startAt, endAt)`? With `inReturn` it is a swap: `userId` takes what
 * `takenBy` has then. Open until somebody takes it or `userId` withdraws it. The id leaves room for those of its overrides.
 */
export const CoverRequest = z
  .strictObject({
    id: z.string().min(1).max(100),
    scheduleId: Id,
    userId: Id,
    startAt: Instant,
    endAt: Instant,
    note: z.string().max(300),
    state: z.enum(['open', 'taken', 'withdrawn']),
    takenBy: Id.nullable(),
    inReturn: span.nullable(),
    createdAt: Instant,
    answeredAt: Instant.nullable(),
  })
  .refine(({ startAt, endAt }) => endAt > startAt, { error: 'must end after it starts', path: ['endAt'] })
  .refine(({ state, takenBy }) => (state === 'taken') === (takenBy !== null), { error: 'is named when it is taken, and only then', path: ['takenBy'] })
  .refine(({ userId, takenBy }) => userId !== takenBy, { error: 'must be somebody else', path: ['takenBy'] });
export type CoverRequest = z.infer<typeof CoverRequest>;

/**
 * The overrides that a taken request means: its taker in place of the asker, and the other way round for its return. None while nobody took it.
 * Their ids follow from the request's, so that making them twice makes them once.
 */
export function overridesOf(request: CoverRequest): Override[] {
  const { id, userId, takenBy, startAt, endAt, inReturn } = request;
  if (request.state !== 'taken' || takenBy === null) return [];
  const cover: Override = { kind: 'replace', id: `cover-${id}`, startAt, endAt, addUserId: takenBy, removeUserId: userId };
  if (inReturn === null) return [cover];
  return [cover, { kind: 'replace', id: `cover-${id}-return`, ...inReturn, addUserId: userId, removeUserId: takenBy }];
}
