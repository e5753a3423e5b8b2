import type { CommandAnswer } from '#domain/command/answer';
import { holidaysOf } from '#domain/escalation/targets';
import type { Issue } from '#domain/ingest/parsed';
import { CoverRequest, overridesOf } from '#domain/oncall/cover';
import { Schedule } from '#domain/oncall/schedule';
import { isMember, type Person } from '#domain/people/person';
import { dutyWords } from '#domain/readiness/duty';
import { onCallPage, othersOf } from '#domain/readiness/telling';
import { DAY } from '#domain/time/instant';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { sendNotice } from '../../send/notice';
import { recordAudit } from '../../store/audit';
import { configuration, type Configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { save } from '../../store/saved';
import { refusal } from '../refusal';
import { spanWords } from './changeWords';
import { offCallIn, isOnCallIn } from './onCallIn';
import { keepPast, withoutPast } from './pastOverrides';
import { mostOverrides, tooMany } from './schedules';
import type { Sent } from './sent';

/** Cover of more than a year is no cover, and takes long to look through. */
const longest = 366 * DAY;

/** Asks the others of a schedule to take a stretch of the sender's. Nothing changes until somebody does. */
export async function askCover({ scheduleId, startAt, endAt, note, inReturn, commandId }: Sent<'askCover'>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const schedule = facts.schedules[scheduleId];
  const now = Date.now();
  if (schedule === undefined) throw refusal('no-such-schedule');
  const span = { startAt: Math.max(startAt, now), endAt };
  const words = (one: { startAt: number; endAt: number }) => spanWords(one, { zone: sender.timeZone, now });
  if (endAt <= span.startAt) throw refusal('invalid', [{ path: 'endAt', message: startAt >= endAt ? 'must end after it starts' : 'is over already' }], 'Choose a time that is not over.');
  if (inReturn !== null && (inReturn.endAt <= inReturn.startAt || inReturn.startAt < now)) {
    throw refusal('invalid', [{ path: 'inReturn', message: 'must be ahead, and end after it starts' }], 'Choose a time ahead to take in return.');
  }
  if (endAt - span.startAt > longest || (inReturn !== null && inReturn.endAt - inReturn.startAt > longest)) {
    throw refusal('invalid', [{ path: 'endAt', message: 'is more than a year later' }], 'Choose at most a year.');
  }
  const off = offCallIn(schedule, sender.id, span, holidaysOf(schedule, facts));
  if (off !== undefined) throw refusal('invalid', [{ path: 'startAt', message: `You are not on call ${words(off)}.` }], `You are not on call ${words(off)}. Ask only for what is yours.`);
  const id = idOf('cover', sender.id, commandId);
  await save({
    ref: at.coverRequest(id), schema: CoverRequest, sender, commandId,
    change: (before, readAt): CoverRequest => (before === undefined ? {
      id, scheduleId, userId: sender.id, ...span, note, state: 'open', takenBy: null, inReturn, createdAt: readAt, answeredAt: null,
    } : { ...before }),
  });
  const others = othersOf(schedule, sender.id, facts);
  await Promise.all(others.map((other) => {
    const own = (one: { startAt: number; endAt: number }) => spanWords(one, { zone: other.timeZone, now });
    const swap = inReturn === null ? '' : ` In return ${sender.name} takes ${own(inReturn)}.`;
    return sendNotice({
      userId: other.id, cause: `cover.${id}`, title: `${sender.name} asks for cover`, body: `${own(span)}, ${dutyWords(scheduleId, facts)}.${swap}${note === '' ? '' : ` ${note}`}`,
      url: `${onCallPage}?cover=${id}`, channel: 'push', methodId: null, loud: false,
    });
  }));
  const message = others.length === 0 ? 'Saved, but nobody else is there to be asked.' : `${others.length === 1 ? `${others[0]?.name ?? ''} was` : `${others.length} people were`} asked. You stay on call until somebody takes it.`;
  return { outcome: 'done', code: 'askCover', message, savedId: id };
}

/** Takes what somebody asked cover for: its overrides are in the schedule with the answer. For a swap the taker gives what they have in return. */
export async function takeCover({ requestId, commandId }: Sent<'takeCover'>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const { request, now } = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.coverRequest(requestId));
    const before = read(CoverRequest, snapshot);
    if (before === undefined) throw refusal('no-such-cover-request');
    const readAt = snapshot.readTime.toMillis();
    if (before.state !== 'open') return { request: before, now: readAt };
    const stored = await transaction.get(at.schedule(before.scheduleId));
    const schedule = read(Schedule, stored);
    if (schedule === undefined) throw refusal('no-such-schedule');
    const problem = takeProblem(before, schedule, sender, facts, readAt);
    if (problem !== undefined) throw refusal('invalid', [problem], problem.message);
    const after: CoverRequest = { ...before, state: 'taken', takenBy: sender.id, answeredAt: readAt };
    // What of it is over stays as it was.
    const overrides = overridesOf(after).flatMap((one) => (one.endAt <= readAt ? [] : [{ ...one, startAt: Math.max(one.startAt, readAt) }]));
    const kept = withoutPast(schedule, readAt);
    if (kept.schedule.overrides.length + overrides.length > mostOverrides) throw tooMany('requestId');
    const changed: Schedule = { ...kept.schedule, overrides: [...kept.schedule.overrides, ...overrides] };
    keepPast(transaction, schedule.id, kept.past);
    transaction.set(snapshot.ref, toStored(after));
    transaction.set(stored.ref, toStored(changed));
    recordAudit(transaction, { sender, commandId, what: stored.ref.path, before: schedule, after: changed });
    return { request: after, now: readAt };
  });
  if (request.takenBy !== sender.id) return tooLate(request, facts);
  await configuration(true);
  await tellTaken(request, sender, facts, now);
  const name = facts.people[request.userId]?.name ?? request.userId;
  return { outcome: 'done', code: 'takeCover', message: `You cover for ${name} ${spanWords(request, { zone: sender.timeZone, now })}.`, savedId: requestId };
}

/** Why this person can't take it; undefined: they can. */
function takeProblem(request: CoverRequest, schedule: Schedule, sender: Person, facts: Configuration, now: number): Issue | undefined {
  const asker = facts.people[request.userId];
  const name = asker?.name ?? 'Whoever asked';
  if (request.userId === sender.id) return { path: 'requestId', message: 'You asked for this yourself. Somebody else has to take it.' };
  if (asker === undefined || !isMember(asker)) return { path: 'requestId', message: `${name} has no access any more. An admin has to change the schedule.` };
  if (request.endAt <= now) return { path: 'requestId', message: 'This time is over.' };
  const holidays = holidaysOf(schedule, facts);
  if (!isOnCallIn(schedule, request.userId, { startAt: Math.max(request.startAt, now), endAt: request.endAt }, holidays)) return { path: 'requestId', message: `${name} is not on call then any more.` };
  const off = request.inReturn === null ? undefined : offCallIn(schedule, sender.id, request.inReturn, holidays);
  return off === undefined ? undefined : { path: 'inReturn', message: `You are not on call ${spanWords(off, { zone: sender.timeZone, now })}, which ${name} would take in return.` };
}

function tooLate({ id, state, takenBy }: CoverRequest, { people }: Configuration): CommandAnswer {
  if (state === 'taken') return { outcome: 'unchanged', code: 'already-taken', message: `${people[takenBy ?? '']?.name ?? 'Somebody else'} has it already.`, savedId: id };
  return { outcome: 'unchanged', code: 'already-withdrawn', message: 'It was taken back. Nobody is needed any more.', savedId: id };
}

async function tellTaken(request: CoverRequest, taker: Person, facts: Configuration, now: number): Promise<void> {
  const asker = facts.people[request.userId];
  const name = asker?.name ?? request.userId;
  const duty = dutyWords(request.scheduleId, facts);
  const told = [
    { person: asker, title: `${taker.name} covers for you`, swap: `You are on call for ${taker.name}` },
    { person: taker, title: `You cover for ${name}`, swap: `${name} is on call for you` },
  ];
  await Promise.all(told.map(async ({ person, title, swap }) => {
    if (person === undefined) return;
    const words = (one: { startAt: number; endAt: number }) => spanWords(one, { zone: person.timeZone, now });
    const inReturn = request.inReturn === null ? '' : ` ${swap} ${words(request.inReturn)}.`;
    await sendNotice({ userId: person.id, cause: `cover.taken.${request.id}`, title, body: `${words(request)}, ${duty}.${inReturn}`, url: onCallPage, channel: 'push', methodId: null, loud: false });
  }));
}

/** Takes the sender's own request back, while nobody has taken it. */
export async function withdrawCover({ requestId, commandId }: Sent<'withdrawCover'>, sender: Person): Promise<CommandAnswer> {
  const { people } = await configuration();
  const saved = await save({
    ref: at.coverRequest(requestId), schema: CoverRequest, sender, commandId,
    change: (before, now) => {
      if (before === undefined) throw refusal('no-such-cover-request');
      if (before.userId !== sender.id && sender.role !== 'admin') throw refusal('not-allowed', [], `${people[before.userId]?.name ?? 'Somebody else'} asked for this, and only they can take it back.`);
      return { ...before, ...(before.state === 'open' ? { state: 'withdrawn' as const, answeredAt: now } : {}) };
    },
  });
  if (saved?.state === 'taken') return { outcome: 'unchanged', code: 'already-taken', message: `${people[saved.takenBy ?? '']?.name ?? 'Somebody'} has it already. An override gives it back.`, savedId: requestId };
  return { outcome: 'done', code: 'withdrawCover', message: 'Taken back. You stay on call.', savedId: requestId };
}
