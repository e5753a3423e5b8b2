import { gapsBetween, shiftsBetween } from '#domain/oncall/oncall';
import type { Schedule } from '#domain/oncall/schedule';
import type { TimeOff } from '#domain/oncall/timeOff';
import { DAY } from '#domain/time/instant';
import type { Span } from '#domain/time/weeklyWindow';

/** Something to draw on a calendar. `covers`: the person is there by an override; `away`: while they have time off, so it needs cover. */
export type Bar = Span & ({ kind: 'shift'; userId: string; covers: boolean; away: boolean } | { kind: 'gap' });

/** Everybody's shifts and the gaps between within `[from, to)` (ms since epoch), a shift cut where its person's time off begins or ends. */
export function barsOf(schedule: Schedule, holidays: readonly string[], timeOffOf: (userId: string) => readonly TimeOff[], from: number, to: number): Bar[] {
  const shifts = shiftsBetween(schedule, from, to, holidays).flatMap((shift): Bar[] => piecesOf(shift, timeOffOf(shift.userId)).map(({ away, ...span }) => ({
    kind: 'shift', ...span, userId: shift.userId, away,
    covers: schedule.overrides.some((override) => override.kind !== 'remove' && override.addUserId === shift.userId && override.startAt < span.endAt && override.endAt > span.startAt),
  })));
  return [...shifts, ...gapsBetween(schedule, from, to, holidays).map((gap): Bar => ({ kind: 'gap', ...gap }))];
}

function piecesOf({ startAt, endAt }: Span, timeOff: readonly TimeOff[]): (Span & { away: boolean })[] {
  const edges = timeOff.flatMap((off) => [off.startAt, off.endAt]).filter((edge) => edge > startAt && edge < endAt);
  const cuts = [...new Set([startAt, ...edges, endAt])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? startAt;
    return { startAt: start, endAt: end, away: timeOff.some((off) => off.startAt <= start && off.endAt >= end) };
  });
}

/** How far beyond what is shown shifts are looked at, so that one that is tapped is known whole. In ms. */
export const BEYOND = 15 * DAY;

/** What a tap on a bar is about: the whole shift from now on, or, of one without an end in sight, what the tapped strip shows of it. */
export function tapped(bar: Span, strip: Span, now: number): Span {
  const whole = bar.endAt - bar.startAt > BEYOND ? { startAt: Math.max(bar.startAt, strip.startAt), endAt: Math.min(bar.endAt, strip.endAt) } : { startAt: bar.startAt, endAt: bar.endAt };
  return whole.endAt <= now ? whole : { ...whole, startAt: Math.max(whole.startAt, Math.floor(now / 60_000) * 60_000) };
}
