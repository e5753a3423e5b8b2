import { z } from 'zod';
import { Instant } from '../time/instant';
import { shiftsBetween } from './oncall';
import type { Shift } from './rotation';
import type { Schedule } from './schedule';
import { mergedSpans, overlapOf } from './steps';

/** A time `[startAt, endAt)` at which a person is away and should not be paged. It takes nobody off call: somebody has to cover. */
export const TimeOff = z
  .strictObject({ id: z.string().min(1).max(128), startAt: Instant, endAt: Instant, note: z.string().max(200) })
  .refine(({ startAt, endAt }) => endAt > startAt, { error: 'must end after it starts', path: ['endAt'] });
export type TimeOff = z.infer<typeof TimeOff>;

/**
 * The stretches within `[from, to)` (ms since epoch) in which somebody is on call while away, merged per person and sorted by start: what still
 * needs cover. Someone whose shift was taken over is no longer on call, so it is left out.
 */
export function shiftsToCover(
  schedule: Schedule,
  timeOffByUser: Readonly<Record<string, readonly TimeOff[]>>,
  from: number,
  to: number,
  holidays: readonly string[] = [],
): Shift[] {
  const away = new Map(Object.entries(timeOffByUser).map(([userId, times]) => [userId, mergedSpans(times)]));
  return shiftsBetween(schedule, from, to, holidays)
    .flatMap((shift) => overlapOf([shift], away.get(shift.userId) ?? []).map((span) => ({ userId: shift.userId, ...span })))
    .sort((a, b) => a.startAt - b.startAt);
}
