import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { pingdom } from './pingdom';

const down = (fields: object = {}) => ({
  check_id: 5012, check_name: 'Orders API', check_type: 'HTTP_CUSTOM', importance_level: 'HIGH', tags: ['live', 'team:shop'],
  check_params: { full_url: 'https://orders.test/health', hostname: 'orders.test', port: 443, basic_auth: false }, previous_state: 'UP', current_state: 'DOWN',
  state_changed_timestamp: 1_795_228_200, state_changed_utc_time: '2026-11-21T02:30:00', long_description: 'Socket timeout after 30 s', description: 'Timeout',
  first_probe: { ip: '192.0.2.1', ipv6: '', location: 'Lyon, France' }, second_probe: {}, version: 1, ...fields,
});
const at = Date.UTC(2026, 10, 21, 2, 30);

function all(given: unknown): ParsedAlert[] {
  const result = pingdom.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.alerts.map((alert) => ParsedAlert.parse(alert));
}
const one = (given: unknown) => all(given)[0];

describe('a change of state', () => {
  it('to down becomes an alert', () => {
    expect(one(down())).toEqual({
      dedupKey: '5012', groupKey: null, status: 'firing', title: 'Orders API', description: 'Socket timeout after 30 s', severityWord: 'error', name: 'Orders API',
      service: null, startedAt: at, endedAt: null, links: [{ href: 'https://orders.test/health', text: 'Checked address' }],
      labels: {
        check_type: 'HTTP_CUSTOM', hostname: 'orders.test', port: '443', first_probe: 'Lyon, France', importance_level: 'HIGH', team: 'shop', tags: 'live, team:shop',
      },
    });
  });

  it.each([
    { state: 'UP', status: 'resolved' }, { state: 'SUCCESS', status: 'resolved' }, { state: 'FAILING', status: 'firing' }, { state: 'down', status: 'firing' },
  ])('to $state is $status under the same key', ({ state, status }) => {
    expect(one(down({ current_state: state }))).toMatchObject({ dedupKey: '5012', status });
  });

  it.each(['UNKNOWN', 'PAUSED', 'UNCONFIRMED_DOWN'])('to %s is no alert', (current_state) => {
    expect(all(down({ current_state }))).toEqual([]);
  });

  it.each([
    { fields: { current_state: 'UP' }, becomes: { startedAt: null, endedAt: at } }, { fields: { state_changed_timestamp: null }, becomes: { startedAt: at } },
    { fields: { state_changed_timestamp: undefined, state_changed_utc_time: 'soon' }, becomes: { startedAt: null } },
    { fields: { importance_level: 'LOW' }, becomes: { severityWord: 'info' } }, { fields: { importance_level: null }, becomes: { severityWord: null } },
    { fields: { long_description: '' }, becomes: { description: 'Timeout' } }, { fields: { check_name: '' }, becomes: { title: 'Check 5012', name: null } },
    { fields: { check_params: { hostname: 'mail.test', port: 25 } }, becomes: { links: [] } }, { fields: { check_params: null, tags: null }, becomes: { links: [] } },
    { fields: { check_id: '5012', tags: [{ name: 'service:orders' }] }, becomes: { dedupKey: '5012', service: 'orders' } },
    { fields: { check_params: { url: 'https://orders.test/login' } }, becomes: { links: [{ href: 'https://orders.test/login', text: 'Checked address' }] } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(down(fields))).toMatchObject(becomes);
  });
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, paths: ['check_id', 'current_state'] }, { given: down({ check_id: null }), paths: ['check_id'] }, { given: down({ current_state: 'broken' }), paths: ['current_state'] },
    { given: down({ current_state: 'constructor' }), paths: ['current_state'] }, { given: down({ current_state: {} }), paths: ['current_state'] },
    ...[null, [], 'text', 5].map((given) => ({ given, paths: ['(body)'] })),
  ])('is refused by the name of what is wrong: $paths of $given', ({ given, paths }) => {
    const result = pingdom.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(paths);
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(pingdom.demo.firing(noon)), one(pingdom.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000', 'https://'.repeat(1000)])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(down({ check_id: text, check_name: text, tags: [text, text], check_params: { full_url: text } }))?.status).toBe('firing');
});
