import type { CommandAnswer } from '#domain/command/answer';
import { type Override, Schedule } from '#domain/oncall/schedule';
import type { Person } from '#domain/people/person';
import { onCallPage } from '#domain/readiness/telling';
import { idOf } from '../../identity/identity';
import { configuration, type Configuration } from '../../store/configuration';
import { at } from '../../store/documents';
import { save } from '../../store/saved';
import { sendNotice } from '../../send/notice';
import { refusal } from '../refusal';
import { spanWords } from './changeWords';
import { differenceOf } from './difference';
import { keepPast, withoutPast } from './pastOverrides';
import { mostOverrides, tooMany } from './schedules';
import { overrideProblems } from './scheduleProblems';
import type { Sent } from './sent';

/**
 * Changes who is on call for a time that is not over. One that began already counts from now on: who was on call stays as it was. Whoever is put on call, or
 * taken off, by somebody else is told.
 */
export async function addOverride({ scheduleId, override, dryRun, commandId }: Sent<'addOverride'>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const before = facts.schedules[scheduleId];
  const now = Date.now();
  if (before === undefined) throw refusal('no-such-schedule');
  if (!/^[\w-]+$/.test(override.id)) throw refusal('invalid', [{ path: 'override.id', message: 'Use letters, digits, - and _ alone.' }]);
  if (override.endAt <= now) throw refusal('invalid', [{ path: 'override.endAt', message: 'is over already' }], 'This time is over. Who was on call then stays as it was.');
  const problems = overrideProblems('override', override, facts, now);
  if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
  if (dryRun === true) {
    const { schedule } = withOverride(before, override, now);
    const difference = differenceOf(before, schedule, facts, now);
    return { outcome: 'unchanged', code: 'dry-run', message: messageOf(difference.changes, 'This is not saved yet.'), savedId: override.id, ...difference };
  }
  let earlier: Schedule = before;
  const saved = await save({
    ref: at.schedule(scheduleId), schema: Schedule, sender, commandId,
    change: (stored, readAt, transaction) => {
      if (stored === undefined) throw refusal('no-such-schedule');
      const { schedule, past } = withOverride(stored, override, readAt);
      earlier = stored;
      keepPast(transaction, scheduleId, past);
      return schedule;
    },
  });
  await tellOf(override, before, sender, facts, now);
  const difference = differenceOf(earlier, saved ?? earlier, facts, now);
  return { outcome: 'done', code: 'addOverride', message: messageOf(difference.changes, 'Saved.'), savedId: override.id, ...difference };
}

const messageOf = (changes: readonly string[], otherwise: string): string => (changes.length === 0 ? `${otherwise} It changes nobody.` : otherwise);

/** The schedule with the override at its end, where the later word counts; one that is there already (a second try) stays in its place. */
function withOverride(stored: Schedule, override: Override, now: number) {
  const { schedule, past } = withoutPast(stored, now);
  if (schedule.overrides.some(({ id }) => id === override.id)) return { schedule, past };
  if (schedule.overrides.length >= mostOverrides) throw tooMany('override');
  const fromNow = { ...override, startAt: Math.max(override.startAt, now) };
  return { schedule: { ...schedule, overrides: [...schedule.overrides, fromNow] }, past };
}

/** Nobody is put on call, or taken off, without a word. */
async function tellOf(override: Override, schedule: Schedule, sender: Person, facts: Configuration, now: number): Promise<void> {
  const on = override.kind === 'remove' ? undefined : override.addUserId;
  const off = override.kind === 'add' ? undefined : override.removeUserId;
  const told = [{ userId: on, title: `${sender.name} put you on call` }, { userId: off, title: `${sender.name} took you off call` }];
  await Promise.all(told.map(async ({ userId, title }) => {
    const person = facts.people[userId ?? ''];
    if (person === undefined || person.id === sender.id) return;
    const body = `${schedule.name}, ${spanWords(override, { zone: person.timeZone, now })}.`;
    await sendNotice({ userId: person.id, cause: `override.${schedule.id}.${override.id}`, title, body, url: onCallPage, channel: 'push', methodId: null, loud: false });
  }));
}

/** Takes an override back. One that runs ends now, so that who was on call so far stays as it was. */
export async function removeOverride({ scheduleId, overrideId, commandId }: Sent<'removeOverride'>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const before = facts.schedules[scheduleId];
  if (before === undefined) throw refusal('no-such-schedule');
  const found = before.overrides.find(({ id }) => id === overrideId);
  if (found === undefined) {
    // The first try of this very command has removed it.
    if ((await at.audit(idOf('audit', sender.id, commandId, at.schedule(scheduleId).path)).get()).exists) return removed(overrideId);
    throw refusal('no-such-override');
  }
  const now = Date.now();
  if (found.endAt <= now) return { outcome: 'unchanged', code: 'already-over', message: 'This override is over. Who was on call then stays as it was.', savedId: overrideId };
  let earlier: Schedule = before;
  const saved = await save({
    ref: at.schedule(scheduleId), schema: Schedule, sender, commandId,
    change: (stored, readAt, transaction) => {
      if (stored === undefined) throw refusal('no-such-schedule');
      earlier = stored;
      const { schedule, past } = withoutPast(stored, readAt);
      keepPast(transaction, scheduleId, past);
      const overrides = schedule.overrides.flatMap((one) => (one.id !== overrideId || one.endAt <= readAt ? [one] : one.startAt < readAt ? [{ ...one, endAt: readAt }] : []));
      return { ...schedule, overrides };
    },
  });
  return { ...removed(overrideId), ...differenceOf(earlier, saved ?? earlier, facts, now) };
}

const removed = (savedId: string): CommandAnswer => ({ outcome: 'done', code: 'removeOverride', message: 'The override is removed.', savedId });
