import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { kibana } from './kibana';

const rule = { id: 'r-1', name: 'Errors in orders', type: '.es-query', spaceId: 'default', tags: 'live,service:orders', url: 'https://kb.test/rule/r-1' };
const alert = { id: 'host-2', uuid: 'u-1', actionGroup: 'query matched', actionGroupName: 'Query matched', flapping: 'false' };
const context = { reason: '142 documents in 5 min', value: '142', threshold: '100', group: '', link: 'https://kb.test/discover', alertDetailsUrl: '{{context.alertDetailsUrl}}' };
const body = (fields: object = {}) => ({ rule, alert, context, date: '2026-11-21T02:30:00.000Z', ...fields });
const recovered = { alert: { ...alert, actionGroup: 'recovered', actionGroupName: 'Recovered' } };
const document = (fields: object = {}) => ({
  '@timestamp': '2026-11-21T02:31:00Z', 'kibana.alert.uuid': 'd-1', 'kibana.alert.status': 'active', 'kibana.alert.workflow_status': 'open', 'kibana.alert.severity': 'high',
  'kibana.alert.rule.name': 'Many failed logins', 'kibana.alert.rule.uuid': 'r-9', 'kibana.alert.reason': 'user priya failed 40 times', 'kibana.alert.start': '2026-11-21T02:30:00Z',
  'kibana.alert.url': 'https://kb.test/alerts/d-1', 'kibana.alert.rule.tags': ['login'], 'host.name': 'vpn-1', ...fields,
});
const at = Date.UTC(2026, 10, 21, 2, 30);

function all(given: unknown): ParsedAlert[] {
  const result = kibana.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.alerts.map((one) => ParsedAlert.parse(one));
}
const one = (given: unknown) => all(given)[0];

describe('a rule action', () => {
  it('becomes an alert of its rule and instance', () => {
    expect(one(body())).toEqual({
      dedupKey: 'r-1:host-2', groupKey: null, status: 'firing', title: 'Errors in orders', description: '142 documents in 5 min', severityWord: null, name: 'Errors in orders',
      service: 'orders', startedAt: at, endedAt: null, links: [{ href: 'https://kb.test/discover', text: 'Data' }, { href: 'https://kb.test/rule/r-1', text: 'Rule' }],
      labels: {
        alert: 'host-2', action_group: 'query matched', rule_type: '.es-query', space: 'default', value: '142', threshold: '100', flapping: 'false', service: 'orders',
        tags: 'live, service:orders',
      },
    });
  });

  it.each([
    recovered, { alert: { ...alert, actionGroup: 'RECOVERED' } }, { alert: { ...alert, actionGroup: undefined }, status: 'Recovered' },
  ])('that says recovered resolves it, whatever its uuid is by then: %j', (fields) => {
    expect(one(body(fields))).toMatchObject({ dedupKey: 'r-1:host-2', status: 'resolved', startedAt: null, endedAt: at });
  });

  it('with other names for the same variables is the same', () => {
    expect(one({ ruleId: 'r-1', 'rule.name': 'Errors in orders', id: 'host-2', actionGroup: 'query matched', description: 'x', lastReceived: '2026-11-21T02:30:00Z' }))
      .toMatchObject({ dedupKey: 'r-1:host-2', title: 'Errors in orders', status: 'firing', description: 'x', startedAt: at });
    expect(one({ rule_id: 'r-1', alert_id: 'host-2', action_group: 'recovered' })).toMatchObject({ dedupKey: 'r-1:host-2', status: 'resolved' });
    expect(one({ watch_id: 'w-1', message: 'Too many errors' })).toMatchObject({ dedupKey: 'w-1', status: 'firing', title: 'Too many errors' });
  });

  it.each([
    { fields: { severity: 'critical' }, word: 'critical' }, { fields: { severity: 'High' }, word: 'error' }, { fields: { severity: 'P1' }, word: 'P1' },
    { fields: { alert: { ...alert, actionGroup: 'metrics.threshold.warning' } }, word: 'warning' }, { fields: { alert: { ...alert, actionGroup: 'slo.burnRate.high' } }, word: 'error' },
    { fields: { alert: { ...alert, actionGroup: 'metrics.threshold.fired' } }, word: null }, { fields: { context: { severity: 'low' } }, word: 'info' },
  ])('with $fields is $word', ({ fields, word }) => {
    expect(one(body(fields))?.severityWord).toBe(word);
  });

  it.each([
    { fields: { context: { ...context, group: 'orders-2' } }, becomes: { title: 'Errors in orders: orders-2' } },
    { fields: { context: { ...context, group: '[{"field":"host"}]' } }, becomes: { title: 'Errors in orders' } },
    { fields: { rule: { id: 'r-1' }, context: { title: 'It matched' } }, becomes: { title: 'It matched', name: null, service: null } },
    { fields: { alert: null }, becomes: { dedupKey: 'r-1', status: 'firing' } }, { fields: { rule: { ...rule, tags: ['a b', 'c'] } }, becomes: { labels: { tags: 'a b, c' } } },
    { fields: { date: '', context: { timestamp: '2026-11-21T02:30:00Z' } }, becomes: { startedAt: at } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(body(fields))).toMatchObject(becomes);
  });
});

describe('an alert document', () => {
  it('becomes an alert', () => {
    expect(one(document())).toEqual({
      dedupKey: 'd-1', groupKey: null, status: 'firing', title: 'Many failed logins', description: 'user priya failed 40 times', severityWord: 'error', name: 'Many failed logins',
      service: null, startedAt: at, endedAt: null, links: [{ href: 'https://kb.test/alerts/d-1', text: 'Alert' }], labels: { host: 'vpn-1', tags: 'login' },
    });
  });

  it('may be nested, among others, or what an index answers', () => {
    const nested = { kibana: { alert: { uuid: 'd-1', status: 'active', severity: 'high', rule: { name: 'Many failed logins' } } }, host: { name: 'vpn-1' } };
    expect(one(nested)).toMatchObject({ dedupKey: 'd-1', title: 'Many failed logins', labels: { host: 'vpn-1' } });
    const second = document({ 'kibana.alert.uuid': 'd-2', 'kibana.alert.status': 'recovered', 'kibana.alert.end': '2026-11-21T02:30:00Z' });
    const expected = [['d-1', 'firing', null], ['d-2', 'resolved', at]];
    for (const given of [
      [document(), second], { alerts: [document(), second] }, { ...body(), context: { alerts: JSON.stringify([document(), second]) } },
      [{ _source: document() }, { _source: second }], { alerts: { new: { count: 1, data: [document()] }, ongoing: { data: [] }, recovered: { data: [second] } } },
    ]) expect(all(given).map(({ dedupKey, status, endedAt }) => [dedupKey, status, endedAt])).toEqual(expected);
  });

  it.each([
    { fields: { 'kibana.alert.workflow_status': 'acknowledged' }, becomes: [{ status: 'acknowledged' }] }, { fields: { 'kibana.alert.workflow_status': 'closed' }, becomes: [{ status: 'resolved' }] },
    { fields: { 'kibana.alert.status': 'untracked' }, becomes: [] }, { fields: { 'kibana.alert.uuid': '', 'kibana.alert.instance.id': 'i' }, becomes: [{ dedupKey: 'r-9:i' }] },
    { fields: { 'kibana.alert.start': undefined }, becomes: [{ startedAt: at + 60_000 }] }, { fields: { 'kibana.alert.severity': 'low' }, becomes: [{ severityWord: 'info' }] },
    { fields: { 'service.name': 'login' }, becomes: [{ service: 'login' }] },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(all(document(fields))).toMatchObject(becomes);
  });
});

it('every value of the template is read', () => {
  const filled = (kibana.connect.code?.text ?? '').replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => (/url|link/i.test(name) ? `https://${name}.test/` : `the ${name}`));
  const read = one(JSON.parse(filled));
  expect(read).toMatchObject({ dedupKey: 'the rule.id:the alert.id', title: 'the rule.name: the context.group', description: 'the context.reason', severityWord: 'critical' });
  expect(read?.links).toHaveLength(3);
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, path: 'rule.id' }, { given: { alerts: null }, path: 'rule.id' }, { given: { rule: { id: '{{rule.id}}' } }, path: 'rule.id' },
    ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)' })),
  ])('is refused by the name of what is wrong: $path of $given', ({ given, path }) => {
    expect(kibana.parse(given, sampleHints)).toMatchObject({ ok: false, issues: [{ path, message: expect.any(String) as string }] });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(kibana.demo.firing(noon)), one(kibana.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000', '[[[['])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(body({ rule: { id: text, name: text, tags: text, url: text }, alerts: text, context: { alerts: text, group: text } }))?.status).toBe('firing');
});
