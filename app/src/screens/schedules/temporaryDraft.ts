import { z } from 'zod';
import { shiftsBetween } from '#domain/oncall/oncall';
import { Temporary } from '#domain/oncall/schedule';
import type { Issue } from '../../commands/send';
import type { Dated } from '../oncall/useOnCall';
import { spanDraftOf, spanOf } from './spanDraft';

const Ends = { start: z.string(), end: z.string() };
/** A temporary schedule as it is typed, by the clocks of its schedule. `shifts` have keys of their own, as two can be alike while they are typed. */
export const TemporaryDraft = z.object({ id: z.string(), name: z.string(), ...Ends, shifts: z.array(z.object({ key: z.string(), userId: z.string(), ...Ends })) });
export type TemporaryDraft = z.infer<typeof TemporaryDraft>;

export function temporaryDraftOf(temporary: Temporary, zone: string): TemporaryDraft {
  const shifts = temporary.shifts.map((shift, at) => ({ key: String(at), userId: shift.userId, ...spanDraftOf(shift, zone) }));
  return { id: temporary.id, name: temporary.name, ...spanDraftOf(temporary, zone), shifts };
}

/** The temporary schedule that was typed, or what is wrong with it, each at its field: `shifts.0.userId`. */
export function temporaryOf(draft: TemporaryDraft, zone: string): Temporary | { issues: Issue[] } {
  const during = spanOf(draft, zone);
  const issues: Issue[] = [];
  if (draft.name.trim() === '') issues.push({ path: 'name', message: 'A name is needed, such as “Christmas”.' });
  if (!('startAt' in during)) issues.push({ path: 'start', message: 'Enter from when to when.' });
  const shifts = draft.shifts.flatMap((shift, at) => {
    const span = spanOf(shift, zone);
    if (shift.userId === '') issues.push({ path: `shifts.${at}.userId`, message: 'Choose a person.' });
    if (!('startAt' in span)) issues.push({ path: `shifts.${at}.start`, message: 'Enter from when to when.' });
    return 'startAt' in span ? [{ userId: shift.userId, ...span }] : [];
  });
  if (issues.length > 0 || !('startAt' in during)) return { issues };
  const parsed = Temporary.safeParse({ id: draft.id, name: draft.name.trim(), ...during, shifts });
  return parsed.success ? parsed.data : { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
}

/** The shifts that the plan so far has in the draft's time, to change from there. */
export function planShifts(draft: TemporaryDraft, { schedule, holidays }: Dated, newKey: () => string): TemporaryDraft['shifts'] {
  const during = spanOf(draft, schedule.timeZone);
  if (!('startAt' in during)) return [];
  const without = { ...schedule, temporary: schedule.temporary.filter(({ id }) => id !== draft.id) };
  return shiftsBetween(without, during.startAt, during.endAt, holidays).slice(0, 100).map((shift) => ({ key: newKey(), userId: shift.userId, ...spanDraftOf(shift, schedule.timeZone) }));
}
