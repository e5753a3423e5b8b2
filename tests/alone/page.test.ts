import { beforeAll, describe, expect, it } from 'vitest';
import { command, trigger, signIn, unique } from '../rouse';
import { changesOf, countDocuments, incidentBecomes, incidentNow, newService, notificationsOf } from '../store';

let primary: string;
let secondary: string;
let stakeholder: string;
beforeAll(async () => {
  [primary, secondary, stakeholder] = await Promise.all([signIn('primary'), signIn('secondary'), signIn('stakeholder')]);
});

const twoSteps = [{ userIds: ['primary'], delaySeconds: 2 }, { userIds: ['secondary'], delaySeconds: 2 }];

describe('acknowledge', () => {
  it('stops paging: secondary is never paged', async () => {
    const { key } = await newService(twoSteps);
    const id = await trigger(key);
    const { status, body } = await command(primary, { type: 'acknowledge', incidentId: id });
    expect(status).toBe(200);
    expect(body.result).toMatchObject({ outcome: 'done', status: 'acknowledged', holder: { userId: 'primary' } });
    expect(body.result.message).toMatch(/^Acknowledged by you at \d\d:\d\d\. Nobody else will be paged\.$/);
    // The step that would have paged secondary passes while another incident's same step does page them.
    const other = await trigger((await newService(twoSteps)).key);
    await notificationsOf(other, (all) => all.some(({ userId }) => userId === 'secondary'));
    expect((await notificationsOf(id, () => true)).map(({ userId }) => userId)).toEqual(['primary']);
    // What is due next is the end of the lease.
    expect(await incidentNow(id)).toMatchObject({ status: 'acknowledged', nudgedAt: null });
  });

  it('of two in the same instant makes one acknowledge and one clear answer', async () => {
    const { key } = await newService();
    const id = await trigger(key);
    const answers = await Promise.all([primary, secondary].map((person) => command(person, { type: 'acknowledge', incidentId: id })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const outcomes = answers.map(({ body }) => `${body.result.outcome} ${body.result.code}`).sort();
    expect(outcomes).toEqual(['done acknowledge', 'unchanged already-acknowledged']);
    const holder = (await incidentNow(id));
    expect(holder.status === 'acknowledged' && answers.every(({ body }) => body.result.holder?.userId === holder.owner.userId)).toBe(true);
    expect((await changesOf(id)).filter((type) => type === 'acknowledged')).toHaveLength(1);
  });

  it('sent again with the same id is answered the same and changes nothing', async () => {
    const { key } = await newService();
    const id = await trigger(key);
    const commandId = unique().padEnd(8, '0');
    await command(primary, { type: 'acknowledge', incidentId: id, commandId });
    await command(primary, { type: 'release', incidentId: id });
    const again = await command(primary, { type: 'acknowledge', incidentId: id, commandId });
    expect(again.body.result.outcome).toBe('done');
    expect((await incidentNow(id)).status).toBe('triggered');
    const stolen = await command(secondary, { type: 'acknowledge', incidentId: id, commandId });
    expect(stolen.body.error.details.code).toBe('command-id-used');
  });
});

describe('paging', () => {
  it('goes on to secondary when nobody acknowledges, round by round, then to the admins', async () => {
    const { key } = await newService([{ userIds: ['primary'], delaySeconds: 1 }, { userIds: ['secondary'], delaySeconds: 1 }], 2);
    const id = await trigger(key);
    const paged = await notificationsOf(id, (all) => all.some(({ userId }) => userId === 'admin'), 20_000);
    expect(paged.map(({ userId, cause }) => `${userId} ${cause}`)).toEqual(
      ['primary 0.0', 'secondary 0.1', 'primary 1.0', 'secondary 1.1', 'admin last-resort.0']);
    expect(paged.every(({ episode }) => episode === 1)).toBe(true);
    const { escalation } = await incidentNow(id);
    expect(escalation).toMatchObject({ state: 'lastResort', reason: 'outOfRounds' });
  });

  it('of nobody goes to the admins at once and says so', async () => {
    const { key } = await newService([{ userIds: ['stakeholder'], delaySeconds: 60 }, { userIds: ['gone'], delaySeconds: 60 }]);
    const id = await trigger(key);
    expect((await notificationsOf(id, (all) => all.length > 0)).map(({ userId }) => userId)).toEqual(['admin']);
    expect(await changesOf(id)).toEqual(['triggered', 'stepSkipped', 'stepSkipped', 'lastResort']);
  });

  it('goes on where it stood after a release: the same step again, then the time that was left', async () => {
    const { key } = await newService([{ userIds: ['primary'], delaySeconds: 4 }, { userIds: ['secondary'], delaySeconds: 600 }]);
    const id = await trigger(key);
    await command(primary, { type: 'acknowledge', incidentId: id });
    const { body } = await command(primary, { type: 'release', incidentId: id });
    expect(body.result.message).toMatch(/^Paging you\. Sam Weber \(secondary\) is paged in [0-4] s\.$/);
    const all = await notificationsOf(id, (found) => found.some(({ userId }) => userId === 'secondary'));
    expect(all.map(({ userId, episode }) => `${userId} ${episode}`)).toEqual(['primary 1', 'primary 2', 'secondary 2']);
  });

  it('begins anew after a reopen', async () => {
    const { key } = await newService();
    const id = await trigger(key);
    const resolved = await command(primary, { type: 'resolve', incidentId: id });
    expect(resolved.body.result).toMatchObject({ status: 'resolved', warning: 'alertsFiring' });
    await command(primary, { type: 'reopen', incidentId: id });
    const all = await notificationsOf(id, (found) => found.length === 2);
    expect(all.map(({ episode }) => episode)).toEqual([1, 2]);
    const incident = await incidentNow(id);
    expect([incident.status, incident.reopenedCount, incident.clocks.resolvedAt]).toEqual(['triggered', 1, null]);
  });

  it('reaches the next person at once when somebody escalates', async () => {
    const { key } = await newService([{ userIds: ['primary'], delaySeconds: 600 }, { userIds: ['secondary'], delaySeconds: 600 }]);
    const id = await trigger(key);
    await command(primary, { type: 'escalate', incidentId: id });
    expect((await notificationsOf(id, (found) => found.length === 2)).map(({ userId }) => userId)).toEqual(['primary', 'secondary']);
  });
});

describe('a command', () => {
  it('moves severity, milestones and notes into incident and timeline', async () => {
    const { key } = await newService();
    const id = await trigger(key);
    await command(primary, { type: 'acknowledge', incidentId: id });
    await command(primary, { type: 'setSeverity', incidentId: id, severity: 'SEV1' });
    await command(primary, { type: 'addNote', incidentId: id, text: 'Rolled back.' });
    await command(primary, { type: 'setMilestone', incidentId: id, milestone: 'serviceRestored' });
    const incident = await incidentBecomes(id, ({ status }) => status === 'monitoring');
    expect([incident.severity, incident.clocks.mitigatedAt !== null]).toEqual(['SEV1', true]);
    expect(await changesOf(id)).toEqual(['triggered', 'paged', 'acknowledged', 'severitySet', 'note', 'milestone', 'monitoring']);
  });

  it('reports an incident once, however often it is sent; a stakeholder\'s pages as SEV3', async () => {
    const { serviceId } = await newService();
    const commandId = unique().padEnd(8, '0');
    const sent = { type: 'reportIncident', serviceId, title: 'Customers call', severity: 'SEV1', commandId };
    const [first, again] = [await command(stakeholder, sent), await command(stakeholder, sent)];
    expect(again.body.result.incidentId).toBe(first.body.result.incidentId);
    const incident = await incidentNow(first.body.result.incidentId ?? '');
    expect([incident.severity, incident.declaredBy?.userId, incident.status]).toEqual(['SEV3', 'stakeholder', 'triggered']);
    expect((await notificationsOf(incident.id, (all) => all.length > 0)).map(({ userId }) => userId)).toEqual(['primary']);
  });

  const refused: readonly { what: string; who: () => string | null; body: Record<string, unknown>; status: number; code: string }[] = [
    { what: 'nobody signed in', who: () => null, body: { type: 'acknowledge' }, status: 401, code: 'not-signed-in' },
    { what: 'a stakeholder acknowledging', who: () => stakeholder, body: { type: 'acknowledge' }, status: 403, code: 'not-allowed' },
    { what: 'a responder inviting', who: () => primary, body: { type: 'invitePerson', name: 'X', email: 'x@example.org', role: 'admin', teamIds: [] }, status: 403, code: 'not-allowed' },
    { what: 'an unknown type', who: () => primary, body: { type: 'explode' }, status: 400, code: 'invalid' },
    { what: 'a field too many', who: () => primary, body: { type: 'acknowledge', extra: 1 }, status: 400, code: 'invalid' },
    { what: 'an incident that is not there', who: () => primary, body: { type: 'acknowledge', incidentId: 'INC-000000' }, status: 404, code: 'no-such-incident' },
    { what: 'a reopen of what is open', who: () => primary, body: { type: 'reopen' }, status: 400, code: 'not-resolved' },
    { what: 'a service that is not there', who: () => primary, body: { type: 'reportIncident', serviceId: 'nope', title: 'x' }, status: 404, code: 'no-such-service' },
  ];
  it.each(refused)('is refused: $what; nothing is written', async ({ who, body, status, code }) => {
    const { key } = await newService();
    const incidentId = await trigger(key);
    await notificationsOf(incidentId, (all) => all.every(({ status: state }) => state === 'failed' || state === 'sent'));
    const before = await countDocuments();
    const onIncident = body.type === 'acknowledge' || body.type === 'reopen' ? { incidentId, ...body } : body;
    const answer = await command(who(), onIncident);
    expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
    expect(await countDocuments()).toEqual(before);
    expect((await incidentNow(incidentId)).status).toBe('triggered');
  });
});
