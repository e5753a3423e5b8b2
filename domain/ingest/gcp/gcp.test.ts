import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { gcp } from './gcp';

function parsed(given: unknown) {
  const result = gcp.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const body = (fields: object = {}, version = '1.2') => ({
  version,
  incident: {
    incident_id: '0.abc', scoping_project_id: 'shop', url: 'https://console.cloud.test/incidents/0.abc', severity: 'Critical', started_at: noon / 1000, ended_at: null,
    state: 'open', resource: { type: 'cloud_run_revision', labels: { service_name: 'cart', location: 'europe-west3' } }, resource_name: 'shop cart', resource_display_name: 'cart',
    metric: { type: 'run.googleapis.com/latency', displayName: 'Latency', labels: { code: '5xx' } }, metadata: { system_labels: {}, user_labels: { tier: 'gold' } },
    policy_name: 'Cart is slow', policy_user_labels: { team: 'shop' }, condition_name: 'p95 over 2 s', threshold_value: '2', observed_value: 4.1,
    documentation: { content: 'Read the runbook', mime_type: 'text/markdown', links: [{ displayName: 'Runbook', url: 'https://wiki.test/cart' }] }, summary: 'Latency is above 2', ...fields,
  },
});
const one = (fields: object = {}) => parsed(body(fields)).alerts[0];

describe('an incident', () => {
  it('becomes an alert of the common form', () => {
    expect(one()).toEqual({
      dedupKey: '0.abc', groupKey: null, status: 'firing', title: 'p95 over 2 s: cart', description: 'Latency is above 2\n\nRead the runbook', severityWord: 'critical',
      name: 'Cart is slow', service: 'cart', startedAt: noon, endedAt: null,
      links: [{ href: 'https://console.cloud.test/incidents/0.abc', text: 'Google Cloud' }, { href: 'https://wiki.test/cart', text: 'Runbook' }],
      labels: {
        tier: 'gold', service_name: 'cart', location: 'europe-west3', code: '5xx', team: 'shop', resource_type: 'cloud_run_revision', metric_type: 'run.googleapis.com/latency',
        policy_name: 'Cart is slow', condition_name: 'p95 over 2 s', project: 'shop', observed_value: '4.1', threshold_value: '2',
      },
    });
  });

  it.each([['open', 'firing'], ['OPEN', 'firing'], ['closed', 'resolved'], ['CLOSED', 'resolved'], ['acknowledged', 'acknowledged']])('that is %s is %s', (state, status) => {
    expect(one({ state })).toMatchObject({ status, dedupKey: '0.abc' });
  });

  it('that is closed has ended', () => {
    expect(one({ state: 'closed', ended_at: String(noon / 1000 + 60) })).toMatchObject({ startedAt: noon, endedAt: noon + 60_000 });
  });

  it('with times of zero has none', () => {
    expect(one({ state: 'closed', started_at: 0, ended_at: 0 })).toMatchObject({ startedAt: null, endedAt: null });
  });

  it.each([
    { fields: { severity: 'Error' }, word: 'error' }, { fields: { severity: 'Warning' }, word: 'warning' }, { fields: { severity: 'No severity' }, word: null },
    { fields: { severity: 'no severity', policy_user_labels: { severity: 'P2' } }, word: 'p2' }, { fields: { severity: undefined }, word: null },
    { fields: { severity: null, metadata: { system_labels: { severity: 'critical' } } }, word: 'critical' },
  ])('of $fields has the severity $word', ({ fields, word }) => {
    expect(one(fields)?.severityWord).toBe(word);
  });

  it.each([
    { fields: { documentation: { subject: 'Cart is slow again' } }, title: 'Cart is slow again' }, { fields: { resource_display_name: undefined }, title: 'p95 over 2 s: shop cart' },
    { fields: { resource_display_name: '', resource_name: null }, title: 'p95 over 2 s' }, { fields: { condition_name: '', policy_name: '' }, title: 'Latency is above 2' },
  ])('is called $title', ({ fields, title }) => {
    expect(one(fields)?.title).toBe(title);
  });

  it.each([
    { documentation: 'Just text', description: 'Latency is above 2\n\nJust text' }, { documentation: null, description: 'Latency is above 2' }, { documentation: undefined, description: 'Latency is above 2' },
  ])('has the documentation $documentation', ({ documentation, description }) => {
    expect(one({ documentation })?.description).toBe(description);
  });

  it('of PromQL has no metric', () => {
    expect(one({ metric: { type: '__missing__', displayName: '__missing__', labels: {} } })?.labels).not.toHaveProperty('metric_type');
  });

  it('is of the service that its policy names', () => {
    expect(one({ policy_user_labels: { service: 'orders' } })?.service).toBe('orders');
    expect(one({ resource_display_name: '', resource_name: '' })?.service).toBe('cart');
  });

  it('of version 1.1 or 1.0 lacks most of it', () => {
    const bare = { incident_id: 7, state: 'open', url: 'https://x.test', summary: 'Down' };
    expect(parsed({ version: '1.1', incident: bare }).alerts[0]).toMatchObject({ dedupKey: '7', status: 'firing', title: 'Down', labels: {} });
    expect(parsed({ incident: bare }).test).toBe(false);
  });

  it('of the test button is a test', () => {
    expect(parsed(body({ state: 'OPEN', incident_id: '12345', started_at: 0 }, 'test'))).toMatchObject({ test: true, alerts: [{ status: 'firing', dedupKey: '12345' }] });
  });
});

describe('another body', () => {
  it.each([
    { given: null, path: '(body)' }, { given: [], path: '(body)' }, { given: 'x', path: '(body)' }, { given: {}, path: 'incident' }, { given: { incident: 'x' }, path: 'incident' },
    { given: body({ incident_id: '' }), path: 'incident.incident_id' }, { given: body({ state: 'broken' }), path: 'incident.state' }, { given: body({ state: null }), path: 'incident.state' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    const result = gcp.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it('never throws', () => {
    for (const value of [undefined, 7, body({ resource: 3, metric: [], metadata: 'x', documentation: { links: [null, 3, { url: {} }] }, policy_user_labels: { severity: {} } }), body({ summary: '\ud800', started_at: 'never' })]) {
      expect(() => gcp.parse(value, sampleHints)).not.toThrow();
    }
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [gcp.demo.firing(noon), gcp.demo.resolved?.(noon + 60_000)].map((sample) => parsed(sample).alerts[0]);
  expect([fired?.status, resolved?.status, resolved?.dedupKey]).toEqual(['firing', 'resolved', fired?.dedupKey]);
});
