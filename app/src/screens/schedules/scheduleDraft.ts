import { z } from 'zod';
import { Layer, Schedule } from '#domain/oncall/schedule';
import { DAY } from '#domain/time/instant';
import { dateOf, wallOf } from '#domain/time/wallClock';
import { TimeOfDay, Weekday, weekdayOf } from '#domain/time/weeklyWindow';
import { resolveWallTime, TimeZone, wallTimeAt, WallTime } from '#domain/time/zone';
import type { Issue } from '../../commands/send';
import { inWeekOrder } from '../services/hours';

const Window = z.object({ days: z.array(Weekday), start: z.string(), end: z.string() });

/**
 * A layer as it is typed. Layers stand in their order: the first wins over those below, and `together` says that one counts beside the one above it
 * instead of below. `from`, `until`: `YYYY-MM-DDTHH:mm` in the schedule's zone, empty without limit.
 */
export const LayerDraft = z.object({
  id: z.string(), name: z.string(), participants: z.array(z.string()), unit: z.enum(['hourly', 'daily', 'weekly', 'monthly']), length: z.string(), date: z.string(), time: z.string(),
  windows: z.array(Window).nullable(), atOnce: z.string(), timeZone: z.string().nullable(), holidays: Layer.shape.holidays, from: z.string(), until: z.string(), together: z.boolean(),
});
export type LayerDraft = z.infer<typeof LayerDraft>;

/** A schedule as it is typed. Overrides and temporary schedules are not part of it: others may change them meanwhile. */
export const ScheduleDraft = z.object({
  id: z.string(), name: z.string(), timeZone: z.string(), holidayCalendarId: z.string().nullable(), layers: z.array(LayerDraft),
});
export type ScheduleDraft = z.infer<typeof ScheduleDraft>;

/** A saved schedule as the editor begins with it. */
export function scheduleDraftOf(schedule: Schedule): ScheduleDraft {
  const { id, name, timeZone, holidayCalendarId } = schedule;
  const wallOrEmpty = (at: number | null) => (at === null ? '' : wallTimeAt(at, timeZone));
  const byPriority = [...schedule.layers].sort((a, b) => b.priority - a.priority);
  const layers = byPriority.map((layer, index): LayerDraft => ({
    id: layer.id, name: layer.name, participants: layer.participants, unit: layer.rotation.type, length: String(layer.rotation.length),
    date: layer.rotation.startLocal.slice(0, 10), time: layer.rotation.startLocal.slice(11), windows: layer.windows, atOnce: String(layer.atOnce), timeZone: layer.timeZone,
    holidays: layer.holidays, from: wallOrEmpty(layer.from), until: wallOrEmpty(layer.until), together: index > 0 && byPriority[index - 1]?.priority === layer.priority,
  }));
  return { id, name, timeZone, holidayCalendarId, layers };
}

/** The schedule that was typed, or what is wrong with it, each at its field: `layers.0.participants`. `kept` is what the editor leaves as it is. */
export function scheduleOf(draft: ScheduleDraft, kept: Pick<Schedule, 'overrides' | 'temporary'>): Schedule | { issues: Issue[] } {
  const issues: Issue[] = [];
  const wrong = (path: string, message: string) => { issues.push({ path, message }); };
  const zone = TimeZone.safeParse(draft.timeZone).success ? draft.timeZone : null;
  if (draft.name.trim() === '') wrong('name', 'A name is needed, such as “Checkout primary”.');
  if (zone === null) wrong('timeZone', 'Choose a time zone of the list.');
  // The lowest group of layers has priority 0.
  const groups = draft.layers.reduce<number[]>((all, { together }, index) => [...all, index === 0 ? 0 : (all.at(-1) ?? 0) + (together ? 0 : 1)], []);
  const highest = groups.at(-1) ?? 0;
  const layers = draft.layers.flatMap((layer, index) => layerOf(layer, highest - (groups[index] ?? 0), zone ?? 'UTC', (field, message) => wrong(`layers.${index}.${field}`, message)));
  const parsed = Schedule.safeParse({ ...draft, ...kept, name: draft.name.trim(), layers });
  if (!parsed.success && issues.length === 0) issues.push(...parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  return issues.length > 0 || !parsed.success ? { issues } : parsed.data;
}

function layerOf(draft: LayerDraft, priority: number, zone: string, wrong: (field: string, message: string) => void): Layer[] {
  let isRight = true;
  const refuse = (field: string, message: string) => { isRight = false; wrong(field, message); };
  const [length, atOnce] = [Number(draft.length), Number(draft.atOnce)];
  const startLocal = `${draft.date}T${draft.time}`;
  if (draft.name.trim() === '') refuse('name', 'A layer needs a name.');
  if (draft.participants.length === 0) refuse('participants', 'Add at least one person.');
  if (!Number.isInteger(length) || length < 1 || length > limits[draft.unit]) refuse('length', `Enter a number from 1 to ${limits[draft.unit]}.`);
  if (!WallTime.safeParse(startLocal).success) refuse('date', 'Enter a date and a time.');
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 10) refuse('atOnce', 'Enter a number from 1 to 10.');
  if (draft.timeZone !== null && !TimeZone.safeParse(draft.timeZone).success) refuse('timeZone', 'Choose a time zone of the list.');
  const limit = (field: 'from' | 'until') => {
    const text = draft[field];
    if (text === '') return null;
    if (WallTime.safeParse(text).success) return resolveWallTime(text, zone, 'first');
    refuse(field, 'Enter a date and a time, or clear it.');
    return null;
  };
  const [from, until] = [limit('from'), limit('until')];
  if (from !== null && until !== null && until <= from) refuse('until', 'It ends before it starts.');
  (draft.windows ?? []).forEach(({ days, start, end }, index) => {
    if (days.length === 0) refuse(`windows.${index}.days`, 'Choose at least one day.');
    if (!TimeOfDay.safeParse(start).success) refuse(`windows.${index}.start`, 'Enter a time.');
    if (!TimeOfDay.safeParse(end).success) refuse(`windows.${index}.end`, 'Enter a time.');
  });
  if (!isRight) return [];
  return [{
    id: draft.id, name: draft.name.trim(), participants: draft.participants, rotation: { type: draft.unit, length, startLocal }, priority,
    windows: draft.windows === null ? null : inWeekOrder(draft.windows), atOnce, timeZone: draft.timeZone, holidays: draft.holidays, from, until,
  }];
}

const limits = { hourly: 8_760, daily: 365, weekly: 52, monthly: 12 } as const;

/** The weekday of a typed date; null where it is none. */
export function weekdayOfDate(date: string): Weekday | null {
  const wall = wallOf(date);
  return Number.isNaN(wall) ? null : weekdayOf(Math.floor(wall / DAY));
}

/** The date of another weekday in the same week, so that a rotation hands over on it. */
export function onWeekday(date: string, weekday: Weekday): string {
  const current = weekdayOfDate(date);
  if (current === null) return date;
  return dateOf(wallOf(date) + (Weekday.options.indexOf(weekday) - Weekday.options.indexOf(current)) * DAY);
}

/** A list with one member moved. */
export function movedTo<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)];
}
