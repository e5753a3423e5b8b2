import { beforeAll, describe, expect, it } from 'vitest';
import type { IncidentCommand } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import type { TimelineEntry } from '#domain/incident/timeline';
import { mostPictureBytes, Picture } from '#domain/picture/picture';
import { KnownProblem } from '#domain/problem/knownProblem';
import { WarRoomSettings } from '#domain/room/room';
import { Service } from '#domain/service/service';
import { StatusUpdate } from '#domain/update/statusUpdate';
import { read } from '../../functions/src/store/documents';
import { auditOf, configurationIsRead, configure, refusedOf } from '../configuring';
import { command, signIn, trigger, unique } from '../rouse';
import { at, db, incidentNow, newService, timelineOf } from '../store';

let primary: string;
let stakeholder: string;
beforeAll(async () => { [primary, stakeholder] = await Promise.all([signIn('primary'), signIn('stakeholder')]); });

const open = async (): Promise<string> => trigger((await newService()).key, { severity: 'critical' });
const newId = () => unique().padEnd(8, '0');
const act = async (body: Record<string, unknown>, who = primary) => {
  const answered = await command(who, body);
  expect({ status: answered.status, error: answered.body.error }, String(body.type)).toEqual({ status: 200, error: undefined });
  return answered.body.result;
};
async function entryOf(incidentId: string, commandId: string): Promise<TimelineEntry> {
  const entry = (await timelineOf(incidentId)).find(({ id }) => id === commandId);
  if (entry === undefined) throw new Error(`no entry ${commandId}`);
  return entry;
}
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]).toString('base64');
const picture = { type: 'image/png', width: 640, height: 480, base64: png, words: 'The pool over an hour' };
/** Reads a document as a client does, by the rules; answers the status. */
const readAs = async (idToken: string, path: string): Promise<number> =>
  (await fetch(`http://${process.env.FIRESTORE_EMULATOR_HOST ?? ''}/v1/projects/demo-rouse/databases/(default)/documents/${path}`, { headers: { authorization: `Bearer ${idToken}` } })).status;

const room = { main: { name: 'Bridge', url: 'https://meet.test/bridge', dialIns: [{ label: 'Berlin', number: '+4930123456', code: '47#' }] }, backup: { name: 'Backup', url: null, dialIns: [{ label: '', number: '+4930654321', code: '' }] } };

/** One of each new command, in an order in which each changes something; `ids`: the commandIds so far, by type. */
type Sample = { type: IncidentCommand['type']; fields: (ids: Record<string, string>) => Record<string, unknown>; entry: object; after: (incident: Incident) => unknown; is: unknown };
const samples: readonly Sample[] = [
  { type: 'acknowledge', fields: () => ({}), entry: { type: 'acknowledged' }, after: ({ status }) => status, is: 'acknowledged' },
  { type: 'assignRole', fields: () => ({ role: 'incidentCommander', userId: 'secondary', deputyId: 'primary' }), entry: { type: 'roleSet', role: 'incidentCommander', name: 'Sam Weber' }, after: ({ roles }) => roles.map(({ userId, deputy }) => [userId, deputy?.userId]), is: [['secondary', 'primary']] },
  { type: 'giveUpRole', fields: () => ({ role: 'incidentCommander', userId: 'secondary' }), entry: { type: 'roleSet', name: null, from: 'Sam Weber' }, after: ({ roles }) => roles, is: [] },
  { type: 'setOnTheWay', fields: () => ({ minutes: 12 }), entry: { type: 'onTheWay', minutes: 12 }, after: ({ responders }) => responders.find(({ userId }) => userId === 'primary')?.onTheWay?.minutes, is: 12 },
  { type: 'setType', fields: () => ({ incidentType: 'security' }), entry: { type: 'typeSet', to: 'security' }, after: ({ type }) => type, is: 'security' },
  { type: 'setUrgency', fields: () => ({ urgency: 'low' }), entry: { type: 'urgencySet', from: 'high', to: 'low' }, after: ({ urgency }) => urgency, is: 'low' },
  { type: 'renameIncident', fields: () => ({ title: 'Cards are refused' }), entry: { type: 'renamed', to: 'Cards are refused' }, after: ({ title }) => title, is: 'Cards are refused' },
  { type: 'setStartedAt', fields: () => ({ startedAt: 1_700_000_000_000 }), entry: { type: 'startedAtSet', at: 1_700_000_000_000 }, after: ({ clocks }) => clocks.startedAt, is: 1_700_000_000_000 },
  { type: 'setImpact', fields: () => ({ answers: { affected: 'many' }, people: 1200, note: 'EU' }), entry: { type: 'impactSet', words: 'A major feature fails for many; 1,200 people; EU' }, after: ({ impact }) => impact?.people, is: 1200 },
  { type: 'addTask', fields: () => ({ title: 'Raise the pool', ownerId: 'secondary', dueAt: null }), entry: { type: 'task', what: 'added', owner: 'Sam Weber' }, after: ({ tasks }) => tasks.map(({ title }) => title), is: ['Raise the pool'] },
  { type: 'changeTask', fields: (ids) => ({ taskId: ids.addTask, done: true }), entry: { type: 'task', what: 'done' }, after: ({ tasks }) => tasks.every(({ doneAt }) => doneAt !== null), is: true },
  { type: 'removeTask', fields: (ids) => ({ taskId: ids.addTask }), entry: { type: 'task', what: 'removed' }, after: ({ tasks }) => tasks, is: [] },
  { type: 'addDecision', fields: () => ({ text: 'Frankfurt takes it all' }), entry: { type: 'decided', text: 'Frankfurt takes it all' }, after: ({ decided }) => decided.map(({ text }) => text), is: ['Frankfurt takes it all'] },
  { type: 'unpinDecision', fields: (ids) => ({ decisionId: ids.addDecision }), entry: { type: 'unpinned' }, after: ({ decided }) => decided, is: [] },
  { type: 'setWarRoom', fields: () => ({ warRoom: room }), entry: { type: 'warRoomSet', name: 'Bridge' }, after: ({ warRoom }) => warRoom, is: room },
  { type: 'checkExit', fields: () => ({ item: 'Verified', state: 'skipped', reason: 'No staging' }), entry: { type: 'exitChecked', item: 'Verified', state: 'skipped', reason: 'No staging' }, after: ({ exitChecks }) => exitChecks.map(({ item }) => item), is: ['Verified'] },
  { type: 'tickStep', fields: () => ({ runbookId: 'checkout', step: 'k1', words: 'Check the connection count', state: 'done' }), entry: { type: 'stepTicked', step: 'Check the connection count', state: 'done' }, after: ({ ticks }) => ticks.map(({ step }) => step), is: ['k1'] },
  { type: 'addNote', fields: () => ({ text: 'The pool **is full**', happenedAt: 1_700_000_000_000 }), entry: { type: 'note', text: 'The pool **is full**', happenedAt: 1_700_000_000_000 }, after: ({ status }) => status, is: 'acknowledged' },
  { type: 'sendUpdate', fields: () => ({ phase: 'identified', text: 'We know why.', final: false }), entry: { type: 'updateSent', phase: 'identified', final: false }, after: ({ updateCount, lastUpdateAt }) => [updateCount, lastUpdateAt !== null], is: [1, true] },
  { type: 'resolve', fields: () => ({ verdict: 'real', cause: 'A deploy', reason: 'Quiet since' }), entry: { type: 'exitLeft', reason: 'Quiet since' }, after: ({ status, verdict }) => [status, verdict?.kind], is: ['resolved', 'real'] },
  { type: 'setVerdict', fields: () => ({ verdict: 'known', cause: 'The pool again' }), entry: { type: 'verdictSet', verdict: 'known' }, after: ({ verdict }) => verdict?.cause, is: 'The pool again' },
];

describe('every command of the response', () => {
  it('changes the incident, tells the timeline under its own id, and sent again changes nothing', async () => {
    const incidentId = await open();
    const ids: Record<string, string> = {};
    for (const { type, fields, entry, after, is } of samples) {
      const commandId = newId();
      const body = { type, incidentId, commandId, ...fields(ids) };
      ids[type] = commandId;
      expect(await act(body), type).toMatchObject({ outcome: 'done', code: type, incidentId });
      const incident = await incidentNow(incidentId);
      expect(after(incident), type).toEqual(is);
      const told = await entryOf(incidentId, commandId);
      expect(told.changes, type).toContainEqual(expect.objectContaining(entry));
      expect([told.actor, told.tappedAt], type).toMatchObject([{ kind: 'person', userId: 'primary' }, undefined]);
      const count = (await timelineOf(incidentId)).length;
      expect(await act(body), `${type} again`).toMatchObject({ outcome: 'done', code: type });
      expect(await incidentNow(incidentId), `${type} again`).toEqual(incident);
      expect((await timelineOf(incidentId)).length, `${type} again`).toBe(count);
    }
  });

  it('is refused to a stakeholder, and nothing is written', async () => {
    const incidentId = await open();
    const before = await incidentNow(incidentId);
    const refused = await Promise.all(samples.map(({ type, fields }) => refusedOf(type, { incidentId, ...fields({ addTask: newId(), addDecision: newId() }) }, stakeholder)));
    expect(refused.map(({ status, code }) => `${status} ${code}`)).toEqual(samples.map(() => '403 not-allowed'));
    expect(await incidentNow(incidentId)).toEqual(before);
  });

  it.each([
    ['assignRole', { role: 'scribe', userId: 'stakeholder', deputyId: null }, 'no-such-person'], ['changeTask', { taskId: 'none-such', done: true }, 'no-such-task'],
    ['checkExit', { item: 'Made up', state: 'done', reason: '' }, 'no-such-item'], ['addNote', { text: 'Soon', happenedAt: 4_000_000_000_000 }, 'in-the-future'],
    ['tickStep', { runbookId: 'none-such', step: 's', words: 'w', state: 'done' }, 'no-such-runbook'], ['setWarRoom', { warRoom: { main: { name: 'x', url: 'javascript:alert(1)', dialIns: [] }, backup: null } }, 'invalid'],
    ['addNote', { text: '  ' }, 'invalid'], ['setOnTheWay', { minutes: -1 }, 'invalid'],
  ])('%s %o is refused: %s', async (type, fields, code) => {
    const incidentId = await open();
    const before = await incidentNow(incidentId);
    expect((await refusedOf(type, { incidentId, ...fields }, primary)).code).toBe(code);
    expect(await incidentNow(incidentId)).toEqual(before);
  });
});

describe('an update to the stakeholders', () => {
  it('is a document that they read; the timeline they do not', async () => {
    const incidentId = await open();
    const commandId = newId();
    await act({ type: 'sendUpdate', incidentId, commandId, phase: 'investigating', text: 'We are looking.', final: true });
    expect(read(StatusUpdate, await at.statusUpdate(incidentId, commandId).get())).toMatchObject({ phase: 'investigating', text: 'We are looking.', final: true, severity: 'SEV1' });
    const path = `incidents/${incidentId}/updates/${commandId}`;
    expect([await readAs(stakeholder, path), await readAs(primary, path), await readAs(stakeholder, `incidents/${incidentId}/timeline/${commandId}`)]).toEqual([200, 200, 403]);
    expect((await incidentNow(incidentId)).finalUpdateAt).not.toBeNull();
  });
});

describe('a note with a picture', () => {
  it('keeps the picture beside the incident, for members alone', async () => {
    const incidentId = await open();
    const commandId = newId();
    const body = { type: 'addNote', incidentId, commandId, text: '', pictures: [picture, { ...picture, words: '' }] };
    await act(body);
    await act(body);
    const [change] = (await entryOf(incidentId, commandId)).changes;
    const ids = change?.type === 'note' ? (change.pictures ?? []) : [];
    expect(ids).toHaveLength(2);
    const [first = ''] = ids;
    expect(read(Picture, await at.picture(incidentId, first).get())).toMatchObject({ ...picture, id: first });
    const path = `incidents/${incidentId}/pictures/${first}`;
    expect([await readAs(primary, path), await readAs(stakeholder, path)]).toEqual([200, 403]);
  });

  it.each([
    ['SVG under the name of a PNG', { ...picture, base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').toString('base64') }, ['invalid'], 'pictures.0'],
    ['a JPEG that is a PNG', { ...picture, type: 'image/jpeg' }, ['invalid'], 'pictures.0'], ['an SVG by its own name', { ...picture, type: 'image/svg+xml' }, ['invalid'], 'pictures.0.type'],
    ['one byte too many', { ...picture, base64: Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(mostPictureBytes + 1 - Buffer.from(png, 'base64').length)]).toString('base64') }, ['too-big', 'invalid'], 'pictures.0'],
    ['far too many', { ...picture, base64: `iVBORw0KGgoA${'A'.repeat(800_000)}` }, ['invalid'], 'pictures.0.base64'],
  ])('refuses %s, and keeps nothing of the note', async (_what, wrong, codes, path) => {
    const incidentId = await open();
    const count = (await timelineOf(incidentId)).length;
    const refused = await refusedOf('addNote', { incidentId, text: 'Look', pictures: [wrong] }, primary);
    expect(codes).toContain(refused.code);
    expect(refused.paths).toContain(path);
    expect((await at.incident(incidentId).collection('pictures').get()).size).toBe(0);
    expect((await timelineOf(incidentId)).length).toBe(count);
  });
});

describe('a command that could not be sent at once', () => {
  it('says in the timeline when it was tapped; one sent at once, or from a clock that is wrong, does not', async () => {
    const incidentId = await open();
    const { clocks: { triggeredAt } } = await incidentNow(incidentId);
    // Triggered an hour ago, so that a tap of ten minutes ago is after it.
    await at.incident(incidentId).update({ 'clocks.triggeredAt': new Date(triggeredAt - 3_600_000) });
    const note = async (tappedAt: number) => {
      const commandId = newId();
      await act({ type: 'addNote', incidentId, commandId, text: 'Tapped', tappedAt });
      return entryOf(incidentId, commandId);
    };
    const tapped = Date.now() - 600_000;
    const late = await note(tapped);
    expect(late.tappedAt).toBe(tapped);
    expect(late.at).toBeGreaterThan(tapped + 500_000);
    expect([(await note(Date.now())).tappedAt, (await note(Date.now() + 3_600_000)).tappedAt, (await note(0)).tappedAt]).toEqual([undefined, undefined, undefined]);
  });
});

describe('known problems', () => {
  const problem = { title: 'The pool runs full', serviceId: 'checkout', match: [' pool '], cause: 'Too small', workaround: 'Restart it', ownerId: 'secondary', link: 'https://tracker.test/1', open: true };

  it('are every responder\'s to save, change and remove, with the audit of each', async () => {
    const made = await act({ type: 'saveKnownProblem', problemId: null, ...problem });
    const id = made.savedId ?? '';
    expect(read(KnownProblem, await at.knownProblem(id).get())).toMatchObject({ ...problem, id, match: ['pool'] });
    expect([await readAs(primary, `knownProblems/${id}`), await readAs(stakeholder, `knownProblems/${id}`)]).toEqual([200, 403]);
    await act({ type: 'saveKnownProblem', problemId: id, ...problem, open: false });
    expect(read(KnownProblem, await at.knownProblem(id).get())?.open).toBe(false);
    const commandId = newId();
    await act({ type: 'removeKnownProblem', problemId: id, commandId });
    await act({ type: 'removeKnownProblem', problemId: id, commandId });
    expect((await at.knownProblem(id).get()).exists).toBe(false);
    expect((await refusedOf('removeKnownProblem', { problemId: id }, primary)).code).toBe('no-such-problem');
    expect((await auditOf(`knownProblems/${id}`)).map(({ after }) => after === null)).toEqual([false, false, true]);
  });

  it.each([
    [{ serviceId: 'none-such' }, 'no-such-service', 'serviceId'], [{ serviceId: null, match: [] }, 'invalid', 'match'], [{ ownerId: 'none-such' }, 'no-such-person', 'ownerId'],
    [{ title: ' ' }, 'invalid', 'title'], [{ link: 'javascript:alert(1)' }, 'invalid', 'link'], [{ match: ['x'] }, 'invalid', 'match.0'],
  ])('with %o are refused: %s', async (wrong, code, path) => {
    const cause = unique();
    expect(await refusedOf('saveKnownProblem', { problemId: null, ...problem, cause, ...wrong }, primary)).toMatchObject({ code, paths: [path] });
    expect((await db().collection('knownProblems').where('cause', '==', cause).get()).size).toBe(0);
  });

  it('are not a stakeholder\'s', async () => {
    expect((await refusedOf('saveKnownProblem', { problemId: null, ...problem }, stakeholder)).code).toBe('not-allowed');
    expect((await refusedOf('removeKnownProblem', { problemId: 'any-problem' }, stakeholder)).code).toBe('not-allowed');
  });
});

describe('the standing war room', () => {
  it('is an admin\'s to set and to take away, and a member\'s to read', async () => {
    expect((await refusedOf('saveWarRoom', { standing: room }, primary)).code).toBe('not-allowed');
    const { body } = await command(await signIn('admin'), { type: 'saveWarRoom', standing: room });
    expect(body.result).toMatchObject({ outcome: 'done', message: 'Bridge is offered with every incident.' });
    expect(read(WarRoomSettings, await at.warRoomSettings().get())).toEqual({ standing: room });
    expect([await readAs(primary, 'settings/warRoom'), await readAs(stakeholder, 'settings/warRoom')]).toEqual([200, 403]);
    expect((await refusedOf('saveWarRoom', { standing: { main: { name: 'x', url: null, dialIns: [] }, backup: null } })).code).toBe('invalid');
    await command(await signIn('admin'), { type: 'saveWarRoom', standing: null });
    expect(read(WarRoomSettings, await at.warRoomSettings().get())).toEqual({ standing: null });
  });
});

describe('the vendors of a service', () => {
  const vendor = { name: 'Card Co', phone: '+4930123456', email: 'help@card.test', url: 'https://card.test', note: 'Customer 4711' };

  it('stay where a command does not name them, and go where it names none', async () => {
    const { serviceId } = await newService();
    await configurationIsRead();
    const saved = { serviceId, name: `Service ${serviceId}`, description: '', policyId: serviceId, runbookId: null, grouping: { by: 'source' } };
    const vendors = async () => read(Service, await at.service(serviceId).get())?.vendors;
    await configure('saveService', { ...saved, vendors: [vendor] });
    expect(await vendors()).toEqual([vendor]);
    await configure('saveService', { ...saved, description: 'Takes the money' });
    expect(await vendors()).toEqual([vendor]);
    await configure('saveService', { ...saved, vendors: [] });
    expect(await vendors()).toEqual([]);
  });

  it.each([['phone', '030 123'], ['email', 'nobody'], ['url', 'javascript:alert(1)'], ['name', ' ']])('with a wrong %s are refused at that field', async (field, value) => {
    const { serviceId } = await newService();
    const refused = await refusedOf('saveService', { serviceId, name: `Service ${serviceId}`, description: '', policyId: serviceId, runbookId: null, grouping: { by: 'source' }, vendors: [{ ...vendor, [field]: value }] });
    expect(refused).toMatchObject({ code: 'invalid', paths: [`vendors.0.${field}`] });
  });
});
