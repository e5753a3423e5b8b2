import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { healthchecks } from './healthchecks';

const code = '0c0ffee0-1111-4222-8333-444455556666';
/** `$JSON`. */
const check = (fields: object = {}) => ({
  name: 'Backup of orders', slug: 'orders-backup', tags: 'live team:shop', desc: 'pg_dump to the vault', grace: 600, n_pings: 7, status: 'down', started: false,
  last_ping: '2026-11-21T01:30:00+00:00', next_ping: null, timeout: 3600, uuid: code, ping_url: `https://ping.test/${code}`, update_url: `https://hc.test/api/v3/checks/${code}`,
  badge_url: 'https://hc.test/b/2/secret.svg', channels: '', ...fields,
});
/** Our template. */
const flat = (fields: object = {}) => ({ code, name: 'Backup of orders', status: 'down', now: '2026-11-21T02:30:00Z', tags: 'live', exit_status: '1', body: 'No space left', ...fields });
const at = Date.UTC(2026, 10, 21, 2, 30);

function parsed(given: unknown) {
  const result = healthchecks.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const alert of result.alerts) ParsedAlert.parse(alert);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];

describe('a check', () => {
  it('that is down, as $JSON, becomes an alert', () => {
    expect(parsed(check())).toMatchObject({ test: false });
    expect(one(check())).toEqual({
      dedupKey: code, groupKey: null, status: 'firing', title: 'Backup of orders', description: 'pg_dump to the vault', severityWord: null, name: 'Backup of orders',
      service: null, startedAt: at, endedAt: null, links: [],
      labels: { slug: 'orders-backup', last_ping: '2026-11-21T01:30:00+00:00', team: 'shop', tags: 'live, team:shop' },
    });
  });

  it('says nowhere how it is pinged or seen', () => {
    expect(JSON.stringify(one(check()))).not.toMatch(/ping\.test|secret|hc\.test/);
  });

  it('by our template has the same key', () => {
    expect(one(flat())).toMatchObject({ dedupKey: code, status: 'firing', title: 'Backup of orders', description: 'No space left', startedAt: at, labels: { exit_status: '1', tags: 'live' } });
    expect(one(flat({ status: 'up' }))).toMatchObject({ dedupKey: code, status: 'resolved', startedAt: null, endedAt: null });
    expect(one(check({ status: 'up' }))).toMatchObject({ dedupKey: code, status: 'resolved' });
  });

  it.each(['new', 'grace', 'paused', 'started'])('that is %s is no alert', (status) => {
    expect(parsed(check({ status })).alerts).toEqual([]);
  });

  it.each([
    { given: check({ timeout: undefined, schedule: '0 3 * * *', next_ping: '2026-11-21T02:30:00Z' }), becomes: { startedAt: at, labels: { schedule: '0 3 * * *' } } },
    { given: check({ last_ping: null }), becomes: { startedAt: null } }, { given: flat({ now: '$NOW' }), becomes: { startedAt: null } },
    { given: check({ uuid: undefined, unique_key: 'abc' }), becomes: { dedupKey: 'abc' } }, { given: { name: 'Backup', status: 'UP' }, becomes: { dedupKey: 'Backup', status: 'resolved' } },
    { given: { check: check(), body: 'Log' }, becomes: { dedupKey: code, description: 'pg_dump to the vault\n\nLog' } },
    { given: { check: JSON.stringify(check()) }, becomes: { dedupKey: code } }, { given: flat({ tags: 'service:orders', name: '' }), becomes: { service: 'orders', title: 'Check without a name' } },
    { given: { CODE: code, STATUS: 'down', NAME: 'x' }, becomes: { dedupKey: code, title: 'x' } },
  ])('$given becomes $becomes', ({ given, becomes }) => {
    expect(one(given)).toMatchObject(becomes);
  });

  it('of the test button pages nobody', () => {
    expect(parsed(check({ name: 'TEST', n_pings: 42 }))).toMatchObject({ test: true, alerts: [{ title: 'TEST' }] });
    expect(parsed(flat({ name: 'TEST' })).test).toBe(true);
    expect(parsed(check({ name: 'TEST', n_pings: 43 })).test).toBe(false);
  });
});

it('the template is read, every placeholder of it', () => {
  const names = [...(healthchecks.connect.code?.text ?? '').matchAll(/"(\w+)": "?\$/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys(flat()).sort());
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, path: 'status' }, { given: check({ status: 'sideways' }), path: 'status' }, { given: { status: 'down' }, path: 'code' }, { given: flat({ status: '$STATUS' }), path: 'status' },
    ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)' })),
  ])('is refused by the name of what is wrong: $path of $given', ({ given, path }) => {
    const result = healthchecks.parse(given, sampleHints);
    expect(result.ok ? undefined : result.issues[0]).toMatchObject({ path, message: expect.any(String) as string });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(healthchecks.demo.firing(noon)), one(healthchecks.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000', 'a '.repeat(100_000)])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(check({ uuid: text, name: text, tags: text, desc: text, timeout: text }))?.status).toBe('firing');
});
