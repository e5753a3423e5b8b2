import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { checkly } from './checkly';

const failure = (fields: object = {}) => ({
  event: 'Orders API has failed', alert_type: 'ALERT_FAILURE', check_name: 'Orders API', group_name: 'Shop', check_id: 'c0ffee', check_type: 'API',
  check_error_message: 'Assertion failed: STATUS_CODE EQUALS 200', response_time: '1532', api_check_response_status_code: '503', run_location: 'Frankfurt', region: '',
  ssl_days_remaining: '', ssl_check_domain: '', started_at: '2026-11-21T02:30:00.500Z', tags: 'live,team:shop', link: 'https://app.checklyhq.test/checks/c0ffee', ...fields,
});
const at = Date.UTC(2026, 10, 21, 2, 30, 0, 500);

function all(given: unknown): ParsedAlert[] {
  const result = checkly.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.alerts.map((alert) => ParsedAlert.parse(alert));
}
const one = (given: unknown) => all(given)[0];

describe('an alert', () => {
  it('of a failure', () => {
    expect(one(failure())).toEqual({
      dedupKey: 'c0ffee', groupKey: null, status: 'firing', title: 'Orders API has failed', description: 'Assertion failed: STATUS_CODE EQUALS 200', severityWord: 'critical',
      name: 'Orders API', service: 'Shop', startedAt: at, endedAt: null, links: [{ href: 'https://app.checklyhq.test/checks/c0ffee', text: 'Check result' }],
      labels: {
        alert_type: 'ALERT_FAILURE', check_type: 'API', group_name: 'Shop', run_location: 'Frankfurt', response_time: '1532', status_code: '503', team: 'shop', tags: 'live, team:shop',
      },
    });
  });

  it.each([
    { type: 'ALERT_RECOVERY', status: 'resolved', severityWord: null }, { type: 'ALERT_DEGRADED_RECOVERY', status: 'resolved', severityWord: null },
    { type: 'ALERT_DEGRADED', status: 'firing', severityWord: 'warning' }, { type: 'ALERT_DEGRADED_REMAIN', status: 'firing', severityWord: 'warning' },
    { type: 'ALERT_FAILURE_DEGRADED', status: 'firing', severityWord: 'warning' }, { type: 'ALERT_DEGRADED_FAILURE', status: 'firing', severityWord: 'critical' },
    { type: 'ALERT_FAILURE_REMAIN', status: 'firing', severityWord: 'critical' }, { type: 'alert_failure', status: 'firing', severityWord: 'critical' },
  ])('of type $type is $status under the same key', ({ type, status, severityWord }) => {
    expect(one(failure({ alert_type: type }))).toMatchObject({ dedupKey: 'c0ffee', status, severityWord });
  });

  it('of a certificate has a key of its own', () => {
    const certificate = failure({ alert_type: 'ALERT_SSL', check_error_message: '', ssl_days_remaining: '12', ssl_check_domain: 'orders.test' });
    expect(one(certificate)).toMatchObject({ dedupKey: 'c0ffee:ssl', status: 'firing', severityWord: 'warning', description: 'The certificate of orders.test expires in 12 days.' });
  });

  it('that is none is none', () => {
    expect(all(failure({ alert_type: 'NO_ALERT' }))).toEqual([]);
  });

  it.each([
    { fields: { alert_type: 'ALERT_RECOVERY' }, becomes: { startedAt: null, endedAt: at } }, { fields: { check_id: '{{CHECK_ID}}' }, becomes: { dedupKey: 'Orders API' } },
    { fields: { event: undefined, ALERT_TITLE: 'It broke' }, becomes: { title: 'It broke' } }, { fields: { event: '' }, becomes: { title: 'Orders API' } },
    { fields: { link: '', RESULT_LINK: 'https://x.test/' }, becomes: { links: [{ href: 'https://x.test/', text: 'Check result' }] } },
    { fields: { tags: ['service:orders'] }, becomes: { service: 'orders' } }, { fields: { tags: '', group_name: '' }, becomes: { service: null } },
    { fields: { started_at: 1_795_228_200_500, response_time: 258 }, becomes: { startedAt: at, labels: { response_time: '258' } } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(failure(fields))).toMatchObject(becomes);
  });
});

it('the template is read, every field of it', () => {
  const template = JSON.parse(checkly.connect.code?.text ?? '') as Record<string, string>;
  expect(Object.keys(template).filter((name) => !Object.hasOwn(failure(), name))).toEqual([]);
  expect(one({ ...failure(), ...Object.fromEntries(Object.entries(template).filter(([name]) => name !== 'alert_type' && name !== 'check_name')) })?.dedupKey).toBe('Orders API');
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, path: 'alert_type' }, { given: failure({ alert_type: null }), path: 'alert_type' }, { given: failure({ alert_type: '{{ALERT_TYPE}}' }), path: 'alert_type' },
    { given: failure({ alert_type: 'FAILED' }), path: 'alert_type' }, { given: failure({ check_id: '', check_name: {} }), path: 'check_id' },
    ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)' })),
  ])('is refused by the name of what is wrong: $path of $given', ({ given, path }) => {
    expect(checkly.parse(given, sampleHints)).toMatchObject({ ok: false, issues: [{ path, message: expect.any(String) as string }] });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(checkly.demo.firing(noon)), one(checkly.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000', 'a,'.repeat(100_000)])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(failure({ check_id: text, event: text, tags: text, link: text }))?.status).toBe('firing');
});
