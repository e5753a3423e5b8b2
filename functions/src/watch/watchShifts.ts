import { ShiftNote } from '#domain/handOver/shiftNote';
import { isContinued, shiftsStarting } from '#domain/readiness/duty';
import { askAhead, askAt, dueAfterStart, readinessDue, type ShiftDue, startTelling } from '#domain/readiness/remind';
import { readinessId, ShiftReadiness, type WatchedShift } from '#domain/readiness/shiftReadiness';
import { HOUR, MINUTE } from '#domain/time/instant';
import { db } from '../firebase';
import { configuration, type Configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { handOverShifts } from './handOverShifts';
import { each, tellAll } from './tell';

/** How far a run looks back: from the last one that was done, with a margin for a schedule that was saved meanwhile; never further than an hour. */
const lookBack = (now: number, since: number | null): number => Math.max((since ?? now) - 2 * MINUTE, now - HOUR);

/** Hands over, tells that shifts begin, and asks for readiness before them. Reads one document per shift that is asked for or begins. */
export async function watchShifts(now: number, since: number | null): Promise<void> {
  const facts = await configuration();
  const from = lookBack(now, since);
  await each([() => handOverShifts(facts, from, now), () => tellStarts(facts, from, now), () => watchReadiness(facts, now)], (part) => part());
}

async function tellStarts(facts: Configuration, from: number, now: number): Promise<void> {
  const starting = shiftsStarting(facts, from, now);
  const notes = await notesOf(starting);
  await tellAll(starting.map((shift) => startTelling(shift, notes.get(shift.scheduleId), facts, now)));
}

async function notesOf(shifts: readonly WatchedShift[]): Promise<Map<string, ShiftNote>> {
  const scheduleIds = [...new Set(shifts.map(({ scheduleId }) => scheduleId))];
  const snapshots = scheduleIds.length === 0 ? [] : await db().getAll(...scheduleIds.map((id) => at.shiftNote(id)));
  return new Map(snapshots.flatMap((snapshot) => {
    const note = read(ShiftNote, snapshot);
    return note === undefined ? [] : [[snapshot.id, note]];
  }));
}

async function watchReadiness(facts: Configuration, now: number): Promise<void> {
  const shifts = shiftsStarting(facts, now - dueAfterStart, now + askAhead(facts.readiness))
    .filter((shift) => now >= askAt(shift, facts.readiness, facts) && !isContinued(shift, facts));
  if (shifts.length === 0) return;
  const snapshots = await db().getAll(...shifts.map((shift) => at.readiness(readinessId(shift))));
  await each([...shifts.entries()], async ([index, shift]) => {
    const snapshot = snapshots[index];
    const before = snapshot === undefined ? undefined : read(ShiftReadiness, snapshot);
    const due = readinessDue(shift, before, facts.readiness, facts, now);
    if (due === null) return;
    // Told first: a run that dies between the two tells again, which is told once.
    await tellAll(due.tell);
    await writeDown(due);
  });
}

/** Only the fields that changed: the person may confirm in the same moment. */
async function writeDown({ kind, readiness }: ShiftDue): Promise<void> {
  const ref = at.readiness(readiness.id);
  switch (kind) {
    case 'ask':
      // Confirmed meanwhile, before it was asked: the document is there.
      await ref.create(toStored(readiness)).catch(async (error: unknown) => { if (!(await ref.get()).exists) throw error; });
      return;
    case 'otherwise': await ref.update(toStored({ toldOtherwiseAt: readiness.toldOtherwiseAt })); return;
    case 'team': await ref.update(toStored({ toldTeamAt: readiness.toldTeamAt })); return;
    default: return kind satisfies never;
  }
}
