import { overridesOf } from '#domain/oncall/cover';
import type { CoverRequest } from '#domain/oncall/cover';
import { whoChanges } from '#domain/oncall/changes';
import type { Change } from '#domain/oncall/changes';
import { shiftsBetween } from '#domain/oncall/oncall';
import type { Shift } from '#domain/oncall/rotation';
import { DAY } from '#domain/time/instant';
import type { Span } from '#domain/time/weeklyWindow';
import type { Dated } from './useOnCall';

/** How far ahead a shift to swap for is looked for, in ms. */
const SWAP_AHEAD = 56 * DAY;

/** What taking a request would change, its return included, by the same rules as the server's. */
export function takingChanges(request: CoverRequest, takerId: string, { schedule, holidays }: Dated): Change[] {
  if (takerId === request.userId) return [];
  const overrides = overridesOf({ ...request, state: 'taken', takenBy: takerId });
  const after = { ...schedule, overrides: [...schedule.overrides, ...overrides] };
  return overrides.flatMap(({ startAt, endAt }) => whoChanges(schedule, after, startAt, endAt, { holidays: { before: holidays, after: holidays } }).changes);
}

/** Shifts of others in the next eight weeks that the asker could take in return, soonest first. */
export function swappable({ schedule, holidays }: Dated, userId: string, asked: Span, now: number): Shift[] {
  const shifts = shiftsBetween(schedule, now, now + SWAP_AHEAD, holidays);
  const isOwn = ({ startAt, endAt }: Span) => shifts.some((shift) => shift.userId === userId && shift.startAt < endAt && shift.endAt > startAt);
  return shifts.filter((shift) => shift.userId !== userId && shift.startAt > now && shift.endAt < now + SWAP_AHEAD && !isOwn(shift) && (shift.endAt <= asked.startAt || shift.startAt >= asked.endAt));
}

/** Whether a person is on call in all of a stretch: only then can they give it in return. */
export function hasAll({ schedule, holidays }: Dated, userId: string, { startAt, endAt }: Span): boolean {
  return shiftsBetween(schedule, startAt, endAt, holidays).some((shift) => shift.userId === userId && shift.startAt === startAt && shift.endAt === endAt);
}
