import { describe, expect, it } from 'vitest';
import type { ConfigurationCommand } from '#domain/command/command';
import { defaultTargets } from '#domain/metrics/targets';
import { defaultSeverityPolicy, SeverityPolicy } from '#domain/incident/severity';
import { read } from '../../functions/src/store/documents';
import { adminToken, auditOf, configurationIsRead, configure, is, refusedOf, rule } from '../configuring';
import { command, signIn, trigger, unique } from '../rouse';
import { at, countDocuments, db, incidentNow, newService } from '../store';

/** One complete command of each type. */
const samples = {
  savePolicy: { policy: { id: 'new', name: 'New', rounds: 1, steps: [{ delaySeconds: 60, targets: [{ kind: 'person', userId: 'primary' }] }] } },
  saveService: { serviceId: null, name: 'Search', description: '', policyId: 'checkout', runbookId: null, grouping: { by: 'source' } },
  removeService: { serviceId: 'checkout' },
  createIntegration: { serviceId: 'checkout', source: 'generic', name: 'Cron' },
  saveIntegration: { integrationId: 'checkout', name: 'Cron', serviceId: 'checkout', enabled: true, mapping: null, signature: { kind: 'none' }, limitPerMinute: null },
  rotateIntegrationKey: { integrationId: 'checkout', keepOldForHours: 24 },
  removeIntegration: { integrationId: 'checkout' },
  sendDemoAlert: { integrationId: 'checkout', status: 'firing' },
  saveRoutingRules: { scope: { kind: 'service', id: 'checkout' }, rules: [] },
  testRoutingRules: { scope: { kind: 'service', id: 'checkout' }, rules: [] },
  dryRunRoutingRules: { scope: { kind: 'service', id: 'checkout' }, rules: [] },
  saveMaintenanceWindow: { windowId: null, name: 'Move', serviceIds: [], tests: [], mode: 'collect', time: { kind: 'once', startsAt: 1, endsAt: 4_000_000_000_000 } },
  endMaintenanceWindow: { windowId: 'move' },
  removeMaintenanceWindow: { windowId: 'move' },
  saveHeartbeat: { heartbeatId: null, name: 'Backup', serviceId: 'checkout', severity: 'SEV3', enabled: true, periodSeconds: 3600, graceSeconds: 60 },
  rotateHeartbeatKey: { heartbeatId: 'backup' },
  removeHeartbeat: { heartbeatId: 'backup' },
  saveSeverities: { severities: defaultSeverityPolicy },
  saveMetricsTargets: { targets: defaultTargets },
} satisfies Record<ConfigurationCommand['type'], Record<string, unknown>>;
const types = Object.keys(samples) as ConfigurationCommand['type'][]; // Its keys are the type's members.

describe('nobody but an admin configures', () => {
  it.each(['primary', 'stakeholder'])('%s is refused every command, and nothing is written', async (who) => {
    const token = await signIn(who);
    const before = await countDocuments();
    const refused = await Promise.all(types.map((type) => refusedOf(type, samples[type], token)));
    expect(refused.map(({ status, code }) => `${status} ${code}`)).toEqual(types.map(() => '403 not-allowed'));
    expect(await countDocuments()).toEqual(before);
  });

  it('whoever is not signed in neither', async () => {
    const refused = await Promise.all(types.map((type) => refusedOf(type, samples[type], null)));
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['401 not-signed-in']));
  });
});

describe('invalid input names the field', () => {
  const time = samples.saveMaintenanceWindow.time;
  const wrong: readonly { type: ConfigurationCommand['type']; with: Record<string, unknown>; code?: string; path: string }[] = [
    { type: 'savePolicy', with: { policy: { ...samples.savePolicy.policy, steps: [] } }, path: 'policy.steps' },
    { type: 'saveMetricsTargets', with: { targets: { ...defaultTargets, severities: [] } }, path: 'targets.severities' },
    { type: 'saveService', with: { name: '  ' }, path: 'name' },
    { type: 'saveService', with: { policyId: 'gone' }, code: 'no-such-policy', path: 'policyId' },
    { type: 'saveService', with: { runbookId: 'gone' }, code: 'no-such-runbook', path: 'runbookId' },
    { type: 'saveService', with: { name: 'cHECKOUT' }, path: 'name' },
    { type: 'saveService', with: { grouping: { by: 'fields', fields: [], overSource: false } }, path: 'grouping.fields' },
    { type: 'saveService', with: { grouping: { by: 'service', windowMinutes: 0, overSource: false } }, path: 'grouping.windowMinutes' },
    { type: 'createIntegration', with: { serviceId: 'gone' }, code: 'no-such-service', path: 'serviceId' },
    { type: 'createIntegration', with: { source: 'nagois' }, path: 'source' },
    { type: 'createIntegration', with: { source: 'constructor' }, path: 'source' },
    { type: 'createIntegration', with: { source: 'heartbeat' }, path: 'source' },
    { type: 'saveIntegration', with: { serviceId: 'gone' }, code: 'no-such-service', path: 'serviceId' },
    { type: 'saveIntegration', with: { limitPerMinute: 0 }, path: 'limitPerMinute' },
    { type: 'saveIntegration', with: { secret: 'short' }, path: 'secret' },
    { type: 'rotateIntegrationKey', with: { keepOldForHours: 73 }, path: 'keepOldForHours' },
    { type: 'sendDemoAlert', with: { status: 'broken' }, path: 'status' },
    { type: 'saveMaintenanceWindow', with: { serviceIds: ['checkout', 'gone'] }, code: 'no-such-service', path: 'serviceIds.1' },
    { type: 'saveMaintenanceWindow', with: { time: { ...time, endsAt: 2 } }, path: 'time.endsAt' },
    { type: 'saveMaintenanceWindow', with: { time: { ...time, startsAt: 5_000_000_000_000 } }, path: 'time.endsAt' },
    { type: 'saveHeartbeat', with: { serviceId: 'gone' }, code: 'no-such-service', path: 'serviceId' },
    { type: 'saveHeartbeat', with: { periodSeconds: 5 }, path: 'periodSeconds' },
    {
      type: 'saveSeverities', with: { severities: { ...defaultSeverityPolicy, SEV4: { ...defaultSeverityPolicy.SEV4, words: ['info', 'critical'] } } },
      path: 'severities.SEV4.words.1',
    },
  ];
  it.each(wrong)('$type: $path', async ({ type, with: fields, code = 'invalid', path }) => {
    const before = await countDocuments();
    const refused = await refusedOf(type, { ...samples[type], ...fields });
    expect({ code: refused.code, paths: refused.paths }).toEqual({ code, paths: [path] });
    expect(refused.message.length).toBeGreaterThan(5);
    expect(await countDocuments()).toEqual(before);
  });

  const unknown = [
    ['saveService', { serviceId: 'gone', name: 'Gone' }, 'no-such-service'], ['removeService', { serviceId: 'gone' }, 'no-such-service'],
    ['saveIntegration', { integrationId: 'gone' }, 'no-such-integration'], ['rotateIntegrationKey', { integrationId: 'gone' }, 'no-such-integration'],
    ['removeIntegration', { integrationId: 'gone' }, 'no-such-integration'], ['sendDemoAlert', { integrationId: 'gone' }, 'no-such-integration'],
    ['saveRoutingRules', { scope: { kind: 'service', id: 'gone' } }, 'no-such-service'],
    ['dryRunRoutingRules', { scope: { kind: 'integration', id: 'gone' } }, 'no-such-integration'],
    ['saveMaintenanceWindow', { windowId: 'gone' }, 'no-such-window'], ['endMaintenanceWindow', {}, 'no-such-window'], ['removeMaintenanceWindow', {}, 'no-such-window'],
    ['saveHeartbeat', { heartbeatId: 'gone' }, 'no-such-heartbeat'], ['rotateHeartbeatKey', {}, 'no-such-heartbeat'], ['removeHeartbeat', {}, 'no-such-heartbeat'],
  ] as const;
  it.each(unknown)('%s of what does not exist: %j', async (type, fields, code) => {
    const before = await countDocuments();
    expect(await refusedOf(type, { ...samples[type], ...fields })).toMatchObject({ status: 404, code });
    expect(await countDocuments()).toEqual(before);
  });
});

describe('services and policies', () => {
  const fields = (name = `Search ${unique()}`) => ({ ...samples.saveService, name, description: 'Finds things.' });

  it('a new one is saved once, however often it is sent', async () => {
    const sent = { ...fields(), commandId: unique(), runbookId: 'checkout', grouping: { by: 'service', windowMinutes: 15, overSource: true } };
    const [first, again] = [await configure('saveService', sent), await configure('saveService', sent)];
    expect(again.savedId).toBe(first.savedId);
    const { docs } = await db().collection('services').where('name', '==', sent.name).get();
    expect(docs.map((service) => service.data())).toEqual([{
      id: first.savedId, name: sent.name, description: 'Finds things.', policyId: 'checkout', runbookId: 'checkout', statusComponentId: null, grouping: sent.grouping,
    }]);
  });

  it('an edit keeps what it does not name, and the audit has both states', async () => {
    const { savedId = '' } = await configure('saveService', fields());
    await at.service(savedId).update({ statusComponentId: 'checkout' });
    const name = `Renamed ${unique()}`;
    await configure('saveService', { ...fields(name), serviceId: savedId });
    expect((await at.service(savedId).get()).data()).toMatchObject({ name, statusComponentId: 'checkout' });
    const [made, edited] = await auditOf(`services/${savedId}`);
    expect(made).toMatchObject({ userId: 'admin', before: null, after: { id: savedId } });
    expect(edited).toMatchObject({ userId: 'admin', before: { statusComponentId: 'checkout' }, after: { name } });
  });

  it('is not removed while something reports on it or an incident is open', async () => {
    const { savedId: serviceId = '' } = await configure('saveService', fields());
    const { key = '', integrationId = '' } = await configure('createIntegration', { serviceId, source: 'generic', name: 'Cron of search' });
    const incidentId = await trigger(key);
    expect(await refusedOf('removeService', { serviceId })).toMatchObject({ status: 400, code: 'in-use', message: 'Cron of search still reports on it. Move or remove that first.' });
    await configure('removeIntegration', { integrationId });
    expect(await refusedOf('removeService', { serviceId })).toMatchObject({ code: 'in-use', message: `${incidentId} is open on it. Resolve that first.` });
    await command(await adminToken(), { type: 'resolve', incidentId });
    await configure('removeService', { serviceId });
    expect((await at.service(serviceId).get()).exists).toBe(false);
    expect((await auditOf(`services/${serviceId}`)).at(-1)).toMatchObject({ before: { id: serviceId }, after: null });
    expect((await incidentNow(incidentId)).serviceId).toBe(serviceId);
  });

  it('a policy that reaches nobody is refused, one that reaches somebody pages by its service', async () => {
    const id = unique();
    const policy = (userId: string) => ({ policy: { ...samples.savePolicy.policy, id, steps: [{ delaySeconds: 60, targets: [{ kind: 'person', userId }] }] } });
    expect(await refusedOf('savePolicy', policy('nobody-here'))).toMatchObject({ code: 'nobody-reached' });
    expect((await at.policy(id).get()).exists).toBe(false);
    await configure('savePolicy', policy('secondary'));
    const { savedId: serviceId } = await configure('saveService', { ...fields(), policyId: id });
    const { key = '' } = await configure('createIntegration', { serviceId, source: 'generic', name: 'Cron' });
    const incident = await incidentNow(await trigger(key));
    expect(incident.responders.map(({ userId }) => userId)).toEqual(['secondary']);
    expect(await auditOf(`escalationPolicies/${id}`)).toHaveLength(1);
  });
});

it('an open incident keeps the policy of its trigger', async () => {
  const { key, serviceId } = await newService();
  const first = await trigger(key);
  await configure('saveService', { ...samples.saveService, serviceId, name: `Renamed ${unique()}` });
  await configurationIsRead();
  const second = await trigger(key);
  expect([(await incidentNow(first)).escalation.policy.id, (await incidentNow(second)).escalation.policy.id]).toEqual([serviceId, 'checkout']);
});

describe('severities', () => {
  it('a new word decides the next alert', async () => {
    const before = read(SeverityPolicy, await at.severities().get()) ?? defaultSeverityPolicy;
    const word = unique();
    const { key } = await newService();
    try {
      expect((await incidentNow(await trigger(key, { severity: word }))).severity).toBe('SEV2');
      await configure('saveSeverities', { severities: { ...before, SEV1: { ...before.SEV1, words: [...before.SEV1.words, word] } } });
      await configurationIsRead();
      expect((await incidentNow(await trigger(key, { severity: word.toUpperCase() }))).severity).toBe('SEV1');
      expect((await auditOf('settings/severities')).at(-1)).toMatchObject({ userId: 'admin', before: { SEV1: { words: before.SEV1.words } } });
    } finally {
      await configure('saveSeverities', { severities: before });
      await configurationIsRead();
    }
  });
});

describe('rules', () => {
  it('are saved for their scope, with an audit entry, and two lists cannot share a rule', async () => {
    const { serviceId, integrationId } = await newService();
    const one = rule('Staging', [is('label.env', 'staging')], 'suppress');
    await configure('saveRoutingRules', { scope: { kind: 'service', id: serviceId }, rules: [one] });
    expect((await at.routingRules(`service.${serviceId}`).get()).data()).toEqual({ id: `service.${serviceId}`, scope: { kind: 'service', id: serviceId }, rules: [one] });
    expect(await auditOf(`routingRules/service.${serviceId}`)).toMatchObject([{ userId: 'admin', before: null, after: { rules: [{ id: one.id }] } }]);
    expect(await refusedOf('saveRoutingRules', { scope: { kind: 'integration', id: integrationId }, rules: [one] })).toMatchObject({ code: 'invalid', paths: ['rules.0.id'] });
  });
});
