import { describe, expect, it } from 'vitest';
import { demoKey, hook, origin, unique } from '../rouse';
import { at, countDocuments, db, incidentBecomes, incidentNow, newService } from '../store';
import { alertmanagerBody } from '../alertmanagerBody';

describe('an accepted request', () => {
  it('answers one result per alert, in order, and its event is durable and decided', async () => {
    const { key, integrationId } = await newService();
    const body = alertmanagerBody({ firing: ['web-1', 'web-2'] });
    const { status, body: answer, headers } = await hook('alertmanager', body, key);
    expect(status).toBe(202);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(answer.results.map(({ action }) => action)).toEqual(['triggered', 'grouped']);
    const incident = await incidentNow(answer.results[0]?.incidentId ?? '');
    expect(incident.alertCounts).toEqual({ firing: 2, total: 2, events: 2 });
    const events = await db().collection('events').where('integrationId', '==', integrationId).get();
    expect(events.docs.map((event) => event.get('state') as unknown)).toEqual(['decided']);
  });

  it('counts a repeat, and resolves when every alert has', async () => {
    const { key } = await newService();
    const group = unique();
    const fired = await hook('alertmanager', alertmanagerBody({ group, firing: ['a', 'b'] }), key);
    const id = fired.body.results[0]?.incidentId ?? '';
    const repeated = await hook('alertmanager', alertmanagerBody({ group, firing: ['a', 'b'] }), key);
    expect(repeated.body.results.map(({ action }) => action)).toEqual(['deduplicated', 'deduplicated']);
    const partly = await hook('alertmanager', alertmanagerBody({ group, firing: ['b'], resolved: ['a'] }), key);
    expect(partly.body.results.map(({ action }) => action)).toEqual(['deduplicated', 'resolved']);
    expect((await incidentNow(id)).status).toBe('triggered');
    await hook('alertmanager', alertmanagerBody({ group, resolved: ['b'] }), key);
    const incident = await incidentNow(id);
    expect(incident.status).toBe('resolved');
    expect(incident.alertCounts).toEqual({ firing: 0, total: 2, events: 5 });
    expect((await db().collection('open').where('incidentId', '==', id).get()).size).toBe(0);
  });

  it('ends what a lost notification left firing, when Alertmanager calls the whole group resolved', async () => {
    const { key } = await newService();
    const group = unique();
    const fired = await hook('alertmanager', alertmanagerBody({ group, firing: ['a', 'b'] }), key);
    await hook('alertmanager', alertmanagerBody({ group, resolved: ['a'] }), key);
    expect((await incidentNow(fired.body.results[0]?.incidentId ?? '')).status).toBe('resolved');
  });

  it('takes 1,500 alerts in one request: one incident, exact counts', async () => {
    const { key } = await newService();
    const names = Array.from({ length: 1_500 }, (_, index) => `host-${index}`);
    const { status, body } = await hook('alertmanager', alertmanagerBody({ firing: names }), key);
    expect(status).toBe(202);
    expect(body.results).toHaveLength(1_500);
    const [open] = await Promise.all([db().collection('events').where('state', '==', 'undecided').get()]);
    const id = body.results[0]?.incidentId ?? (await db().collection('incidents').where('serviceId', '==', key.slice(4)).get()).docs[0]?.id ?? '';
    const incident = await incidentBecomes(id, ({ alertCounts }) => alertCounts.total === 1_500, 30_000);
    expect(incident.alertCounts).toEqual({ firing: 1_500, total: 1_500, events: 1_500 });
    expect(open.size).toBeLessThanOrEqual(1);
  });

  it('takes a burst of 200 requests at once: one incident, one page, no 5xx, exact counts', async () => {
    const { key, serviceId } = await newService();
    const group = unique();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) =>
      hook('generic', { title: 'Burst', groupKey: group, dedupKey: `key-${index % 20}` }, key)));
    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    const { docs } = await db().collection('incidents').where('serviceId', '==', serviceId).get();
    expect(docs).toHaveLength(1);
    const id = docs[0]?.id ?? '';
    const incident = await incidentBecomes(id, ({ alertCounts }) => alertCounts.events === 200, 30_000);
    expect(incident.alertCounts).toEqual({ firing: 20, total: 20, events: 200 });
    const alerts = await at.incident(id).collection('alerts').get();
    expect(alerts.docs.map((alert) => alert.get('count') as unknown)).toEqual(Array(20).fill(10));
    expect((await db().collection('notifications').where('incidentId', '==', id).get()).size).toBe(1);
  });
});

describe('a refused request', () => {
  type Refused = { what: string; send: () => ReturnType<typeof hook>; status: number; code: string; path?: string };
  const refused: readonly Refused[] = [
    { what: 'not JSON', send: () => hook('generic', '{"title":'), status: 400, code: 'not-json' },
    { what: 'empty', send: () => hook('generic', ''), status: 400, code: 'not-json' },
    { what: 'wrong shape', send: () => hook('generic', { titel: 'x' }), status: 400, code: 'wrong-shape', path: 'title' },
    { what: 'a status that does not exist', send: () => hook('generic', { title: 'x', status: 'broken' }), status: 400, code: 'wrong-shape', path: 'status' },
    { what: 'an object where alerts are a list', send: () => hook('alertmanager', { version: '4', alerts: {} }), status: 400, code: 'wrong-shape', path: 'alerts' },
    { what: '600 KB', send: () => hook('generic', { title: 'x', description: 'x'.repeat(600 * 1024) }), status: 413, code: 'too-large' },
    { what: 'XML', send: () => hook('generic', '<title>x</title>', demoKey, { 'content-type': 'application/xml' }), status: 415, code: 'not-json-type' },
    { what: 'unknown key', send: () => hook('generic', { title: 'x' }, 'no-such-key'), status: 401, code: 'no-such-key' },
    { what: 'unknown source', send: () => hook('nagois', { title: 'x' }), status: 404, code: 'no-such-source' },
    { what: 'a source that every object has', send: () => hook('constructor', { title: 'x' }), status: 404, code: 'no-such-source' },
  ];
  it.each(refused)('$what', async ({ send, status, code, path }) => {
    const before = await countDocuments();
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.body.error?.code).toBe(code);
    if (path !== undefined) expect(answer.body.error?.issues.map((issue) => issue.path)).toContain(path);
    expect(await countDocuments()).toEqual(before);
  });

  it('is kept for the admins under a valid key, counted, without the body', async () => {
    const { key, integrationId } = await newService();
    await hook('generic', 'not json', key);
    await hook('generic', 'not json', key);
    const { docs } = await db().collection('refusals').where('integrationId', '==', integrationId).get();
    expect(docs.map((refusal) => [refusal.get('count'), refusal.get('status')] as unknown)).toEqual([[2, 400]]);
  });

  it('an alertmanager body may have 8 MB', async () => {
    const { key } = await newService();
    const body = alertmanagerBody({ firing: ['a'] });
    const { status } = await hook('alertmanager', { ...body, commonAnnotations: { padding: noise(3_000_000) } }, key);
    expect(status).toBe(202);
  });

  it('an address that does not exist is a 404 that nobody may cache', async () => {
    const response = await fetch(`${origin}/v1/nothing`);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

/** Text that hardly compresses, so that the stored event needs parts; a fixed linear congruential generator. */
function noise(length: number): string {
  let state = 42;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(33 + (state >> 16) % 90).replace(/["\\]/, 'x');
  }).join('');
}
