import { coverage } from '#domain/oncall/coverage';
import type { Schedule } from '#domain/oncall/schedule';

type Span = { startAt: number; endAt: number };

/** The first stretch of a span (ms since epoch) in which a person is not on call; undefined: they are throughout. */
export function offCallIn(schedule: Schedule, userId: string, { startAt, endAt }: Span, holidays: readonly string[]): Span | undefined {
  let off: Span | undefined;
  for (const stretch of coverage(schedule, startAt, endAt, holidays)) {
    if (stretch.userIds.includes(userId)) {
      if (off !== undefined) return off;
      continue;
    }
    off = { startAt: off?.startAt ?? stretch.startAt, endAt: stretch.endAt };
  }
  return off;
}

/** Whether a person is on call at any time of a span. */
export function isOnCallIn(schedule: Schedule, userId: string, { startAt, endAt }: Span, holidays: readonly string[]): boolean {
  for (const { userIds } of coverage(schedule, startAt, endAt, holidays)) if (userIds.includes(userId)) return true;
  return false;
}
