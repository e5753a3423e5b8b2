import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Change, TimelineEntry } from '#domain/incident/timeline';
import type { PlanStep, ResponsePlan } from '#domain/plan/plan';
import { PlanRun } from '#domain/plan/planRun';
import { SECOND } from '#domain/time/instant';
import { outboundPort, testBorders } from '../../scripts/testing/borders';
import { carryOutPlan } from '../../functions/src/plan/carryOut';
import { adminToken, configurationIsRead, configure, refusedOf } from '../configuring';
import { FakeOutbound, receivedWebhook } from '../fakes/outbound';
import { makeQuiet } from '../quiet';
import { command, signIn, trigger, unique, until } from '../rouse';
import { at, db, incidentBecomes, incidentNow, newService, tidyLater, timelineOf } from '../store';

const outbound = new FakeOutbound();
const token = 'xoxb-1111111111-stand-in';

beforeAll(async () => {
  // What this process carries out itself ends at the stand-in too.
  process.env.ROUSE_FAKE_OUTBOUND = testBorders.ROUSE_FAKE_OUTBOUND;
  await outbound.listen(outboundPort);
  await makeQuiet();
  outbound.slack.people.set('primary@rouse.test', 'UPRIYA');
});
afterEach(() => {
  expect(outbound.faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await connect(null);
  await outbound.close();
});

const act = async (who: string, body: Record<string, unknown>) => {
  const { status, body: { result, error } } = await command(await signIn(who), body);
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return result;
};
async function connect(slack: { token: string | null; inviteResponders: boolean } | null) {
  await act('admin', { type: 'saveChat', slack });
  await configurationIsRead();
}
async function planned(serviceId: string, steps: PlanStep[], fields: Partial<ResponsePlan> = {}): Promise<string> {
  const { savedId = '' } = await act('admin', { type: 'saveResponsePlan', planId: null, plan: { name: `Plan ${unique()}`, enabled: true, severities: ['SEV1'], serviceIds: [serviceId], steps, ...fields } });
  tidyLater(() => at.responsePlan(savedId).delete());
  await configurationIsRead();
  return savedId;
}
async function destination(kind: 'slack' | 'webhook', serviceIds: string[] = []): Promise<{ id: string; host: string; path: string; secret: string; name: string }> {
  const path = `/services/T0/B0/${unique()}`;
  const host = kind === 'slack' ? 'hooks.slack.com' : `${unique().toLowerCase()}.example.org`;
  const name = `Ops ${unique()}`;
  const { savedId = '', key = '' } = await configure('saveDestination' as never, { destinationId: null, name, kind, enabled: true, serviceIds, url: `https://${host}${path}` }); // Of the on-call commands, which are sent alike.
  tidyLater(() => at.destination(savedId).delete());
  return { id: savedId, host, path, secret: key, name };
}
const runOf = (incidentId: string, fits: (run: PlanRun) => boolean, within = 40_000) => until(at.planRun(incidentId), ([stored]) => {
  const run = PlanRun.safeParse(stored).data;
  return run !== undefined && fits(run) ? run : undefined;
}, within);
const isOver = ({ state }: PlanRun) => state === 'done';
const stepsOf = ({ steps }: PlanRun) => steps.map(({ step, state }) => `${step.kind} ${state}`);
type PlanStepChange = Extract<Change, { type: 'planStep' }>;
const told = (entries: TimelineEntry[]) => entries.flatMap(({ actor, changes }) => changes.filter((change): change is PlanStepChange => change.type === 'planStep').map((change) => ({ ...change, actor })));
const createIn = (backupId: string | null = null): PlanStep => ({ kind: 'openChannel', how: { by: 'createSlack' }, backupId });
const cadence = (minutes: number): PlanStep => ({ kind: 'startCadence', minutes });
const channelOf = (incidentId: string) => outbound.slack.channels.filter(({ name }) => name.startsWith(incidentId.toLowerCase()));

describe('where nothing is set up', () => {
  it('a default plan does nothing, and leaves nothing in the timeline', async () => {
    const { key } = await newService();
    const id = await trigger(key, { severity: 'critical' });
    await until(at.automation(id), ([stored]) => (stored === undefined ? true : undefined));
    expect((await at.planRun(id).get()).exists).toBe(false);
    expect((await timelineOf(id)).flatMap(({ changes }) => changes.map(({ type }) => type)).filter((type) => type.startsWith('plan'))).toEqual([]);
  });
});

describe('connecting Slack', () => {
  it('tries the token, keeps it encrypted, and shows no more of it than its end', async () => {
    expect(await refusedOf('saveChat', { slack: { token: 'xoxb-0000000000-wrong', inviteResponders: true } })).toMatchObject({ code: 'invalid', paths: ['slack.token'] });
    expect(await refusedOf('saveChat', { slack: { token, inviteResponders: true } }, await signIn('primary'))).toMatchObject({ code: 'not-allowed' });
    expect((await act('admin', { type: 'saveChat', slack: { token, inviteResponders: true } })).message).toContain('Acme');
    await configurationIsRead();
    expect((await at.chatSettings().get()).data()).toEqual({ slack: { team: 'Acme', url: 'https://acme.slack.com/', tokenHint: token.slice(-4), inviteResponders: true } });
    const audit = await db().collection('audit').where('what', '==', 'settings/chat').get();
    const everything = JSON.stringify([(await db().doc('secrets/chat-slack').get()).data(), ...audit.docs.map((entry) => entry.data())]);
    expect(everything).not.toContain(token.slice(5, 15));
    expect(audit.size).toBeGreaterThan(0);
  });
});

describe('a plan that runs by itself', () => {
  beforeAll(() => connect({ token, inviteResponders: true }));

  it('opens a channel, tells it everything, and invites who is paged', async () => {
    const { key } = await newService();
    const id = await trigger(key, { severity: 'critical', title: 'Answering 503' });
    const run = await runOf(id, isOver);
    expect([run.planName, stepsOf(run)]).toEqual(['Default of SEV1', ['openChannel done']]);
    const [channel, ...others] = channelOf(id);
    expect(others).toEqual([]);
    expect([channel?.invited, channel?.messages.length, channel?.topic.includes(id)]).toEqual([['UPRIYA'], 1, true]);
    expect(channel?.messages[0]?.text).toContain('Answering 503');
    expect((await incidentNow(id)).links).toContainEqual({ href: `https://acme.slack.com/archives/${channel?.id ?? ''}`, text: `#${channel?.name ?? ''} in Slack` });
    const entries = await timelineOf(id);
    expect(entries.flatMap(({ changes }) => changes).filter(({ type }) => type === 'planStarted')).toEqual([{ type: 'planStarted', plan: 'Default of SEV1' }]);
    expect(told(entries)).toMatchObject([{ step: 'Open a channel', state: 'done', actor: { kind: 'rouse' } }]);
    expect(told(entries)[0]?.result).toContain('Priya Nair is invited');
  });

  it('finds its own channel again, and passes by what is somebody else’s', async () => {
    const { serviceId, key } = await newService();
    const plan = await planned(serviceId, [createIn()], { severities: ['SEV4'] });
    const id = await trigger(key, { severity: 'info' });
    await runOf(id, isOver);
    const [channel] = channelOf(id);
    await at.planRun(id).delete();
    await act('primary', { type: 'runPlan', incidentId: id, planId: plan });
    await runOf(id, isOver);
    expect([channelOf(id).length, channel?.messages.length]).toEqual([1, 1]);
    if (channel !== undefined) channel.isMember = false;
    await at.planRun(id).delete();
    await act('primary', { type: 'runPlan', incidentId: id, planId: plan });
    await runOf(id, isOver);
    expect(channelOf(id).map(({ name, messages }) => [name.slice(-2), messages.length])).toEqual([[channel?.name.slice(-2), 1], ['-2', 1]]);
  });

  it('goes to the named backup when Slack is down', async () => {
    const { serviceId, key } = await newService();
    const ops = await destination('slack');
    await planned(serviceId, [createIn(ops.id), cadence(45)]);
    outbound.answerWith('slack.com', 'cut', { status: 503 }, { status: 429, headers: { 'retry-after': '1' } });
    const id = await trigger(key, { severity: 'critical' });
    const run = await runOf(id, isOver, 50_000);
    // What comes after it did not wait for it.
    expect(run.steps.map(({ state, attempts }) => [state, attempts])).toEqual([['done', 3], ['done', 1]]);
    expect((run.steps[1]?.at ?? 0) < (run.steps[0]?.at ?? 0)).toBe(true);
    expect(run.steps[0]?.result).toBe(`Slack does not answer. So it was posted to the backup, ${ops.name}.`);
    expect(outbound.posted.filter(({ path }) => path === ops.path)).toHaveLength(1);
    expect(channelOf(id)).toEqual([]);
  });

  it('runs once, however many carry it out at once', async () => {
    const { serviceId, key } = await newService();
    const bridge = await destination('webhook');
    await planned(serviceId, [createIn(), { kind: 'callWebhook', destinationId: bridge.id, name: 'Dump' }, { kind: 'postUpdate' }, cadence(45)]);
    const id = await trigger(key, { severity: 'critical' });
    await Promise.all([carryOutPlan(id), carryOutPlan(id), carryOutPlan(id)]);
    const run = await runOf(id, isOver);
    expect(run.steps.map(({ state, attempts }) => [state, attempts])).toEqual(Array.from({ length: 4 }, () => ['done', 1]));
    expect([channelOf(id).map(({ messages }) => messages.length), outbound.to(bridge.host).length, (await incidentNow(id)).updateCount]).toEqual([[1], 1, 1]);
    expect(told(await timelineOf(id)).map(({ step, state }) => `${step} ${state}`).sort()).toEqual(['Call Dump done', 'Open a channel done', 'Start the update cadence done', 'Update the stakeholders done']);
  });

  it('adds what a worse severity asks for', async () => {
    const { serviceId, key } = await newService();
    await planned(serviceId, [cadence(120)], { severities: ['SEV3'] });
    await planned(serviceId, [cadence(15), { kind: 'classify', incidentType: 'outage', tags: ['eu'] }], { severities: ['SEV1'], name: 'Worse' });
    const id = await trigger(key, { severity: 'warning' });
    await runOf(id, isOver);
    expect((await incidentNow(id)).cadenceMinutes).toBe(120);
    await act('primary', { type: 'setSeverity', incidentId: id, severity: 'SEV1' });
    const run = await runOf(id, (each) => each.planName === 'Worse' && isOver(each));
    expect(stepsOf(run)).toEqual(['startCadence done', 'classify done']);
    expect(await incidentNow(id)).toMatchObject({ type: 'outage', tags: ['eu'] });
  });

  it('pages whom it names, and gives them their role', async () => {
    const { serviceId, key } = await newService();
    await planned(serviceId, [{ kind: 'page', targets: [{ kind: 'person', userId: 'secondary' }], role: 'incidentCommander' }, { kind: 'page', targets: [], role: null }, { kind: 'draftStatusUpdate' }]);
    const id = await trigger(key, { severity: 'critical' });
    const run = await runOf(id, isOver);
    expect(run.steps.map(({ state, result }) => [state, result])).toEqual([
      ['done', expect.stringContaining('as incident commander') as string], ['done', 'Priya Nair was paged by the escalation policy.'], ['skipped', expect.any(String) as string],
    ]);
    const incident = await incidentNow(id);
    expect([incident.requests.map(({ kind, userId, state }) => [kind, userId, state]), incident.roles.map(({ role, userId }) => [role, userId])]).toEqual([[['call', 'secondary', 'asked']], [['incidentCommander', 'secondary']]]);
  });

  it('has nothing to do any more when the incident ends first', async () => {
    const { serviceId, key } = await newService();
    await planned(serviceId, [createIn(), cadence(45)]);
    outbound.answerWith('slack.com', { status: 503 });
    const id = await trigger(key, { severity: 'critical' });
    await runOf(id, ({ steps }) => steps[0]?.attempts === 1 && steps[0].state === 'waiting');
    await act('primary', { type: 'resolve', incidentId: id });
    const run = await runOf(id, isOver);
    expect(run.steps[0]).toMatchObject({ state: 'skipped', result: 'The incident ended first.' });
    expect(channelOf(id)).toEqual([]);
  });
});

describe('a signed webhook', () => {
  it('can be checked, is tried again under the same id, and is called again by hand when it refused', async () => {
    const { serviceId, key } = await newService();
    const bridge = await destination('webhook');
    await planned(serviceId, [{ kind: 'callWebhook', destinationId: bridge.id, name: 'Thread dump' }]);
    outbound.answerWith(bridge.host, { status: 503 }, { status: 400, body: 'no such host' }, { status: 200, body: '42 threads wait for the database' });
    const id = await trigger(key, { severity: 'critical' });
    expect(await runOf(id, isOver)).toMatchObject({ steps: [{ state: 'failed', attempts: 2, result: 'It answered 400: no such host' }] });
    expect((await act('primary', { type: 'retryPlanStep', incidentId: id, stepId: 's1' })).message).toBe('42 threads wait for the database');
    const calls = outbound.to(bridge.host);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(calls.map((posted) => receivedWebhook(posted, bridge.secret))).toMatchObject(Array.from({ length: 3 }, () => ({ type: 'plan.step', name: 'Thread dump', isDrill: false, incident: { id, serviceId, severity: 'SEV1' } })));
    expect(told(await timelineOf(id)).map(({ state, result }) => [state, result])).toEqual([['failed', 'It answered 400: no such host'], ['done', '42 threads wait for the database']]);
    expect((await command(await signIn('primary'), { type: 'retryPlanStep', incidentId: id, stepId: 's1' })).body.result.outcome).toBe('unchanged');
    expect((await command(await signIn('primary'), { type: 'retryPlanStep', incidentId: id, stepId: 's9' })).body.error.details.code).toBe('no-such-step');
  });
});

describe('by hand', () => {
  it('it is stopped while Slack says nothing, which holds up no acknowledge, and goes on when it is run again', async () => {
    const { serviceId, key } = await newService();
    await planned(serviceId, [createIn(), { kind: 'postUpdate' }, cadence(45)]);
    outbound.answerWith('slack.com', 'hold');
    const before = outbound.to('slack.com').length;
    const id = await trigger(key, { severity: 'critical' });
    await outbound.next((posted) => posted.host === 'slack.com' && outbound.to('slack.com').length > before);
    const session = await signIn('primary');
    const acknowledged = await command(session, { type: 'acknowledge', incidentId: id });
    const { message } = await act('primary', { type: 'stopPlan', incidentId: id });
    const held = await runOf(id, ({ state }) => state === 'stopped');
    expect([acknowledged.body.result.outcome, message, stepsOf(held)]).toEqual(['done', 'Stopped. 2 steps will not run.', ['openChannel running', 'postUpdate stopped', 'startCadence stopped']]);
    const stopped = await runOf(id, ({ steps }) => steps[0]?.state !== 'running');
    expect([stepsOf(stopped), stopped.state, stopped.dueAt]).toEqual([['openChannel failed', 'postUpdate stopped', 'startCadence stopped'], 'stopped', null]);
    await act('primary', { type: 'runPlan', incidentId: id, planId: null });
    expect(stepsOf(await runOf(id, isOver))).toEqual(['openChannel failed', 'postUpdate done', 'startCadence done']);
    const people = (await timelineOf(id)).filter(({ changes }) => changes.some(({ type }) => type === 'planStopped' || type === 'planStarted')).map(({ actor, changes }) => `${actor.kind} ${changes[0]?.type ?? ''}`);
    expect(people).toEqual(['rouse planStarted', 'person planStopped', 'person planStarted']);
  });

  it('a person does what a plan does, and the timeline says who', async () => {
    const { key } = await newService();
    const id = await trigger(key, { severity: 'info' });
    const bad = await command(await signIn('primary'), { type: 'runPlanStep', incidentId: id, step: { kind: 'openChannel', how: { by: 'post', destinationId: 'gone' }, backupId: null } });
    expect(bad.body.error.details).toMatchObject({ code: 'invalid', issues: [{ path: 'step.how' }] });
    const commandId = unique().padEnd(8, '0');
    const body = { type: 'runPlanStep', incidentId: id, step: cadence(20), commandId };
    expect((await act('primary', body)).message).toBe('An update is owed every 20 min.');
    await act('primary', body);
    await incidentBecomes(id, ({ cadenceMinutes }) => cadenceMinutes === 20);
    expect(told(await timelineOf(id))).toMatchObject([{ step: 'Start the update cadence', state: 'done', actor: { kind: 'person', name: 'Priya Nair' } }]);
    expect((await runOf(id, isOver)).steps).toHaveLength(1);
  });

  it('a dry run says what would happen, and nothing does', async () => {
    const { serviceId } = await newService();
    const bridge = await destination('webhook');
    const [posted, incidents] = [outbound.posted.length, (await db().collection('planRuns').count().get()).data().count];
    const steps = [createIn(), { kind: 'callWebhook', destinationId: bridge.id, name: 'Dump' }, { kind: 'makeWarRoom' }, { kind: 'page', targets: [], role: null }, { kind: 'draftStatusUpdate' }];
    const { planned: all, message } = await act('primary', { type: 'dryRunPlan', steps, severity: 'SEV1', serviceId });
    expect(all?.map(({ would }) => would)).toEqual(['run', 'run', expect.stringMatching(/run|skip/) as string, 'run', 'skip']);
    expect(message).toContain('Nothing was sent.');
    expect([outbound.posted.length, (await db().collection('planRuns').count().get()).data().count]).toEqual([posted, incidents]);
  });
});

describe('a plan', () => {
  it('is refused with the field that is wrong, and its change is in the audit', async () => {
    const { serviceId } = await newService();
    const plan = { name: 'P', enabled: true, severities: ['SEV1'], serviceIds: [serviceId], steps: [cadence(30), cadence(60)] };
    expect(await refusedOf('saveResponsePlan', { planId: null, plan })).toMatchObject({ code: 'invalid', paths: ['plan.steps.1'] });
    expect(await refusedOf('saveResponsePlan', { planId: 'gone', plan: { ...plan, steps: [cadence(30)] } })).toMatchObject({ code: 'no-such-plan' });
    const id = await planned(serviceId, [cadence(30)]);
    await act('admin', { type: 'removeResponsePlan', planId: id });
    const { docs } = await db().collection('audit').where('what', '==', `responsePlans/${id}`).get();
    expect(docs).toHaveLength(2);
    expect((await command(await adminToken(), { type: 'removeResponsePlan', planId: id })).body.error.details.code).toBe('no-such-plan');
  }, 30 * SECOND);
});
