import { z } from 'zod';
import { LocalDate } from '#domain/oncall/holidays';
import { turnAt } from '#domain/oncall/rotation';
import type { Layer, Override, Rotation, Schedule } from '#domain/oncall/schedule';
import { TimeOfDay, Weekday, type WeeklyWindow } from '#domain/time/weeklyWindow';
import { TimeZone, WallTime } from '#domain/time/zone';

// The forms of a case's input and what the engine calls them. Fields that a case has beyond these are notes for people.

/** An instant as text with its offset, seconds or not, read as ms since epoch. */
export const At = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/, { error: 'not an instant with an offset' })
  .refine((text) => LocalDate.safeParse(text.slice(0, 10)).success && !Number.isNaN(Date.parse(text)), { error: 'not an instant of the calendar' })
  .transform((text) => Date.parse(text));
/** A local time; the engine is precise to the minute, and seconds are cut off. */
export const Local = z.string().transform((text) => text.replace(/^(.{16}):\d{2}(?:\.\d+)?$/, '$1')).pipe(WallTime);
export const User = z.string().min(1);

const Current = z.object({ index: z.int().min(0), at: At });

export const RotationInput = z
  .object({
    type: z.enum(['hourly', 'daily', 'weekly', 'monthly']), shiftLength: z.int().min(1).default(1), startLocal: Local, timeZone: TimeZone,
    participants: z.array(User).optional(), current: Current.nullish(),
  });
export type RotationInput = z.infer<typeof RotationInput>;

const ClockSpan = z.object({ start: TimeOfDay, end: TimeOfDay, days: z.array(Weekday) });
export const RuleInput = ClockSpan.extend({ timeZone: TimeZone });
export const TargetedRule = ClockSpan.extend({
  target: z.union([z.object({ user: User }), z.object({ rotation: RotationInput.required({ participants: true }) })]),
});

export const OverrideInput = z.object({ add: User.nullish(), remove: User.nullish(), start: At, end: At });
export const FixedShift = z.object({ user: User, start: At, end: At });
export const TemporaryInput = z.object({ start: At, end: At, shifts: z.array(FixedShift) });

export const rotationOf = ({ type, shiftLength, startLocal }: RotationInput): Rotation => ({ type, length: shiftLength, startLocal });
export const windowOf = ({ start, end, days }: z.infer<typeof ClockSpan>): WeeklyWindow => ({ start, end, days });

/** A layer of one person, always on, that `fields` say more about. */
export const layerOf = (id: string, userId: string, fields: Partial<Layer> = {}): Layer => ({
  id, name: id, participants: [userId], rotation: { type: 'daily', length: 1, startLocal: '2000-01-01T00:00' }, priority: 0, windows: null, atOnce: 1,
  timeZone: null, holidays: 'usual', from: null, until: null, ...fields,
});

/** A layer of a rotation. A `current` participant holds the shift in force then: the others follow, whoever held shift 0. */
export function rotationLayer(id: string, input: RotationInput, participants: readonly string[], fields: Partial<Layer> = {}): Layer {
  const rotation = rotationOf(input);
  const { current } = input;
  const first = current ? current.index - turnAt(rotation, input.timeZone, current.at).k : 0;
  const inOrder = participants.map((_, i) => participants[(((i + first) % participants.length) + participants.length) % participants.length] ?? []).flat();
  return { ...layerOf(id, ''), participants: inOrder, rotation, timeZone: input.timeZone, ...fields };
}

export const scheduleOf = (timeZone: string, layers: Layer[], fields: Partial<Schedule> = {}): Schedule =>
  ({ id: 'case', name: 'Case', timeZone, layers, overrides: [], temporary: [], holidayCalendarId: null, ...fields });

/** An override that neither adds nor removes anybody changes nothing. */
export function overrideOf({ add, remove, start: startAt, end: endAt }: z.infer<typeof OverrideInput>, i: number): Override[] {
  const during = { id: `override-${i}`, startAt, endAt };
  if (add && remove) return [{ kind: 'replace', ...during, addUserId: add, removeUserId: remove }];
  if (add) return [{ kind: 'add', ...during, addUserId: add }];
  return remove ? [{ kind: 'remove', ...during, removeUserId: remove }] : [];
}
