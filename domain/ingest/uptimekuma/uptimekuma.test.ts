import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { uptimekuma } from './uptimekuma';

const heartbeat = (fields: object = {}) => ({
  monitorID: 7, status: 0, time: '2026-11-21 02:18:15.244', msg: 'connect ECONNREFUSED', important: true, timezone: 'Europe/Berlin', timezoneOffset: '+01:00',
  localDateTime: '2026-11-21 03:18:15', ...fields,
});
const monitor = (fields: object = {}) => ({
  id: 7, name: 'Orders API', pathName: 'Shop / Orders API', url: 'https://orders.test/health', hostname: null, port: null, type: 'http', description: null,
  tags: [{ tag_id: 1, name: 'env', value: 'live', color: '#fff' }, { name: 'critical path', value: '' }], ...fields,
});
const body = (fields: object = {}) => ({ heartbeat: heartbeat(), monitor: monitor(), msg: '[Orders API] [🔴 Down] connect ECONNREFUSED', ...fields });
const certificate = (days: number) => `[Orders API][https://orders.test/health] server certificate orders.test will expire in ${days} days`;

function parsed(given: unknown) {
  const result = uptimekuma.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const alert of result.alerts) ParsedAlert.parse(alert);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];
const at = Date.UTC(2026, 10, 21, 2, 18, 15, 244);

describe('a heartbeat', () => {
  it('that is down becomes an alert, its time read as UTC', () => {
    expect(parsed(body())).toMatchObject({ test: false, alerts: [{
      dedupKey: '7', groupKey: null, status: 'firing', title: 'Orders API', description: 'connect ECONNREFUSED', severityWord: null, name: 'Orders API',
      service: 'Shop / Orders API', startedAt: at, endedAt: null, links: [{ href: 'https://orders.test/health', text: 'Monitored address' }],
      labels: { type: 'http', url: 'https://orders.test/health', env: 'live', tags: 'env:live, critical path' },
    }] });
  });

  it('that is up resolves the same', () => {
    expect(one(body({ heartbeat: heartbeat({ status: 1, msg: '200 - OK' }) }))).toMatchObject({ dedupKey: '7', status: 'resolved', startedAt: null, endedAt: at });
  });

  it.each([2, 3, '2', '3'])('of status %j (pending, maintenance) is no alert', (status) => {
    expect(parsed(body({ heartbeat: heartbeat({ status }) })).alerts).toEqual([]);
  });

  it('as JSON in texts, from a query or a form, is the same', () => {
    const text = { msg: body().msg, heartbeat: JSON.stringify(heartbeat({ status: '0' })), monitor: JSON.stringify(monitor({ id: '7' })) };
    expect(one(text)).toEqual(one(body()));
  });

  it.each([
    { fields: { monitor: null }, becomes: { dedupKey: '7', title: 'Orders API', links: [], service: null } },
    { fields: { monitor: null, msg: '' }, becomes: { dedupKey: '7', title: 'Monitor 7' } },
    { fields: { monitor: monitor({ url: 'https://', hostname: 'db-3', port: 5432, type: 'port', tags: null }) }, becomes: { links: [], labels: { type: 'port', hostname: 'db-3', port: '5432' } } },
    { fields: { monitor: monitor({ url: null }) }, becomes: { links: [] } },
    { fields: { monitor: monitor({ tags: [{ name: 'service', value: 'orders' }] }) }, becomes: { service: 'orders' } },
    { fields: { heartbeat: heartbeat({ time: undefined }) }, becomes: { startedAt: null } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(body(fields))).toMatchObject(becomes);
  });
});

describe('a message without a heartbeat', () => {
  const message = (msg: string, none: unknown = null) => ({ heartbeat: none, monitor: none, msg });

  it.each([null, undefined, '', 'null'])('from the test button (%j) pages nobody', (none) => {
    expect(parsed(message('Rouse Testing', none))).toMatchObject({ test: true, alerts: [{ status: 'firing', title: 'Rouse Testing' }] });
  });

  it('about a certificate is one warning, whatever days are left', () => {
    expect(parsed(message(certificate(14)))).toMatchObject({ test: false, alerts: [{ status: 'firing', severityWord: 'warning', title: certificate(14) }] });
    expect(one(message(certificate(14)))?.dedupKey).toBe(one(message(certificate(7)))?.dedupKey);
    expect(one(message(certificate(14)))?.dedupKey).not.toBe(one(message(certificate(14).replace('Orders', 'Cards')))?.dedupKey);
    const domain = (days: number) => one(message(`Domain name orders.test will expire in ${days} days`))?.dedupKey;
    expect(domain(30)).toBe(domain(7));
  });

  it.each([
    { msg: '[Orders API] [🔴 Down] timeout', becomes: { status: 'firing', dedupKey: 'Orders API', title: 'Orders API', description: 'timeout' } },
    { msg: '[Orders API] [✅ Up] 200 - OK', becomes: { status: 'resolved', dedupKey: 'Orders API' } },
    { msg: 'Something else happened', becomes: { status: 'firing', severityWord: 'warning', title: 'Something else happened' } },
  ])('alone is understood: $msg', ({ msg, becomes }) => {
    expect(one({ msg })).toMatchObject(becomes);
  });
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, path: 'msg' }, { given: { msg: 5, heartbeat: {} }, path: 'heartbeat.status' }, { given: { alerts: [] }, path: 'msg' },
    { given: body({ heartbeat: heartbeat({ status: 4 }) }), path: 'heartbeat.status' }, { given: body({ heartbeat: heartbeat({ status: null }) }), path: 'heartbeat.status' },
    { given: { heartbeat: { status: 0 }, monitor: {} }, path: 'monitor.id' },
    ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)' })),
  ])('is refused by the name of what is wrong: $path of $given', ({ given, path }) => {
    expect(uptimekuma.parse(given, sampleHints)).toMatchObject({ ok: false, issues: [{ path, message: expect.any(String) as string }] });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(uptimekuma.demo.firing(noon)), one(uptimekuma.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['[', '[x] ['.repeat(50_000), '\ud800', 'x'.repeat(500_000), '\u0000'])('whatever a message holds, it is answered: %#', (msg) => {
  expect(uptimekuma.parse(body({ msg, heartbeat: msg, monitor: { id: msg, name: msg, tags: [msg, { name: msg, value: {} }] } }), sampleHints).ok).toBe(true);
});
