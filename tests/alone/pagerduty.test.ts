import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceChange } from '#domain/change/change';
import { fromStored } from '../../functions/src/store/instants';
import { type PagerdutyClient, startPagerdutyClient } from '../clients/pagerduty';
import { type Answer, post, unique } from '../rouse';
import { alertsOf, countKept, db, firstIncidentOf, incidentBecomes, incidentNow, incidentsOf, newService, notificationsOf, refusalsOf } from '../store';

const success = (dedupKey: string) => ({ status: 'success', message: 'Event processed', dedup_key: dedupKey });
const invalid = (...errors: string[]) => ({ status: 'invalid event', message: 'Event object is invalid', errors });
const payload = (fields: object = {}) => ({ summary: 'Queue is not drained', source: 'orders-2', severity: 'critical', ...fields });
const event = (key: string, action: string, dedupKey: string, fields: object = {}) => ({
  routing_key: key, event_action: action, dedup_key: dedupKey, ...(action === 'trigger' ? { payload: payload() } : {}), ...fields,
});
const enqueue = (body: string | object): Promise<Answer<unknown>> => post('/v2/enqueue', body);
const pagesOf = async (incidentId: string) => (await notificationsOf(incidentId, () => true)).length;

async function changesOfService(serviceId: string): Promise<ServiceChange[]> {
  const { docs } = await db().collection('changes').where('serviceId', '==', serviceId).get();
  return docs.map((snapshot) => ServiceChange.parse(fromStored(snapshot.data())));
}

describe('PagerDuty\'s own client', () => {
  let client: PagerdutyClient;
  beforeAll(async () => { client = await startPagerdutyClient(5050); });
  afterAll(() => client.stop());

  it('triggers, acknowledges and resolves, with nothing changed but its server', async () => {
    const { key, serviceId } = await newService();
    const triggered = await client.call('trigger', { routing_key: key, dedup_key: 'orders/queue', payload: payload({ component: 'orders', class: 'queue length' }) });
    expect(triggered).toEqual({ status: 202, body: success('orders/queue') });
    const { id, title, severity, alertNames, alertServices } = await firstIncidentOf(serviceId);
    expect([title, severity, alertNames, alertServices]).toEqual(['Queue is not drained', 'SEV1', ['queue length'], ['orders']]);
    expect(await client.call('acknowledge', { routing_key: key, dedup_key: 'orders/queue' })).toEqual({ status: 202, body: success('orders/queue') });
    const acknowledged = await incidentBecomes(id, ({ status }) => status === 'acknowledged');
    expect(acknowledged).toMatchObject({ owner: { userId: null, name: `Integration ${serviceId}` } });
    expect(await client.call('resolve', { routing_key: key, dedup_key: 'orders/queue' })).toEqual({ status: 202, body: success('orders/queue') });
    await incidentBecomes(id, ({ status }) => status === 'resolved');
  });

  it('tells of a change, which pages nobody and is kept with its service', async () => {
    const { key, serviceId } = await newService();
    const answer = await client.call('change', {
      routing_key: key, payload: { summary: 'Deployed 4.2', source: 'ci', timestamp: '2026-11-21T02:12:00.000Z', custom_details: { build: 812 } },
      links: [{ href: 'https://ci.example.org/812', text: 'Build 812' }],
    });
    expect(answer).toEqual({ status: 202, body: { status: 'success', message: 'Change event processed' } });
    expect(await changesOfService(serviceId)).toMatchObject([{
      title: 'Deployed 4.2', source: 'pagerduty', changedAt: Date.UTC(2026, 10, 21, 2, 12), labels: { build: '812', source: 'ci' },
      links: [{ href: 'https://ci.example.org/812', text: 'Build 812' }],
    }]);
    expect(await incidentsOf(serviceId)).toEqual([]);
  });
});

describe('an event', () => {
  it('without a dedup key is answered with a new one, under which it is resolved', async () => {
    const { key, serviceId } = await newService();
    const { status, body } = await enqueue({ routing_key: key, event_action: 'trigger', payload: payload() });
    const generated = (body as { dedup_key: string }).dedup_key; // Compared whole in the next line.
    expect([status, body]).toEqual([202, success(generated)]);
    expect(generated).toMatch(/^[\w-]{16,255}$/);
    const { id } = await firstIncidentOf(serviceId);
    expect((await alertsOf(id)).map(({ dedupKey }) => dedupKey)).toEqual([generated]);
    expect(await enqueue(event(key, 'resolve', generated))).toMatchObject({ status: 202, body: success(generated) });
    await incidentBecomes(id, ({ status: now }) => now === 'resolved');
    const another = await enqueue({ routing_key: key, event_action: 'trigger', payload: payload() });
    expect(another.body).not.toEqual(body);
  });

  it('that repeats an acknowledged alert is counted and pages nobody again', async () => {
    const { key, serviceId } = await newService();
    await enqueue(event(key, 'trigger', 'queue'));
    const { id } = await firstIncidentOf(serviceId);
    await enqueue(event(key, 'acknowledge', 'queue'));
    const before = await incidentBecomes(id, ({ status }) => status === 'acknowledged');
    const pages = await pagesOf(id);
    expect(pages).toBeGreaterThan(0);
    expect(await enqueue(event(key, 'trigger', 'queue'))).toMatchObject({ status: 202, body: success('queue') });
    const after = await incidentBecomes(id, ({ alertCounts }) => alertCounts.events === 2);
    expect([after.status, after.escalation]).toEqual(['acknowledged', before.escalation]);
    expect(await pagesOf(id)).toBe(pages);
  });

  it('that triggers after the resolve opens another incident', async () => {
    const { key, serviceId } = await newService();
    for (const action of ['trigger', 'resolve', 'trigger']) expect((await enqueue(event(key, action, 'queue'))).status).toBe(202);
    const [first, second, ...more] = await incidentsOf(serviceId);
    expect([first?.status, second?.status, more.length]).toEqual(['resolved', 'triggered', 0]);
    expect(await pagesOf(second?.id ?? '')).toBe(1);
  });

  it.each(['acknowledge', 'resolve'])('that would %s what is not open is accepted and changes nothing', async (action) => {
    const { key, serviceId } = await newService();
    await enqueue(event(key, 'trigger', 'queue'));
    const open = await firstIncidentOf(serviceId);
    const { events, ...before } = await countKept();
    expect(await enqueue(event(key, action, 'another'))).toMatchObject({ status: 202, body: success('another') });
    const { events: eventsAfter = 0, ...after } = await countKept();
    expect([after, eventsAfter]).toEqual([before, (events ?? 0) + 1]);
    expect(await incidentNow(open.id)).toEqual(open);
  });
});

describe('an event that is refused is told all that is wrong', () => {
  let key: string;
  beforeAll(async () => { ({ key } = await newService()); });
  const blank = (name: string) => `'${name}' is missing or blank`;
  const severities = "'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')";

  it.each<{ what: string; body: () => string | object; errors: string[] }>([
    { what: 'a routing key of the wrong length', body: () => event('abc', 'trigger', 'x'), errors: ["Length of 'routing_key' is incorrect (should be 32 characters)"] },
    { what: 'no routing key', body: () => ({ event_action: 'trigger', payload: payload() }), errors: [blank('routing_key')] },
    { what: 'an unknown key of the right length', body: () => event('f'.repeat(32), 'trigger', 'x'), errors: ["'routing_key' is not a known integration key"] },
    { what: 'no summary', body: () => event(key, 'trigger', 'x', { payload: payload({ summary: '' }) }), errors: [blank('payload.summary')] },
    { what: 'a severity of its own', body: () => event(key, 'trigger', 'x', { payload: payload({ severity: 'urgent' }) }), errors: [severities] },
    { what: 'neither summary nor source', body: () => event(key, 'trigger', 'x', { payload: { severity: 'info' } }), errors: [blank('payload.summary'), blank('payload.source')] },
    { what: 'a resolve without a key', body: () => ({ routing_key: key, event_action: 'resolve' }), errors: [blank('dedup_key')] },
    { what: 'an action of its own', body: () => event(key, 'close', 'x', { payload: payload() }), errors: ["'event_action' is invalid (must be one of the following: 'trigger', 'acknowledge' or 'resolve')"] },
  ])('$what', async ({ body, errors }) => {
    const before = await countKept();
    const answer = await enqueue(body());
    expect([answer.status, answer.body]).toEqual([400, invalid(...errors)]);
    expect(await countKept()).toEqual(before);
  });

  it('what is not JSON', async () => {
    const { status, body } = await enqueue('{"routing_key":');
    // The rest of the sentence is the JSON parser's own.
    expect([status, body]).toEqual([400, { ...invalid(), errors: [expect.stringMatching(/^The body is not JSON: /)] }]);
  });

  it('more than 512 KB', async () => {
    const { status, body } = await enqueue(event(key, 'trigger', 'x', { payload: payload({ custom_details: { log: 'x'.repeat(520 * 1024) } }) }));
    expect([status, body]).toEqual([413, { ...invalid(), errors: [expect.stringMatching(/524288 are the limit/)] }]);
  });
});

describe('Events API v1', () => {
  const create = (body: object): Promise<Answer<unknown>> => post('/generic/2010-04-15/create_event.json', body);

  it('triggers, acknowledges and resolves with 200 and the incident key', async () => {
    const { key, serviceId } = await newService();
    const answered = { status: 200, body: { status: 'success', message: 'Event processed', incident_key: 'backup' } };
    const said = (type: string) => create({ service_key: key, event_type: type, incident_key: 'backup', ...(type === 'trigger' ? { description: 'backup is DOWN' } : {}) });
    expect(await said('trigger')).toMatchObject(answered);
    const { id, title, severity } = await firstIncidentOf(serviceId);
    expect([title, severity]).toEqual(['backup is DOWN', 'SEV2']);
    expect(await said('acknowledge')).toMatchObject(answered);
    await incidentBecomes(id, ({ status }) => status === 'acknowledged');
    expect(await said('resolve')).toMatchObject(answered);
    await incidentBecomes(id, ({ status }) => status === 'resolved');
  });

  it('refuses with 400 and names its own fields', async () => {
    const { key } = await newService();
    const wrong = [
      [{ service_key: 'abc', event_type: 'trigger', description: 'x' }, "Length of 'service_key' is incorrect (should be 32 characters)"],
      [{ event_type: 'trigger', description: 'x' }, "'service_key' is missing or blank"],
      [{ service_key: key, event_type: 'trigger' }, "'description' is missing or blank"],
      [{ service_key: key, event_type: 'resolve' }, "'incident_key' is missing or blank"],
    ] as const;
    for (const [body, error] of wrong) expect(await create(body)).toMatchObject({ status: 400, body: invalid(error) });
  });
});

describe('an integration with a limit', () => {
  /** Each of the emulator's processes counts for itself: with so many repeats at once every one is beyond a limit of one a minute. */
  const repeats = 60;

  it('is answered 429 for repeats of what is open, and never for anything else', async () => {
    const { key, integrationId, serviceId } = await newService(undefined, undefined, { limitPerMinute: 1 });
    await enqueue(event(key, 'trigger', 'queue'));
    const { id } = await firstIncidentOf(serviceId);
    const answers = await Promise.all(Array.from({ length: repeats }, () => enqueue(event(key, 'trigger', 'queue'))));
    const throttled = answers.filter(({ status }) => status === 429);
    expect(throttled.length).toBeGreaterThan(repeats / 2);
    expect(answers.filter(({ status }) => status !== 429 && status !== 202)).toEqual([]);
    for (const { body, headers } of throttled) {
      expect(body).toEqual({
        status: 'throttle exceeded', message: 'Requests for this service are arriving too quickly.  Please retry later.', errors: ['Enhance Your Calm.'],
      });
      expect(Number(headers.get('retry-after'))).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60);
    }
    expect(await refusalsOf(integrationId)).toEqual({ 429: throttled.length });
    // Those that passed are counted, and no other.
    await incidentBecomes(id, ({ alertCounts }) => alertCounts.events === 1 + repeats - throttled.length);

    // One after another: whichever process takes one, it is beyond the limit.
    for (let one = 0; one < 8; one += 1) expect((await enqueue(event(key, 'trigger', unique()))).status).toBe(202);
    expect((await enqueue(event(key, 'resolve', 'queue'))).status).toBe(202);
    await incidentBecomes(id, ({ status }) => status === 'resolved');
    expect(await incidentsOf(serviceId)).toHaveLength(9);
  });

  it('answers 403 under v1, after which its clients send again', async () => {
    const { key, serviceId } = await newService(undefined, undefined, { limitPerMinute: 1 });
    const body = { service_key: key, event_type: 'trigger', incident_key: 'backup', description: 'backup is DOWN' };
    const create = (): Promise<Answer<unknown>> => post('/generic/2010-04-15/create_event.json', body);
    await create();
    await firstIncidentOf(serviceId);
    const answers = await Promise.all(Array.from({ length: repeats }, create));
    expect(new Set(answers.map(({ status }) => status))).toContain(403);
    expect(answers.filter(({ status }) => status !== 403 && status !== 200)).toEqual([]);
  });
});
