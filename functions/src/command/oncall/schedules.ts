import type { CommandAnswer } from '#domain/command/answer';
import { EscalationPolicy } from '#domain/escalation/policy';
import { Schedule } from '#domain/oncall/schedule';
import type { Person } from '#domain/people/person';
import { stepsNaming } from '#domain/readiness/duty';
import { configuration } from '../../store/configuration';
import { at } from '../../store/documents';
import { fromStored } from '../../store/instants';
import { ask } from '../../store/queries';
import { save } from '../../store/saved';
import { refusal } from '../refusal';
import { differenceOf } from './difference';
import { keepPast, withoutPast } from './pastOverrides';
import { scheduleProblems } from './scheduleProblems';
import type { Sent } from './sent';

/** The most overrides that a schedule carries at a time. */
export const mostOverrides = 200;

/**
 * Saves a whole schedule. An override that is not in it stays: somebody may have made it while the form was open, and `removeOverride` is how one goes. One with the
 * same id is as sent. `dryRun` answers the same and changes nothing.
 */
export async function saveSchedule({ schedule: sent, dryRun, commandId }: Sent<'saveSchedule'>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const now = Date.now();
  const problems = scheduleProblems(sent, facts, now);
  if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
  if (dryRun === true) {
    const { schedule } = merged(facts.schedules[sent.id], sent, now);
    return { outcome: 'unchanged', code: 'dry-run', message: `${schedule.name} is not saved yet.`, savedId: sent.id, ...differenceOf(facts.schedules[sent.id], schedule, facts, now) };
  }
  let earlier: Schedule | undefined;
  const saved = await save({
    ref: at.schedule(sent.id), schema: Schedule, sender, commandId,
    change: (before, readAt, transaction) => {
      const { schedule, past } = merged(before, sent, readAt);
      earlier = before;
      keepPast(transaction, sent.id, past);
      return schedule;
    },
  });
  return { outcome: 'done', code: 'saveSchedule', message: `${sent.name} is saved.`, savedId: sent.id, ...(saved === null ? {} : differenceOf(earlier, saved, facts, now)) };
}

function merged(before: Schedule | undefined, sent: Schedule, now: number) {
  const asSent = new Map(sent.overrides.map((override) => [override.id, override]));
  const stored = before?.overrides ?? [];
  const known = new Set(stored.map(({ id }) => id));
  // In the order in which they were made, which is the order in which they apply.
  const overrides = [...stored.map((override) => asSent.get(override.id) ?? override), ...sent.overrides.filter(({ id }) => !known.has(id))];
  const result = withoutPast({ ...sent, overrides }, now);
  if (result.schedule.overrides.length > mostOverrides) throw tooMany('schedule.overrides');
  return result;
}

/** The refusal of one override more than a schedule carries. */
export function tooMany(path: string) {
  const message = `This schedule has ${mostOverrides} overrides ahead of it. Change its layers instead, or remove some.`;
  return refusal('invalid', [{ path, message }], message);
}

/** Removes a schedule that no policy names, nor that of an open incident. Its past overrides stay. */
export async function removeSchedule({ scheduleId, commandId }: Sent<'removeSchedule'>, sender: Person): Promise<CommandAnswer> {
  const { policies } = await configuration(true);
  const naming = Object.values(policies).filter((policy) => stepsNaming(policy, scheduleId).length > 0).map(({ name }) => name);
  if (naming.length > 0) throw refusal('in-use', [], `${naming.join(', ')} still ${naming.length === 1 ? 'names' : 'name'} it. Take it out there first.`);
  for (const status of ['triggered', 'acknowledged', 'monitoring']) {
    const { docs } = await ask('incidentsOfStatus', [status]).select('escalation').get();
    const open = docs.find((snapshot) => stepsNaming(EscalationPolicy.safeParse(fromStored(snapshot.get('escalation.policy'))).data, scheduleId).length > 0);
    if (open !== undefined) throw refusal('in-use', [], `${open.id} is open and pages by it. Resolve that first.`);
  }
  await save({
    ref: at.schedule(scheduleId), schema: Schedule, sender, commandId,
    change: (before, _now, transaction) => {
      if (before === undefined) throw refusal('no-such-schedule');
      transaction.delete(at.shiftNote(scheduleId));
      return null;
    },
  });
  return { outcome: 'done', code: 'removeSchedule', message: 'The schedule is removed.', savedId: scheduleId };
}
