import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { honeycomb } from './honeycomb';

const body = (more: object = {}) => ({
  version: 'v0.1.0', name: 'Errors of checkout', id: 'Abc123', trigger_description: 'More than 10 in 5 min', status: 'TRIGGERED', alert_type: 'on_change', summary: 'Triggered: Errors of checkout',
  description: 'Currently greater than threshold value (10)', operator: 'greater than', threshold: 10, result_url: 'https://ui.test/result', result_groups: null,
  result_groups_triggered: [{ Group: { route: '/pay', zone: null }, Result: 25 }], trigger_url: 'https://ui.test/trigger', is_test: false, ...more,
});
function request(given: unknown) {
  const parsed = honeycomb.parse(given, sampleHints);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.alerts).toHaveLength(1);
  return parsed;
}
const one = (more: object = {}) => request(body(more)).alerts[0];

describe('a trigger', () => {
  it('becomes an alert', () => {
    expect(one()).toEqual({
      dedupKey: 'Abc123', groupKey: null, status: 'firing', title: 'Errors of checkout',
      description: 'Triggered: Errors of checkout\nCurrently greater than threshold value (10)\nMore than 10 in 5 min\nroute: /pay, zone: – (25)', severityWord: null, name: null, service: null,
      startedAt: null, endedAt: null, links: [{ href: 'https://ui.test/result', text: 'Result' }, { href: 'https://ui.test/trigger', text: 'Trigger' }],
      labels: { operator: 'greater than', threshold: '10', alert_type: 'on_change', route: '/pay' },
    });
  });

  it.each([['OK', 'resolved'], ['ok', 'resolved'], ['triggered', 'firing']])('%s is %s, under the same key', (status, expected) => {
    expect(one({ status })).toMatchObject({ status: expected, dedupKey: 'Abc123' });
  });

  it('without an id is known by its name', () => {
    expect([one({ id: undefined })?.dedupKey, one({ id: '', status: 'OK' })?.dedupKey]).toEqual(['Errors of checkout', 'Errors of checkout']);
  });

  it.each([null, undefined, {}, 'none', [null, 5, { Group: 5 }]])('with the groups %j is taken', (groups) => {
    expect(one({ result_groups: groups, result_groups_triggered: groups })?.title).toBe('Errors of checkout');
  });

  it('of several groups has none of their labels', () => {
    const labels = one({ result_groups_triggered: [{ Group: { route: '/a' }, Result: 1 }, { Group: { route: '/b' }, Result: 2 }] })?.labels;
    expect(labels).not.toHaveProperty('route');
  });

  it('of a customised payload may say its severity, and SLOs have their links', () => {
    expect(one({ severity: 'P1', slo_url: 'https://ui.test/slo', result_url: '', trigger_url: undefined })).toMatchObject({ severityWord: 'P1', links: [{ href: 'https://ui.test/slo' }] });
  });

  it.each([[true, true], ['true', true], [false, false], [null, false], [undefined, false]])('with is_test %j is a test: %j', (is_test, test) => {
    expect(request(body({ is_test })).test).toBe(test);
  });

  it('keeps a shared secret out of sight', () => {
    expect(JSON.stringify(request(body({ shared_secret: 's3cret' })))).not.toContain('s3cret');
  });
});

it.each([[null, '(body)'], ['text', '(body)'], [[], '(body)'], [{}, 'status'], [{ name: 'x' }, 'status'], [{ status: 'OK', id: '5' }, 'name']])('%j is refused by the name of what is wrong', (given, path) => {
  const parsed = honeycomb.parse(given, sampleHints);
  expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContain(path);
});
