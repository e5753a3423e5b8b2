import { createHmac } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { demo as githubDemo } from '#domain/ingest/github/demo';
import { demo as kumaDemo } from '#domain/ingest/uptimekuma/demo';
import { demo as snsDemo } from '#domain/ingest/cloudwatch/demo';
import type { Signature } from '#domain/service/service';
import { signedMessages } from '../../functions/src/accept/authenticity/snsVectors';
import { command, get, origin, post, signIn, unique } from '../rouse';
import { alertsOf, at, countKept, eventsOf, firstIncidentOf, incidentBecomes, incidentsOf, newService, type NewService, notificationsOf, refusalsOf } from '../store';
import { alertmanagerBody } from '../alertmanagerBody';

type Hooked = { status: number; headers: Headers; code: string | undefined; actions: string[]; incidentIds: (string | null)[] };
type Body = { results?: { action: string; incidentId: string | null }[]; error?: { code: string } };

/** A request to a hook exactly as given; no header is added but what fetch itself adds. */
async function send(path: string, sent: RequestInit = {}): Promise<Hooked> {
  const response = await fetch(`${origin}/v1/hooks/${path}`, { method: 'POST', ...sent });
  const { results = [], error } = JSON.parse(await response.text()) as Body; // Either of the contract's two shapes.
  return {
    status: response.status, headers: response.headers, code: error?.code, actions: results.map(({ action }) => action), incidentIds: results.map(({ incidentId }) => incidentId),
  };
}
const json = (body: object, headers: Record<string, string> = {}): RequestInit => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });

let admin: string;
beforeAll(async () => { admin = await signIn('admin'); });

/** A service whose integration an admin has set up so; its key was not used yet, so no process remembers it otherwise. */
async function configured(source: string, changes: { signature?: Signature; secret?: string; enabled?: boolean }): Promise<NewService> {
  const service = await newService(undefined, undefined, { source });
  const { status, body } = await command(admin, {
    type: 'saveIntegration', integrationId: service.integrationId, name: 'Signed', serviceId: service.serviceId, enabled: true, mapping: null, signature: { kind: 'none' },
    limitPerMinute: null, ...changes,
  });
  expect([status, body.result.outcome]).toEqual([200, 'done']);
  return service;
}

describe('a body', () => {
  const statusCake = (status: string) => new URLSearchParams({ Status: status, Name: 'Shop', URL: 'https://shop.example.org/', TestID: '1000001', StatusCode: status === 'Up' ? '200' : '503' });
  const kuma = (fires: boolean) => {
    const form = new FormData();
    form.set('data', JSON.stringify((fires ? kumaDemo.firing : kumaDemo.resolved)?.(Date.now())));
    return form;
  };
  const github = (fires: boolean) => new URLSearchParams({ payload: JSON.stringify((fires ? githubDemo.firing : githubDemo.resolved)?.(Date.now())) });
  const sns = (fires: boolean) => ({
    body: JSON.stringify((fires ? snsDemo.firing : snsDemo.resolved)?.(Date.now())),
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-id': unique() },
  });

  it.each<{ what: string; source: string; sent: (fires: boolean) => RequestInit; title: string }>([
    { what: 'as a form', source: 'statuscake', sent: (fires) => ({ body: statusCake(fires ? 'Down' : 'Up') }), title: 'Shop is down' },
    { what: 'as a form with all of it in one field', source: 'github', sent: (fires) => ({ body: github(fires) }), title: 'Demo alert: nightly failed on main (example/demo)' },
    { what: 'as multipart with all of it in one field', source: 'uptimekuma', sent: (fires) => ({ body: kuma(fires) }), title: 'Demo alert: website of demo-1' },
    { what: 'as text/plain, as SNS sends JSON', source: 'cloudwatch', sent: sns, title: 'DemoAlarm' },
    { what: 'by PUT', source: 'generic', sent: (fires) => ({ method: 'PUT', ...json({ title: 'Put', dedupKey: 'x', status: fires ? 'firing' : 'resolved' }) }), title: 'Put' },
  ])('$what fires and resolves', async ({ source, sent, title }) => {
    const { key, serviceId } = await newService();
    expect(await send(`${source}/${key}`, sent(true))).toMatchObject({ status: 202, actions: ['triggered'] });
    const found = await firstIncidentOf(serviceId);
    expect(found.title).toBe(title);
    expect(await send(`${source}/${key}`, sent(false))).toMatchObject({ status: 202, actions: ['resolved'], incidentIds: [found.id] });
    expect((await incidentBecomes(found.id, ({ status }) => status === 'resolved')).alertCounts).toMatchObject({ firing: 0, total: 1 });
  });

  it('may be no more than a query, from UptimeRobot', async () => {
    const { key, serviceId } = await newService();
    const query = (alertType: '1' | '2') => new URLSearchParams({ monitorID: '7', monitorFriendlyName: 'Shop', monitorURL: 'https://shop.example.org', alertType, alertDateTime: '1795227495' }).toString();
    expect(await send(`uptimerobot/${key}?${query('1')}`, { method: 'GET' })).toMatchObject({ status: 202, actions: ['triggered'] });
    const { id, title } = await firstIncidentOf(serviceId);
    expect(title).toBe('Shop');
    expect(await send(`uptimerobot?key=${key}&${query('2')}`, { method: 'GET' })).toMatchObject({ status: 202, actions: ['resolved'], incidentIds: [id] });
  });

  it('may not be a query where the tool never sends one: nothing that a browser opens by itself triggers', async () => {
    const { key } = await newService();
    const before = await countKept();
    const refused = await send(`generic/${key}?title=x`, { method: 'GET' });
    expect([refused.status, refused.code, refused.headers.get('allow')]).toEqual([405, 'method-not-allowed', 'POST']);
    expect(await countKept()).toEqual(before);
  });
});

describe('the key', () => {
  const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
  it.each<{ what: string; headers: (key: string) => Record<string, string> }>([
    { what: 'as Bearer', headers: (key) => ({ authorization: `Bearer ${key}` }) },
    { what: 'as the password of Basic', headers: (key) => basic(`any:${key}`) },
    { what: 'as the user of Basic', headers: (key) => basic(`${key}:`) },
    { what: 'as X-Rouse-Key', headers: (key) => ({ 'x-rouse-key': key }) },
  ])('may come $what', async ({ headers }) => {
    const { key } = await newService();
    expect(await send('generic', json({ title: 'By header' }, headers(key)))).toMatchObject({ status: 202, actions: ['triggered'] });
  });

  it.each<{ what: string; path: string; headers: Record<string, string>; challenge: string | null }>([
    { what: 'is missing: credentials are asked for', path: 'generic', headers: {}, challenge: 'Basic realm="Rouse"' },
    { what: 'is wrong in the path', path: 'generic/no-such-key', headers: {}, challenge: null },
    { what: 'is wrong as Bearer', path: 'generic', headers: { authorization: 'Bearer no-such-key' }, challenge: null },
    { what: 'is wrong in Basic', path: 'generic', headers: basic('any:no-such-key'), challenge: null },
    { what: 'is wrong as X-Rouse-Key', path: 'generic', headers: { 'x-rouse-key': 'no-such-key' }, challenge: null },
  ])('that $what is a 401', async ({ path, headers, challenge }) => {
    const before = await countKept();
    const refused = await send(path, json({ title: 'x' }, headers));
    expect([refused.status, refused.code, refused.headers.get('www-authenticate')]).toEqual([401, 'no-such-key', challenge]);
    expect(await countKept()).toEqual(before);
  });

  it('of an integration that is switched off is a 401, which the admins see', async () => {
    const { key, serviceId, integrationId } = await configured('generic', { enabled: false });
    const refused = await send(`generic/${key}`, json({ title: 'x' }));
    expect([refused.status, refused.code, refused.headers.get('www-authenticate')]).toEqual([401, 'switched-off', null]);
    expect((await post<{ message: string }>('/v2/alerts', { message: 'x' }, { authorization: `GenieKey ${key}` })).status).toBe(401);
    expect((await post('/v2/enqueue', { routing_key: key, event_action: 'trigger', payload: { summary: 'x', source: 'x', severity: 'info' } })).status).toBe(400);
    expect(await refusalsOf(integrationId)).toEqual({ 401: 3 });
    expect(await incidentsOf(serviceId)).toEqual([]);
  });
});

describe('a signature', () => {
  const secret = 'a secret of the tool';
  const hmac = (text: string, with_ = secret) => createHmac('sha256', with_).update(text).digest('hex');
  // Key order, spaces and escapes that no JSON writer would give back: only the bytes as sent have this signature.
  const body = (title: string) => `{ "title":"${title} \\u00fc",\n  "dedupKey" : "x" }`;
  const plain: Signature = { kind: 'hmac', header: 'X-Hub-Signature-256', prefix: 'sha256=', timestampHeader: null, timestampSigned: false };
  const timed: Signature = { kind: 'hmac', header: 'X-Grafana-Alerting-Signature', prefix: '', timestampHeader: 'X-Grafana-Timestamp', timestampSigned: true };
  const sent = (text: string, headers: Record<string, string>): RequestInit => ({ body: text, headers: { 'content-type': 'application/json', ...headers } });

  it('of the body lets it in; a wrong or a missing one does not', async () => {
    const { key, serviceId, integrationId } = await configured('github', { signature: plain, secret });
    const text = body('Signed');
    const wrong: Record<string, string>[] = [{}, { 'x-hub-signature-256': '' }, { 'x-hub-signature-256': `sha256=${hmac(text, 'another')}` }, { 'x-hub-signature-256': `sha256=${hmac(`${text} `)}` }, { 'x-hub-signature-256': 'sha256=' }];
    const refused = await Promise.all(wrong.map((headers) => send(`generic/${key}`, sent(text, headers))));
    expect(refused.map(({ status, code }) => [status, code])).toEqual([...Array<unknown>(2).fill([401, 'signature-missing']), ...Array<unknown>(3).fill([401, 'signature-wrong'])]);
    expect(await incidentsOf(serviceId)).toEqual([]);
    expect(await refusalsOf(integrationId)).toEqual({ 401: 5 });
    expect(await eventsOf(integrationId, () => true)).toEqual([]);
    expect(await send(`generic/${key}`, sent(text, { 'x-hub-signature-256': `sha256=${hmac(text)}` }))).toMatchObject({ status: 202, actions: ['triggered'] });
    expect((await firstIncidentOf(serviceId)).title).toBe('Signed ü');
  });

  it('with its time is refused when it is too old, or when another time is written beside it', async () => {
    const { key, serviceId } = await configured('grafana', { signature: timed, secret });
    const now = Math.floor(Date.now() / 1000);
    const text = body('Timed');
    const signed = (at: number, told = at) => send(`generic/${key}`, sent(text, { 'x-grafana-alerting-signature': hmac(`${at}:${text}`), 'x-grafana-timestamp': String(told) }));
    expect(await signed(now - 600)).toMatchObject({ status: 401, code: 'signature-too-old' });
    expect(await signed(now - 600, now)).toMatchObject({ status: 401, code: 'signature-wrong' });
    expect(await send(`generic/${key}`, sent(text, { 'x-grafana-alerting-signature': hmac(text) }))).toMatchObject({ status: 401, code: 'signature-missing' });
    expect(await incidentsOf(serviceId)).toEqual([]);
    expect(await signed(now)).toMatchObject({ status: 202, actions: ['triggered'] });
  });
});

describe('SNS', () => {
  const subscription = signedMessages.map(([, message]) => message).find(({ Type }) => Type === 'SubscriptionConfirmation');
  const sns = (message: object): RequestInit => ({ body: JSON.stringify(message), headers: { 'content-type': 'text/plain; charset=UTF-8' } });
  /** Signed well, by a certificate that lies elsewhere. */
  const elsewhere = 'https://sns.eu-west-1.amazonaws.com.example.org/x.pem';

  it('is refused without a signature, and with one that is not Amazon\'s', async () => {
    const { key, serviceId, integrationId } = await configured('cloudwatch', { signature: { kind: 'sns', topicArn: null } });
    const forged: Record<string, unknown> = { ...(snsDemo.firing(Date.now()) as object), SigningCertURL: elsewhere }; // A demo of SNS is an object.
    expect(await send(`cloudwatch/${key}`, sns(forged))).toMatchObject({ status: 401, code: 'signature-wrong' });
    const { Signature: _left, ...unsigned } = forged;
    expect(await send(`cloudwatch/${key}`, sns(unsigned))).toMatchObject({ status: 401, code: 'signature-missing' });
    expect(await send(`cloudwatch/${key}`, sns({ ...subscription, SigningCertURL: elsewhere }))).toMatchObject({ status: 401, code: 'signature-wrong' });
    expect(await refusalsOf(integrationId)).toEqual({ 401: 3 });
    expect([await incidentsOf(serviceId), await eventsOf(integrationId, () => true)]).toEqual([[], []]);
  });

  it('is refused for another topic than the integration\'s, whoever signed', async () => {
    const { key } = await configured('cloudwatch', { signature: { kind: 'sns', topicArn: 'arn:aws:sns:eu-west-1:123456789012:another' } });
    expect(await send(`cloudwatch/${key}`, sns({ ...subscription }))).toMatchObject({ status: 401, code: 'signature-wrong' });
  });

  it.each([
    { what: 'signed elsewhere', changes: { SigningCertURL: elsewhere }, note: 'Not confirmed: its SigningCertURL is not a certificate at an SNS host of AWS' },
    { what: 'not signed at all', changes: { Signature: undefined }, note: 'Not confirmed: it is not a signed SNS message' },
  ])('asks to confirm a subscription, $what: kept with what became of it, and not confirmed', async ({ changes, note }) => {
    const { key, integrationId, serviceId } = await newService();
    expect(await send(`cloudwatch/${key}`, sns({ ...subscription, ...changes }))).toMatchObject({ status: 202, actions: [] });
    const [event] = await eventsOf(integrationId, (all) => all.length > 0);
    expect(event).toMatchObject({ kind: 'handshake', state: 'decided', headline: 'subscribe', note });
    expect(await incidentsOf(serviceId)).toEqual([]);
  });
});

it('a test notice is kept as one, and opens nothing', async () => {
  const { key, integrationId, serviceId } = await newService();
  expect(await send(`uptimekuma/${key}`, json({ heartbeat: null, monitor: null, msg: 'Rouse Testing' }))).toMatchObject({ status: 202, actions: ['ignored'], incidentIds: [null] });
  const events = await eventsOf(integrationId, () => true);
  expect(events.map(({ kind, state, headline }) => [kind, state, headline])).toEqual([['test', 'decided', 'Rouse Testing']]);
  expect(await incidentsOf(serviceId)).toEqual([]);
});

it('GitHub\'s redelivery counts once and is answered as before; another delivery counts', async () => {
  const { key, integrationId, serviceId } = await newService();
  const delivered = (id: string) => send(`github/${key}`, json(githubDemo.firing(1_795_227_495_000) as object, { 'x-github-event': 'workflow_run', 'x-github-delivery': id })); // A demo of GitHub's is an object.
  const delivery = crypto.randomUUID();
  const [first, again] = [await delivered(delivery), await delivered(delivery)];
  expect(first).toMatchObject({ status: 202, actions: ['triggered'] });
  expect([again.status, again.actions, again.incidentIds]).toEqual([202, first.actions, first.incidentIds]);
  const { id, alertCounts } = await firstIncidentOf(serviceId);
  expect([alertCounts.events, (await eventsOf(integrationId, () => true)).length]).toEqual([1, 1]);
  expect(await delivered(crypto.randomUUID())).toMatchObject({ actions: ['deduplicated'], incidentIds: [id] });
  await incidentBecomes(id, (incident) => incident.alertCounts.events === 2);
});

it('5,000 alerts in one request of Alertmanager: one incident, one page, every alert counted once', async () => {
  const { key, serviceId } = await newService();
  const hosts = Array.from({ length: 5_000 }, (_, index) => `host-${index}`);
  const answer = await send(`alertmanager/${key}`, json(alertmanagerBody({ firing: hosts })));
  expect([answer.status, answer.actions.length]).toEqual([202, 5_000]);
  const { id } = await firstIncidentOf(serviceId);
  const incident = await incidentBecomes(id, ({ alertCounts }) => alertCounts.events >= 5_000, 40_000);
  expect(incident.alertCounts).toEqual({ firing: 5_000, total: 5_000, events: 5_000 });
  const alerts = await alertsOf(id);
  expect([alerts.length, new Set(alerts.map(({ labels }) => labels.instance)).size, alerts.every(({ count }) => count === 1)]).toEqual([5_000, 5_000, true]);
  expect(await incidentsOf(serviceId)).toHaveLength(1);
  expect(await notificationsOf(id, () => true)).toHaveLength(1);
});

it('a heartbeat\'s ping says when the next is due; one that does not come opens an incident, the next closes it', async () => {
  const [{ serviceId }, name] = [await newService(), `Backup ${unique()}`];
  const saved = await command(admin, { type: 'saveHeartbeat', heartbeatId: null, name, serviceId, severity: 'SEV3', enabled: true, periodSeconds: 3600, graceSeconds: 60 });
  const { key = '', savedId = '' } = saved.body.result;
  const before = Date.now();
  const first = await get<{ status: string; name: string; dueAt: string }>(`/v1/heartbeats/${key}`);
  expect(first).toMatchObject({ status: 200, body: { status: 'ok', name } });
  expect(Date.parse(first.body.dueAt) - before).toSatisfy((dueIn: number) => dueIn >= 3_660_000 && dueIn < 3_670_000);
  expect(await incidentsOf(serviceId)).toEqual([]);
  // As if the hour had passed; the sweep sees it.
  await at.heartbeat(savedId).update({ dueAt: Timestamp.fromMillis(Date.now() - 1_000) });
  const late = await firstIncidentOf(serviceId);
  expect([late.title, late.severity, late.alertCounts.firing]).toEqual([expect.stringContaining(`No ping from ${name}`), 'SEV3', 1]);
  expect((await post<{ status: string }>(`/v1/heartbeats/${key}`, '')).status).toBe(200);
  await incidentBecomes(late.id, ({ status }) => status === 'resolved');
  expect(await incidentsOf(serviceId)).toHaveLength(1);
  expect((await get(`/v1/heartbeats/${(await newService()).key}`)).status).toBe(401);
});
