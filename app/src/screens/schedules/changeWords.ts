import type { Change } from '#domain/oncall/changes';
import { whoChanges } from '#domain/oncall/changes';
import type { Override, Schedule } from '#domain/oncall/schedule';
import { DAY } from '#domain/time/instant';
import { wallAt } from '#domain/time/wallClock';
import { clockTime, whenWords } from '#domain/time/words';
import { namesWords } from './names';

/** A change as the server tells it: `Thu 03:00 to 04:00: Sam → nobody`, in `zone`. */
export function changeSentence({ startAt, endAt, before, after }: Change, now: number, zone: string, nameOf: (userId: string) => string): string {
  return `${spanWords(startAt, endAt, now, zone)}: ${namesWords(before.map(nameOf))} → ${namesWords(after.map(nameOf))}`;
}

/** A stretch for people, as the server tells it: `Thu 03:00 to 04:00`, `Thu 22:00 to Fri 07:00`, `today 03:00 to 04:00`. */
export function spanWords(startAt: number, endAt: number, now: number, zone: string): string {
  const day = (at: number) => Math.floor(wallAt(at, zone) / DAY);
  const named = (at: number) => (day(at) === day(now) ? `today ${clockTime(at, zone)}` : whenWords(at, now, zone));
  return `${named(startAt)} to ${day(startAt) === day(endAt) ? clockTime(endAt, zone) : named(endAt)}`;
}

/** What one more override would change, by the same rules as the server's; `gap`: it leaves nobody for some of that time. */
export function overrideChanges(schedule: Schedule, holidays: readonly string[], override: Override): { changes: Change[]; count: number; gap: boolean } {
  const after = { ...schedule, overrides: [...schedule.overrides, override] };
  const found = whoChanges(schedule, after, override.startAt, override.endAt, { holidays: { before: holidays, after: holidays } });
  return { ...found, gap: found.changes.some(({ after: people }) => people.length === 0) };
}

/** What taking an override back would change. */
export function undoChanges(schedule: Schedule, holidays: readonly string[], override: Override): { changes: Change[]; count: number } {
  const after = { ...schedule, overrides: schedule.overrides.filter(({ id }) => id !== override.id) };
  return whoChanges(schedule, after, override.startAt, override.endAt, { holidays: { before: holidays, after: holidays } });
}

/** What an override does, in words. */
export function overrideWords(override: Override, nameOf: (userId: string) => string): string {
  switch (override.kind) {
    case 'replace': return `${nameOf(override.addUserId)} covers ${nameOf(override.removeUserId)}`;
    case 'add': return `${nameOf(override.addUserId)} as well`;
    case 'remove': return `Without ${nameOf(override.removeUserId)}`;
    default: return override satisfies never;
  }
}
