import { z } from 'zod';
import { Instant } from '../time/instant';
import { TimeZone, WallTime } from '../time/zone';

// A stored schedule stays valid as the engine grows: what comes later is a new member of a union or a new optional
// field whose absence means what it means today (a layer without restrictions is always on, layers without priorities
// are equal, a schedule without temporary schedules has none). Until then the strict objects refuse those fields.

const Id = z.string().min(1).max(128);
const Name = z.string().trim().min(1).max(100);

/**
 * How a layer hands over: shift k starts at the wall time `startLocal` + k × `length` in the schedule's zone, for every
 * whole k, also before the anchor. `length` counts hours, days, weeks or months, as `type` says. A shift lasts a year
 * at most, so that the next handoff is always in sight.
 */
export const Rotation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hourly'), length: z.int().min(1).max(8_760), startLocal: WallTime }),
  z.strictObject({ type: z.literal('daily'), length: z.int().min(1).max(365), startLocal: WallTime }),
  z.strictObject({ type: z.literal('weekly'), length: z.int().min(1).max(52), startLocal: WallTime }),
  z.strictObject({ type: z.literal('monthly'), length: z.int().min(1).max(12), startLocal: WallTime }),
]);
export type Rotation = z.infer<typeof Rotation>;

/**
 * One row of a schedule. `participants` are user ids in the order of rotation; the first one has the shift that starts
 * at the anchor. A person may come up more than once. Every layer is on call at all times, together with the others.
 */
export const Layer = z.strictObject({
  id: Id,
  name: Name,
  participants: z.array(Id).min(1).max(100),
  rotation: Rotation,
});
export type Layer = z.infer<typeof Layer>;

const during = { id: Id, startAt: Instant, endAt: Instant };
const endsLater = (span: { startAt: number; endAt: number }) => span.endAt > span.startAt;
const endsTooEarly = { error: 'must end after it starts', path: ['endAt'] };

/**
 * A change to who is on call in `[startAt, endAt)`. `replace` puts one person in another's place, but only while that
 * other is on call; `add` has one more on call; `remove` takes one off, which can leave nobody: a gap.
 */
export const Override = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('replace'), ...during, addUserId: Id, removeUserId: Id })
    .refine(endsLater, endsTooEarly)
    .refine((override) => override.addUserId !== override.removeUserId, {
      error: 'must name two people',
      path: ['addUserId'],
    }),
  z.strictObject({ kind: z.literal('add'), ...during, addUserId: Id }).refine(endsLater, endsTooEarly),
  z.strictObject({ kind: z.literal('remove'), ...during, removeUserId: Id }).refine(endsLater, endsTooEarly),
]);
export type Override = z.infer<typeof Override>;

const differInId = (members: { id: string }[]) => new Set(members.map(({ id }) => id)).size === members.length;
const sameId = { error: 'two of them have the same id' };

/**
 * Who is on call when. Wall times are in `timeZone`. `overrides` are the current and upcoming ones in the order in
 * which they were made, which is the order in which they apply: append. A schedule without layers is one long gap.
 */
export const Schedule = z.strictObject({
  id: Id,
  name: Name,
  timeZone: TimeZone,
  layers: z.array(Layer).max(20).refine(differInId, sameId),
  overrides: z.array(Override).max(200).refine(differInId, sameId),
});
export type Schedule = z.infer<typeof Schedule>;
