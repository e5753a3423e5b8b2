import type { CommandAnswer } from '#domain/command/answer';
import { holidaysOf } from '#domain/escalation/targets';
import type { Person } from '#domain/people/person';
import { confirmed, readinessId, ShiftReadiness, shiftStartingAt } from '#domain/readiness/shiftReadiness';
import { transact } from '../../commit/transact';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';
import type { Sent } from './ownContact';

/** "I am ready": one tap, also before anybody asked. `missing`: what of the team's list the sender does not have. */
export async function confirmShift({ scheduleId, startAt, missing }: Sent<'confirmShift'>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const schedule = Object.hasOwn(facts.schedules, scheduleId) ? facts.schedules[scheduleId] : undefined;
  if (schedule === undefined) throw refusal('no-such-schedule');
  const shift = shiftStartingAt(schedule, sender.id, startAt, holidaysOf(schedule, facts));
  if (shift === undefined) {
    const message = 'You have no shift that starts then. The schedule may have changed: look at it again.';
    throw refusal('invalid', [{ path: 'startAt', message }], message);
  }
  const isOver = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.readiness(readinessId(shift)));
    const now = snapshot.readTime.toMillis();
    if (shift.endAt !== null && shift.endAt <= now) return true;
    transaction.set(snapshot.ref, toStored(confirmed(read(ShiftReadiness, snapshot), shift, [...new Set(missing)], now)));
    return false;
  });
  if (isOver) return { outcome: 'unchanged', code: 'shift-over', message: 'This shift is over.' };
  const message = missing.length === 0 ? `You are ready for ${schedule.name}.` : `Noted. You are missing: ${missing.join(', ')}.`;
  return { outcome: 'done', code: 'confirmShift', message };
}
