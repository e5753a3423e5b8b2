import { shiftsToCover } from '#domain/oncall/timeOff';
import type { TimeOff } from '#domain/oncall/timeOff';
import type { Span } from '#domain/time/weeklyWindow';
import type { Dated } from './useOnCall';

/** A stretch in which somebody is on call while away. */
export type OpenShift = Span & { scheduleId: string; name: string };

/** What of these times off still needs cover from `now` (ms since epoch) on, over all schedules, soonest first. */
export function openShifts(dated: readonly Dated[], userId: string, timeOff: readonly TimeOff[], now: number): OpenShift[] {
  const coming = timeOff.filter(({ endAt }) => endAt > now);
  if (coming.length === 0) return [];
  const from = Math.max(now, Math.min(...coming.map(({ startAt }) => startAt)));
  const to = Math.max(...coming.map(({ endAt }) => endAt));
  return dated
    .flatMap(({ schedule, holidays }) => shiftsToCover(schedule, { [userId]: coming }, from, to, holidays).map(({ startAt, endAt }) => ({ scheduleId: schedule.id, name: schedule.name, startAt, endAt })))
    .sort((a, b) => a.startAt - b.startAt);
}
