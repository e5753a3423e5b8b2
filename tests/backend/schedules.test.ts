import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { CoverRequest } from '#domain/oncall/cover';
import { Schedule } from '#domain/oncall/schedule';
import { auditOf, refusedOf } from '../configuring';
import { command, signIn, unique } from '../rouse';
import { at, db } from '../store';
import { read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

const hour = 3_600_000;
const day = 24 * hour;

const tokens: Record<string, string> = {};
beforeAll(async () => {
  for (const who of ['admin', 'primary', 'secondary', 'stakeholder']) tokens[who] = await signIn(who);
});

/** Sends a command that must be taken. */
async function as(who: string, type: string, fields: Record<string, unknown>): Promise<CommandAnswer> {
  const { status, body } = await command(tokens[who] ?? null, { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}
const refused = (who: string, type: string, fields: Record<string, unknown>) => refusedOf(type, fields, tokens[who] ?? null);

const stored = async (id: string): Promise<Schedule> => {
  const schedule = read(Schedule, await at.schedule(id).get());
  if (schedule === undefined) throw new Error(`there is no ${id}`);
  return schedule;
};
const requestNow = async (id: string | undefined): Promise<CoverRequest | undefined> => read(CoverRequest, await at.coverRequest(id ?? '').get());
const noticesTo = async (userId: string, word: string): Promise<string[]> => {
  const { docs } = await db().collection('notifications').where('userId', '==', userId).where('kind', '==', 'notice').get();
  return docs.map((notice) => `${String(notice.get('title'))}: ${String(notice.get('body'))}`).filter((text) => text.includes(word));
};

/** A schedule with Priya alone on call, saved as the admin saves it. */
async function saved(fields: Partial<Schedule> = {}): Promise<Schedule> {
  const id = unique();
  const schedule = Schedule.parse({
    id, name: `Schedule ${id}`, timeZone: 'Europe/Berlin', overrides: [],
    layers: [{ id: 'layer', name: 'Days', participants: ['primary'], rotation: { type: 'weekly', length: 1, startLocal: '2026-01-05T09:00' } }], ...fields,
  });
  await as('admin', 'saveSchedule', { schedule });
  return schedule;
}
const replaced = (id: string, startAt: number, endAt: number) => ({ kind: 'replace', id, startAt, endAt, addUserId: 'secondary', removeUserId: 'primary' });

describe('saving a schedule', () => {
  it('a dry run says what would change and changes nothing; the save does it, and is written down', async () => {
    const schedule = await saved();
    const after = { ...schedule, layers: schedule.layers.map((layer) => ({ ...layer, participants: ['secondary'] })) };
    const dry = await as('admin', 'saveSchedule', { schedule: after, dryRun: true });
    expect(dry).toMatchObject({ outcome: 'unchanged', code: 'dry-run' });
    expect(dry.changes?.join()).toContain('Priya Nair → Sam Weber');
    expect((await stored(schedule.id)).layers[0]?.participants).toEqual(['primary']);
    const done = await as('admin', 'saveSchedule', { schedule: after });
    expect(done).toMatchObject({ outcome: 'done', savedId: schedule.id });
    expect(done.changes).toHaveLength(1);
    expect((await stored(schedule.id)).layers[0]?.participants).toEqual(['secondary']);
    expect((await auditOf(`schedules/${schedule.id}`)).map(({ userId, before }) => [userId, before === null])).toEqual([['admin', true], ['admin', false]]);
  });

  it('names what is wrong and how to mend it', async () => {
    const schedule = await saved();
    const with_ = (participants: string[]) => ({ ...schedule, layers: schedule.layers.map((layer) => ({ ...layer, participants })) });
    expect(await refused('admin', 'saveSchedule', { schedule: with_(['primary', 'stakeholder']) })).toMatchObject({
      code: 'invalid', paths: ['schedule.layers.0.participants.1'], message: 'Stella Lindqvist is a stakeholder and is never paged. Make them a responder, or choose somebody else.',
    });
    expect(await refused('admin', 'saveSchedule', { schedule: { ...with_(['primary']), holidayCalendarId: 'none' } })).toMatchObject({ code: 'invalid', paths: ['schedule.holidayCalendarId'] });
    expect(await refused('primary', 'saveSchedule', { schedule })).toMatchObject({ code: 'not-allowed' });
  });

  it('keeps an override that was made while the form was open, and moves old ones to the past', async () => {
    const schedule = await saved();
    const now = Date.now();
    await as('primary', 'addOverride', { scheduleId: schedule.id, override: replaced('meanwhile', now + hour, now + 2 * hour) });
    const old = replaced('old', now - 4 * day, now - 3 * day);
    await at.schedule(schedule.id).update({ overrides: [toStored(old), ...(await stored(schedule.id)).overrides.map(toStored)] });
    await as('admin', 'saveSchedule', { schedule: { ...schedule, name: `${schedule.name} renamed` } });
    const after = await stored(schedule.id);
    expect([after.name, after.overrides.map(({ id }) => id)]).toEqual([`${schedule.name} renamed`, ['meanwhile']]);
    expect((await at.pastOverride(schedule.id, 'old').get()).get('removeUserId')).toBe('primary');
  });

  it('is not removed while a policy names it', async () => {
    const schedule = await saved();
    const policy = { id: unique(), name: `Policy ${schedule.id}`, rounds: 1, steps: [{ targets: [{ kind: 'schedule', scheduleId: schedule.id }], delaySeconds: 60 }] };
    await at.policy(policy.id).set(toStored(policy));
    expect(await refused('admin', 'removeSchedule', { scheduleId: schedule.id })).toMatchObject({ code: 'in-use', message: `${policy.name} still names it. Take it out there first.` });
    await at.policy(policy.id).delete();
    await as('admin', 'removeSchedule', { scheduleId: schedule.id });
    expect((await at.schedule(schedule.id).get()).exists).toBe(false);
    expect(await refused('admin', 'removeSchedule', { scheduleId: schedule.id })).toMatchObject({ code: 'no-such-schedule' });
  });
});

describe('an override', () => {
  it('by a responder: says who changes, is made once however often it is sent, and tells whom it concerns', async () => {
    const { id: scheduleId } = await saved();
    const now = Date.now();
    const sent = { scheduleId, override: replaced('cover', now + hour, now + 2 * hour), commandId: unique().padEnd(12, '0') };
    expect((await as('secondary', 'addOverride', { ...sent, dryRun: true })).changes).toHaveLength(1);
    expect((await stored(scheduleId)).overrides).toEqual([]);
    expect((await as('secondary', 'addOverride', sent)).changes?.[0]).toContain('Priya Nair → Sam Weber');
    await as('secondary', 'addOverride', sent);
    expect((await stored(scheduleId)).overrides).toHaveLength(1);
    expect(await noticesTo('primary', `Schedule ${scheduleId}`)).toEqual([expect.stringContaining('Sam Weber took you off call')]);
  });

  it('that leaves nobody says so', async () => {
    const { id: scheduleId } = await saved();
    const now = Date.now();
    const override = { kind: 'remove', id: 'gap', startAt: now + hour, endAt: now + 2 * hour, removeUserId: 'primary' };
    expect((await as('primary', 'addOverride', { scheduleId, override, dryRun: true })).changes).toEqual([expect.stringContaining('Priya Nair → nobody')]);
  });

  it('of a time that is over, of somebody who is never paged, or one too many is refused', async () => {
    const schedule = await saved();
    const now = Date.now();
    const add = (override: object) => refused('primary', 'addOverride', { scheduleId: schedule.id, override });
    expect(await add(replaced('late', now - 2 * hour, now - hour))).toMatchObject({ code: 'invalid', paths: ['override.endAt'] });
    expect(await add({ ...replaced('stella', now, now + hour), addUserId: 'stakeholder' })).toMatchObject({ code: 'invalid', paths: ['override.addUserId'] });
    const many = Array.from({ length: 200 }, (_, index) => toStored(replaced(`many-${index}`, now + index * hour, now + (index + 1) * hour)));
    await at.schedule(schedule.id).update({ overrides: many });
    expect(await add(replaced('more', now, now + hour))).toMatchObject({ code: 'invalid', message: 'This schedule has 200 overrides ahead of it. Change its layers instead, or remove some.' });
  });

  it('taken back while it runs ends now; what was stays', async () => {
    const { id: scheduleId } = await saved();
    const startAt = Date.now() - hour;
    await at.schedule(scheduleId).update({ overrides: [toStored(replaced('running', startAt, startAt + 3 * hour)), toStored(replaced('ahead', startAt + 4 * hour, startAt + 5 * hour))] });
    await as('primary', 'removeOverride', { scheduleId, overrideId: 'running' });
    const sent = { scheduleId, overrideId: 'ahead', commandId: unique().padEnd(12, '0') };
    await as('primary', 'removeOverride', sent);
    expect((await as('primary', 'removeOverride', sent)).outcome).toBe('done');
    const [running, ...others] = (await stored(scheduleId)).overrides;
    expect(others).toEqual([]);
    expect(running?.startAt).toBe(startAt);
    expect(running?.endAt).toBeLessThanOrEqual(Date.now());
    expect(await refused('primary', 'removeOverride', { scheduleId, overrideId: 'ahead' })).toMatchObject({ code: 'no-such-override' });
  });
});

describe('cover', () => {
  /** Priya is on call, but for two hours that Sam took before. */
  async function shared() {
    const now = Math.ceil(Date.now() / hour) * hour;
    const { id: scheduleId } = await saved();
    const sams = { startAt: now + 10 * hour, endAt: now + 12 * hour };
    await as('secondary', 'addOverride', { scheduleId, override: replaced('sams', sams.startAt, sams.endAt) });
    return { scheduleId, priyas: { startAt: now + 2 * hour, endAt: now + 4 * hour }, sams };
  }

  it('is asked of the others, taken once, and is in the schedule with the answer', async () => {
    const { scheduleId, priyas: { startAt, endAt } } = await shared();
    const note = `School play ${scheduleId}`;
    const ask = { scheduleId, startAt, endAt, note, inReturn: null, commandId: unique().padEnd(12, '0') };
    const { savedId: requestId } = await as('primary', 'askCover', ask);
    expect((await as('primary', 'askCover', ask)).savedId).toBe(requestId);
    expect(await noticesTo('secondary', note)).toEqual([expect.stringContaining('Priya Nair asks for cover')]);
    expect(await refused('primary', 'takeCover', { requestId })).toMatchObject({ code: 'invalid', message: 'You asked for this yourself. Somebody else has to take it.' });
    const [first, second] = await Promise.all(['secondary', 'admin'].map((who) => as(who, 'takeCover', { requestId })));
    expect([first?.outcome, second?.outcome].sort()).toEqual(['done', 'unchanged']);
    const request = await requestNow(requestId);
    expect(request?.state).toBe('taken');
    expect((await stored(scheduleId)).overrides.slice(1)).toEqual([{ kind: 'replace', id: `cover-${requestId}`, startAt, endAt, addUserId: request?.takenBy, removeUserId: 'primary' }]);
    expect((await noticesTo('primary', 'covers for you')).length).toBeGreaterThan(0);
    expect(await as('primary', 'withdrawCover', { requestId })).toMatchObject({ outcome: 'unchanged', code: 'already-taken' });
  });

  it('a swap gives both ways, and only what each has', async () => {
    const { scheduleId, priyas: { startAt, endAt }, sams } = await shared();
    const { savedId: requestId } = await as('primary', 'askCover', { scheduleId, startAt, endAt, note: '', inReturn: sams });
    expect(await refused('admin', 'takeCover', { requestId })).toMatchObject({ code: 'invalid', paths: ['inReturn'] });
    await as('secondary', 'takeCover', { requestId });
    expect((await stored(scheduleId)).overrides.slice(1)).toMatchObject([{ addUserId: 'secondary', removeUserId: 'primary', startAt }, { addUserId: 'primary', removeUserId: 'secondary', ...sams }]);
  });

  it('is asked only for what is one\'s own, and taken back by whoever asked', async () => {
    const { scheduleId, priyas: { startAt, endAt } } = await shared();
    expect(await refused('secondary', 'askCover', { scheduleId, startAt, endAt, note: '', inReturn: null })).toMatchObject({ code: 'invalid', message: expect.stringContaining('You are not on call') as string });
    const { savedId: requestId } = await as('primary', 'askCover', { scheduleId, startAt, endAt, note: '', inReturn: null });
    expect(await refused('secondary', 'withdrawCover', { requestId })).toMatchObject({ code: 'not-allowed' });
    await as('primary', 'withdrawCover', { requestId });
    expect(await as('secondary', 'takeCover', { requestId })).toMatchObject({ outcome: 'unchanged', code: 'already-withdrawn' });
    expect((await stored(scheduleId)).overrides).toHaveLength(1);
  });
});

it('the hand-over note and the team\'s list are kept', async () => {
  const { id: scheduleId } = await saved();
  await as('primary', 'saveHandOverNote', { scheduleId, text: 'The queue is slow.' });
  expect((await at.shiftNote(scheduleId).get()).data()).toMatchObject({ text: 'The queue is slow.', by: { userId: 'primary', name: 'Priya Nair' } });
  expect(await refused('primary', 'saveReadiness', { items: ['Laptop'], hoursBefore: 3 })).toMatchObject({ code: 'not-allowed' });
  await as('admin', 'saveReadiness', { items: ['Laptop', 'Laptop'], hoursBefore: 3 });
  expect((await at.readinessSettings().get()).data()).toEqual({ items: ['Laptop'], hoursBefore: 3 });
  await at.readinessSettings().delete();
});
