import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DocumentPattern, mayRead, readers } from '#domain/access/access';
import { sources } from '#domain/ingest/sources';
import { sha256 } from '../../functions/src/identity/identity';
import { auditOf, configurationIsRead, configure, refusedOf } from '../configuring';
import { hook, unique } from '../rouse';
import { at, db, incidentNow, newService, notificationsOf } from '../store';

const none = { kind: 'none' };
const hmac = { kind: 'hmac', header: 'x-signature', prefix: 'sha256=', timestampHeader: null, timestampSigned: false };

/** A new integration of a service of its own, by the command. */
async function made(source = 'generic', more: Record<string, unknown> = {}): Promise<{ serviceId: string; integrationId: string; key: string }> {
  const { serviceId } = await newService();
  const { key = '', integrationId = '' } = await configure('createIntegration', { serviceId, source, name: `Made ${source}`, ...more });
  return { serviceId, integrationId, key };
}

const save = (integrationId: string, serviceId: string, more: Record<string, unknown>) => configure('saveIntegration', saving(integrationId, serviceId, more));
const saving = (integrationId: string, serviceId: string, more: Record<string, unknown>) =>
  ({ integrationId, serviceId, name: 'Saved', enabled: true, mapping: null, signature: none, limitPerMinute: null, ...more });

/** The keys that open it: their hashes, and until when (ms since epoch; null: no end). */
async function keysOf(integrationId: string): Promise<Record<string, number | null>> {
  const { docs } = await db().collection('integrationKeys').where('integrationId', '==', integrationId).get();
  return Object.fromEntries(docs.map((key) => [key.id, (key.get('validUntil') as { toMillis: () => number } | null)?.toMillis() ?? null]));
}

/** Every document of these patterns as text, without the bodies of events; by path. */
async function everything(patterns: readonly DocumentPattern[]): Promise<[path: string, text: string][]> {
  const groups = [...new Set(patterns.map((pattern) => pattern.split('/').at(-2) ?? ''))];
  const found = await Promise.all(groups.map((group) => db().collectionGroup(group).get()));
  return found.flatMap(({ docs }) => docs.map((each): [string, string] => [each.ref.path, JSON.stringify({ ...each.data(), body: null })]));
}
const patterns = Object.keys(readers) as DocumentPattern[]; // Its keys are the type's members.

const publicSources = Object.values(sources).filter(({ internal }) => internal !== true).map(({ name, demo }) => ({ name, demo }));

describe.each(publicSources)('$name', ({ name, demo }) => {
  it('its key is for its hook: the demo pages, and its resolve ends the incident', async () => {
    const { serviceId, integrationId, key } = await made(name);
    // SNS signs what it sends, which nobody else can.
    if (name === 'cloudwatch') await save(integrationId, serviceId, {});
    const fired = await hook(name, demo.firing(Date.now()) as object, key);
    expect(fired).toMatchObject({ status: 202, body: { results: [{ action: 'triggered' }] } });
    const id = fired.body.results[0]?.incidentId ?? '';
    expect((await notificationsOf(id, (all) => all.length > 0)).map(({ kind, userId }) => `${kind} ${userId}`)).toEqual(['page primary']);
    if (demo.resolved === null) return;
    const healed = await hook(name, demo.resolved(Date.now()) as object, key);
    expect(healed).toMatchObject({ status: 202, body: { results: [{ action: 'resolved', incidentId: id }] } });
    expect((await incidentNow(id)).status).toBe('resolved');
  });

  it('sendDemoAlert goes the same way', async () => {
    const { integrationId } = await made(name);
    const fired = await configure('sendDemoAlert', { integrationId, status: 'firing' });
    const { incidentId = '' } = fired;
    expect(fired.message).toBe(`${incidentId}: triggered.`);
    expect((await notificationsOf(incidentId, (all) => all.length > 0)).map(({ userId }) => userId)).toEqual(['primary']);
    const healed = await configure('sendDemoAlert', { integrationId, status: 'resolved' });
    expect(healed).toMatchObject({ incidentId, message: `${incidentId}: resolved.` });
    expect((await incidentNow(incidentId)).status).toBe('resolved');
  });
});

describe('the key', () => {
  it('has 32 characters, and only its hash is stored', async () => {
    const { integrationId, key } = await made();
    expect(key).toMatch(/^[\w-]{32}$/);
    expect(await keysOf(integrationId)).toEqual({ [sha256(key)]: null });
    expect((await at.integration(integrationId).get()).get('keyHint')).toBe(key.slice(-4));
    expect((await everything(patterns)).filter(([, text]) => text.includes(key))).toEqual([]);
    expect(await auditOf(`integrations/${integrationId}`)).toMatchObject([{ userId: 'admin', before: null, after: { id: integrationId, keyHint: key.slice(-4) } }]);
  });

  it('of a command that is sent again works, and is the only one', async () => {
    const commandId = unique();
    const { serviceId } = await newService();
    const send = () => configure('createIntegration', { serviceId, source: 'generic', name: 'Cron', commandId });
    const [first, again] = [await send(), await send()];
    expect(again.integrationId).toBe(first.integrationId);
    expect(Object.keys(await keysOf(first.integrationId ?? ''))).toEqual([sha256(again.key ?? '')]);
    expect((await hook('generic', { title: 'Sent again' }, again.key)).status).toBe(202);
    expect((await db().collection('integrations').where('serviceId', '==', serviceId).where('name', '==', 'Cron').get()).size).toBe(1);
  });

  it('that is rotated goes on for as long as it was said, and not longer by another rotation', async () => {
    const { integrationId, key: old } = await made();
    const before = Date.now();
    const { key: second = '' } = await configure('rotateIntegrationKey', { integrationId, keepOldForHours: 2 });
    const keys = await keysOf(integrationId);
    expect(keys[sha256(second)]).toBeNull();
    const until = keys[sha256(old)] ?? 0;
    expect(until - before).toBeGreaterThanOrEqual(2 * 3_600_000);
    expect(until - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);
    expect(await Promise.all([old, second].map(async (key) => (await hook('generic', { title: 'Rotated' }, key)).status))).toEqual([202, 202]);
    expect((await at.integration(integrationId).get()).get('keyHint')).toBe(second.slice(-4));
    await configure('rotateIntegrationKey', { integrationId, keepOldForHours: 72 });
    expect((await keysOf(integrationId))[sha256(old)]).toBe(until);
  });

  it('that is rotated with 0 hours is gone, and one whose time is over opens nothing', async () => {
    const { integrationId, key: old } = await made();
    const { key: second = '' } = await configure('rotateIntegrationKey', { integrationId, keepOldForHours: 0 });
    expect(await keysOf(integrationId)).toEqual({ [sha256(second)]: null });
    expect((await hook('generic', { title: 'Old key' }, old)).body.error?.code).toBe('no-such-key');
    await at.integrationKey(sha256(second)).update({ validUntil: new Date(Date.now() - 1) });
    expect((await hook('generic', { title: 'Run out' }, second)).body.error?.code).toBe('no-such-key');
  });

  it('of an integration that is removed is gone; what it reported stays, and no command reaches it', async () => {
    const { serviceId, integrationId, key } = await made();
    const { body } = await hook('generic', { title: 'Stays' }, key);
    await save(integrationId, serviceId, { signature: hmac, secret: 'a-secret-of-nine' });
    await configure('removeIntegration', { integrationId });
    expect(await keysOf(integrationId)).toEqual({});
    expect((await at.integration(integrationId).get()).data()).toMatchObject({ removed: true, enabled: false });
    expect((await at.secret(integrationId).get()).exists).toBe(false);
    await configurationIsRead();
    expect((await hook('generic', { title: 'Removed' }, key)).status).toBe(401);
    expect((await incidentNow(body.results[0]?.incidentId ?? '')).status).toBe('triggered');
    for (const [type, fields] of [
      ['saveIntegration', saving(integrationId, serviceId, {})], ['rotateIntegrationKey', { integrationId, keepOldForHours: 0 }],
      ['removeIntegration', { integrationId }], ['sendDemoAlert', { integrationId, status: 'firing' }],
    ] as const) expect(await refusedOf(type, fields), type).toMatchObject({ code: 'no-such-integration' });
    expect(await keysOf(integrationId)).toEqual({});
  });
});

describe('what an admin sets', () => {
  const mapping = {
    alerts: null, title: ['alarm.text'], description: [], status: ['alarm.state'], resolvedWords: ['gone'], acknowledgedWords: [], ignoredWords: [],
    severity: ['alarm.level'], dedupKey: ['alarm.id'], groupKey: [], service: [], startedAt: [], links: [], labels: null,
  };

  it('a mapping reads the next event', async () => {
    const { serviceId, integrationId, key } = await made();
    await save(integrationId, serviceId, { mapping });
    const alarm = { text: 'Pump 3 has stopped', level: 'info', id: 'pump-3', state: 'here' };
    const { body } = await hook('generic', { alarm }, key);
    const incident = await incidentNow(body.results[0]?.incidentId ?? '');
    expect(body.results).toMatchObject([{ dedupKey: 'pump-3', action: 'triggered' }]);
    expect([incident.title, incident.severity]).toEqual(['Pump 3 has stopped', 'SEV4']);
    const healed = await hook('generic', { alarm: { ...alarm, state: 'gone' } }, key);
    expect(healed.body.results).toMatchObject([{ action: 'resolved', incidentId: incident.id }]);
    // Another mapping, and the same body is not what it reads any more.
    await save(integrationId, serviceId, { mapping: { ...mapping, title: ['alarm.headline'] } });
    await configurationIsRead();
    expect(await hook('generic', { alarm }, key)).toMatchObject({ status: 400, body: { error: { code: 'wrong-shape' } } });
    expect(await auditOf(`integrations/${integrationId}`)).toMatchObject([{}, { after: { mapping } }, { before: { mapping }, after: { mapping: { title: ['alarm.headline'] } } }]);
  });

  it('one that is switched off takes nothing, and says so', async () => {
    const { serviceId, integrationId, key } = await made();
    await save(integrationId, serviceId, { enabled: false });
    expect(await hook('generic', { title: 'Off' }, key)).toMatchObject({ status: 401, body: { error: { code: 'switched-off' } } });
    await save(integrationId, serviceId, { enabled: true });
    await configurationIsRead();
    expect((await hook('generic', { title: 'On' }, key)).status).toBe(202);
  });

  it('its service is where the next alert pages', async () => {
    const { integrationId, key } = await made();
    const { serviceId } = await newService();
    await save(integrationId, serviceId, {});
    const { body } = await hook('generic', { title: 'Moved' }, key);
    expect((await incidentNow(body.results[0]?.incidentId ?? '')).serviceId).toBe(serviceId);
  });
});

describe('a signature', () => {
  const sign = (secret: string, body: string) => ({ 'x-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` });
  const body = JSON.stringify({ title: 'Signed' });

  it('needs its secret, then every request needs the signature', async () => {
    const { serviceId, integrationId, key } = await made();
    for (const signature of [hmac, { kind: 'token', header: 'x-token' }]) {
      expect(await refusedOf('saveIntegration', saving(integrationId, serviceId, { signature }))).toMatchObject({ code: 'secret-needed', paths: ['secret'] });
    }
    const secret = `secret ${unique()}`;
    await save(integrationId, serviceId, { signature: hmac, secret });
    expect((await hook('generic', body, key)).body.error?.code).toBe('signature-missing');
    expect((await hook('generic', body, key, sign('another secret', body))).body.error?.code).toBe('signature-wrong');
    expect((await hook('generic', body, key, sign(secret, body))).body.results).toMatchObject([{ action: 'triggered' }]);
    // Saved again without the secret, which the screen does not know: it stays.
    await save(integrationId, serviceId, { signature: hmac, name: 'Renamed' });
    await configurationIsRead();
    expect((await hook('generic', body, key, sign(secret, body))).status).toBe(202);
  });

  it('is taken off with its secret: to have it again, the secret must be entered again', async () => {
    const { serviceId, integrationId, key } = await made();
    await save(integrationId, serviceId, { signature: hmac, secret: 'taken off again' });
    expect((await hook('generic', body, key, sign('taken off again', body))).status).toBe(202);
    await save(integrationId, serviceId, {});
    expect((await at.secret(integrationId).get()).exists).toBe(false);
    await configurationIsRead();
    expect((await hook('generic', body, key)).status).toBe(202);
    for (let asked = 0; asked < 6; asked += 1) {
      expect(await refusedOf('saveIntegration', saving(integrationId, serviceId, { signature: hmac }))).toMatchObject({ code: 'secret-needed' });
    }
  });

  it('of SNS is asked for from the beginning', async () => {
    const { key } = await made('cloudwatch');
    const { Signature: _left, ...unsigned } = sources.cloudwatch?.demo.firing(Date.now()) as Record<string, unknown>;
    expect((await hook('cloudwatch', unsigned, key)).body.error?.code).toBe('signature-missing');
  });

  it('nobody can read the secret: neither the admins nor, as it is, anybody who has the store', async () => {
    const { serviceId, integrationId } = await made();
    const secret = `secret-${unique()}`;
    await save(integrationId, serviceId, { signature: hmac, secret });
    const forms = [secret, Buffer.from(secret).toString('base64').replace(/=+$/, ''), Buffer.from(secret).toString('hex'), sha256(secret)];
    const holds = (all: [string, string][]) => all.filter(([, text]) => forms.some((form) => text.includes(form))).map(([path]) => path);
    const ofAdmins = patterns.filter((pattern) => mayRead({ role: 'admin', userId: 'admin' }, pattern));
    expect(ofAdmins).toContain('audit/{id}');
    expect(ofAdmins).not.toContain('secrets/{id}');
    const readable = await everything(ofAdmins);
    expect(readable.filter(([, text]) => text.includes(integrationId)).length).toBeGreaterThanOrEqual(3);
    expect(holds(readable)).toEqual([]);
    expect(holds(await everything(patterns))).toEqual([]);
    const audit = await auditOf(`integrations/${integrationId}`);
    expect(audit).toMatchObject([{}, { after: { signature: hmac } }]);
    expect(JSON.stringify(audit)).not.toContain('ciphertext');
  });
});

describe('a heartbeat\'s own integration', () => {
  it('is changed by the heartbeat\'s commands alone', async () => {
    const { serviceId } = await newService();
    const { savedId: integrationId = '', key = '' } = await configure('saveHeartbeat', {
      heartbeatId: null, name: 'Backup', serviceId, severity: 'SEV3', enabled: true, periodSeconds: 3600, graceSeconds: 60,
    });
    for (const [type, fields] of [
      ['saveIntegration', saving(integrationId, serviceId, {})], ['rotateIntegrationKey', { integrationId, keepOldForHours: 0 }],
      ['removeIntegration', { integrationId }], ['sendDemoAlert', { integrationId, status: 'firing' }],
    ] as const) expect(await refusedOf(type, fields), type).toMatchObject({ code: 'no-such-integration' });
    expect(await keysOf(integrationId)).toEqual({ [sha256(key)]: null });
  });
});
