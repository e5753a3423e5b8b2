import type { Transaction } from 'firebase-admin/firestore';
import type { Override, Schedule } from '#domain/oncall/schedule';
import { DAY } from '#domain/time/instant';
import { at } from '../../store/documents';
import { toStored } from '../../store/instants';

/** What ended so long ago (ms) goes to `schedules/{id}/past`: the schedule keeps current and upcoming ones, and the last day for whoever asks who it was. */
const keptFor = DAY;

/** The schedule without the overrides that ended more than a day before `now` (ms since epoch), and those. */
export function withoutPast(schedule: Schedule, now: number): { schedule: Schedule; past: Override[] } {
  const isPast = ({ endAt }: Override) => endAt < now - keptFor;
  return { schedule: { ...schedule, overrides: schedule.overrides.filter((one) => !isPast(one)) }, past: schedule.overrides.filter(isPast) };
}

/** Writes past overrides to where they are kept. */
export function keepPast(transaction: Transaction, scheduleId: string, past: readonly Override[]): void {
  for (const override of past) transaction.set(at.pastOverride(scheduleId, override.id), toStored(override));
}
