import { z } from 'zod';
import { Instant } from '../time/instant';
import { WeeklyWindow } from '../time/weeklyWindow';
import { TimeZone, WallTime } from '../time/zone';

// A stored schedule stays valid as the engine grows: what came later is a new member of a union, or a field whose default
// means what its absence meant (a layer without windows is always on, layers without priorities are equal, a schedule
// without temporary schedules has none).

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
 * at the anchor. A person may come up more than once.
 *
 * - `priority`: the higher one wins while it has somebody on call; equal ones are on call together.
 * - `windows`: the parts of the week, in the schedule's zone, in which the layer counts; null is always, none is never.
 * - `atOnce`: so many consecutive participants share a shift, and the next one goes on after them.
 * - `timeZone`: the zone in which the rotation hands over, where that is not the schedule's.
 * - `holidays`: whether the layer counts on holidays as usual, not then, or only then (and still within its windows).
 * - `from`, `until`: the layer counts only in `[from, until)`; null is without limit.
 */
export const Layer = z
  .strictObject({
    id: Id,
    name: Name,
    participants: z.array(Id).min(1).max(100),
    rotation: Rotation,
    priority: z.int().min(0).max(100).default(0),
    windows: z.array(WeeklyWindow).max(21).nullable().default(null),
    atOnce: z.int().min(1).max(10).default(1),
    timeZone: TimeZone.nullable().default(null),
    holidays: z.enum(['usual', 'off', 'only']).default('usual'),
    from: Instant.nullable().default(null),
    until: Instant.nullable().default(null),
  })
  .refine(({ from, until }) => from === null || until === null || until > from, { error: 'must end after it starts', path: ['until'] });
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

const FixedShift = z.strictObject({ userId: Id, startAt: Instant, endAt: Instant }).refine(endsLater, endsTooEarly);

/**
 * A plan for `[startAt, endAt)` that stands in for the schedule, as over the holidays: only its fixed shifts count then,
 * and what they leave uncovered is a gap. Overrides do not reach into it: its shifts are changed themselves. Shifts
 * count only while it runs.
 */
export const Temporary = z
  .strictObject({ id: Id, name: Name, startAt: Instant, endAt: Instant, shifts: z.array(FixedShift).max(500) })
  .refine(endsLater, endsTooEarly);
export type Temporary = z.infer<typeof Temporary>;

/**
 * Who is on call when. Wall times are in `timeZone`. `overrides` are the current and upcoming ones in the order in
 * which they were made, which is the order in which they apply: append. `temporary` schedules likewise are the current
 * and upcoming ones. A schedule without layers is one long gap.
 */
export const Schedule = z.strictObject({
  id: Id,
  name: Name,
  timeZone: TimeZone,
  layers: z.array(Layer).max(20).refine(differInId, sameId),
  overrides: z.array(Override).max(200).refine(differInId, sameId),
  temporary: z.array(Temporary).max(20).refine(differInId, sameId).default([]),
  holidayCalendarId: Id.nullable().default(null),
});
export type Schedule = z.infer<typeof Schedule>;
