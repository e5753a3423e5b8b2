import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { grafana } from './grafana';

function parsed(given: unknown) {
  const result = grafana.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const issues = (given: unknown) => {
  const result = grafana.parse(given, sampleHints);
  return result.ok ? [] : result.issues;
};

const alert = (fields: object = {}) => ({
  status: 'firing', labels: { alertname: 'Slow checkout', grafana_folder: 'Shop', severity: 'critical', service: 'checkout' },
  annotations: { summary: 'Checkout takes 4 s', description: 'p95 over 2 s for 5 min', runbook_url: 'https://wiki.test/slow' },
  startsAt: '2026-11-20T22:41:07.123456789Z', endsAt: '0001-01-01T00:00:00Z', fingerprint: '1b2c3d4e5f607182',
  generatorURL: 'https://grafana.test/alerting/grafana/u1/view?orgId=1', silenceURL: 'https://grafana.test/alerting/silence/new?x=1',
  dashboardURL: 'https://grafana.test/d/u2', panelURL: 'https://grafana.test/d/u2?viewPanel=3', imageURL: '', values: { A: 4.1 },
  valueString: '[ var=\'A\' labels={} value=4.1 ]', ...fields,
});
const body = (fields: object = {}) => ({
  receiver: 'Rouse', status: 'firing', version: '1', groupKey: '{}/{team="shop"}:{alertname="Slow checkout"}', truncatedAlerts: 0, orgId: 1,
  externalURL: 'https://grafana.test/', title: '[FIRING:1] Slow checkout', state: 'alerting', message: 'x', alerts: [alert()], ...fields,
});
const one = (fields: object, envelope: object = {}) => parsed(body({ alerts: [alert(fields)], ...envelope })).alerts[0];

describe('an alert of unified alerting', () => {
  it('becomes one of the common form', () => {
    expect(parsed(body())).toEqual({ ok: true, truncated: 0, groupEnded: null, test: false, changes: [], handshake: null, alerts: [{
      dedupKey: '1b2c3d4e5f607182', groupKey: '{}/{team="shop"}:{alertname="Slow checkout"}', status: 'firing', title: 'Checkout takes 4 s',
      description: 'p95 over 2 s for 5 min', severityWord: 'critical', name: 'Slow checkout', service: 'checkout',
      startedAt: Date.UTC(2026, 10, 20, 22, 41, 7, 123), endedAt: null,
      links: [
        { href: 'https://wiki.test/slow', text: 'Runbook' }, { href: 'https://grafana.test/d/u2', text: 'Dashboard' },
        { href: 'https://grafana.test/d/u2?viewPanel=3', text: 'Panel' }, { href: 'https://grafana.test/alerting/grafana/u1/view?orgId=1', text: 'Alert rule' },
        { href: 'https://grafana.test/alerting/silence/new?x=1', text: 'Silence in Grafana' },
      ],
      labels: { alertname: 'Slow checkout', grafana_folder: 'Shop', severity: 'critical', service: 'checkout' },
    }] });
  });

  it('has its own status, whatever the request says', () => {
    const { alerts } = parsed(body({ alerts: [alert(), alert({ status: 'resolved', fingerprint: 'b' }), alert({ status: 'resolved', fingerprint: 'c' })] }));
    expect(alerts.map(({ status }) => status)).toEqual(['firing', 'resolved', 'resolved']);
  });

  it.each([
    { envelope: { status: 'resolved' }, status: 'resolved' }, { envelope: { status: undefined, state: 'ok' }, status: 'resolved' },
    { envelope: { status: undefined, state: 'alerting' }, status: 'firing' }, { envelope: { status: undefined, state: undefined }, status: 'firing' },
  ])('without a status has that of the request $envelope', ({ envelope, status }) => {
    expect(one({ status: undefined }, envelope)?.status).toBe(status);
  });

  it('is keyed by its labels where it has no fingerprint', () => {
    const keys = ['a', 'b', 'a'].map((zone) => one({ fingerprint: '', labels: { alertname: 'A', zone } })?.dedupKey);
    expect(keys[0]).toBe(keys[2]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it.each([
    { what: 'its name', fields: { annotations: {} }, title: 'Slow checkout' },
    { what: 'the rule that had no data', fields: { annotations: {}, labels: { alertname: 'DatasourceNoData', rulename: 'CPU' } }, title: 'DatasourceNoData: CPU' },
    { what: 'the title of the request', fields: { annotations: null, labels: null }, title: '[FIRING:1] Slow checkout' },
  ])('is called by $what where it has no summary', ({ fields, title }) => {
    expect(one(fields)?.title).toBe(title);
  });

  it('is described by its values where there is no description', () => {
    expect(one({ annotations: {} })?.description).toBe('[ var=\'A\' labels={} value=4.1 ]');
  });

  it('has links that lead somewhere, also where Grafana sends them relative or empty', () => {
    const links = one({ generatorURL: '?orgId=1', dashboardURL: '', panelURL: 'javascript:alert(1)', silenceURL: null, annotations: {} })?.links;
    expect(links).toEqual([{ href: 'https://grafana.test/?orgId=1', text: 'Alert rule' }]);
    expect(one({ generatorURL: '?orgId=1' }, { externalURL: '' })?.links.map(({ text }) => text)).not.toContain('Alert rule');
  });

  it('of a group that is over ends what was not heard of', () => {
    const over = body({ status: 'resolved', state: 'ok', alerts: [alert({ status: 'resolved', endsAt: '2026-11-20T23:00:00Z' })] });
    expect(parsed(over).groupEnded).toEqual({ groupKey: '{}/{team="shop"}:{alertname="Slow checkout"}', endedAt: Date.UTC(2026, 10, 20, 23) });
    expect(parsed({ ...over, truncatedAlerts: 3 })).toMatchObject({ groupEnded: null, truncated: 3 });
  });

  it.each([
    { what: 'TestAlert of the instance Grafana', fields: { labels: { alertname: 'TestAlert', instance: 'Grafana' } }, envelope: {} },
    { what: 'a group key of version 12', fields: {}, envelope: { groupKey: 'webhook-57c6d9296de2ad39-1795226400' } },
    { what: 'a group key with a date', fields: { labels: {} }, envelope: { groupKey: '{alertname="TestAlert", instance="Grafana"}2026-11-21 02:18:15.24 +0000 UTC m=+42.25' } },
  ])('with $what is a test', ({ fields, envelope }) => {
    const { test, alerts, groupEnded } = parsed(body({ alerts: [alert(fields)], ...envelope }));
    expect({ test, shown: alerts.length, groupEnded }).toEqual({ test: true, shown: 1, groupEnded: null });
  });

  it('that happens to be called TestAlert, or comes along with a real one, is none', () => {
    expect(parsed(body({ alerts: [alert({ labels: { alertname: 'TestAlert' } })] })).test).toBe(false);
    expect(parsed(body({ alerts: [alert(), alert({ labels: { alertname: 'TestAlert', instance: 'Grafana' } })] })).test).toBe(false);
    expect(parsed(body({ alerts: [] })).test).toBe(false);
  });

  it('five thousand of them are read', () => {
    expect(parsed(body({ alerts: Array.from({ length: 5000 }, (_, index) => alert({ fingerprint: String(index) })) })).alerts).toHaveLength(5000);
  });
});

const legacy = (fields: object = {}) => ({
  title: '[Alerting] Disk alert', ruleId: 12, ruleName: 'Disk alert', ruleUrl: 'https://grafana.test/d/abc?panelId=2', state: 'alerting', message: 'Almost full',
  imageUrl: 'https://images.test/1.png', tags: { severity: 'critical' }, evalMatches: [{ value: 97.2, metric: 'used', tags: { job: 'node', mount: '/' } }], ...fields,
});

describe('a rule of legacy alerting', () => {
  it('becomes an alert', () => {
    expect(parsed(legacy()).alerts).toEqual([{
      dedupKey: '12', groupKey: null, status: 'firing', title: 'Disk alert', description: 'Almost full\n\nused: 97.2', severityWord: 'critical', name: 'Disk alert',
      service: 'node', startedAt: null, endedAt: null, labels: { job: 'node', mount: '/', severity: 'critical' },
      links: [{ href: 'https://grafana.test/d/abc?panelId=2', text: 'Alert rule' }, { href: 'https://images.test/1.png', text: 'Image' }],
    }]);
  });

  it.each([
    ['alerting', ['firing']], ['no_data', ['firing']], ['ok', ['resolved']], ['OK', ['resolved']], ['pending', []], ['paused', []],
  ])('that is %s is %j', (state, statuses) => {
    expect(parsed(legacy({ state })).alerts.map(({ status }) => status)).toEqual(statuses);
  });

  it('is resolved under the key that it fired under', () => {
    expect(parsed(legacy({ state: 'ok', title: '[OK] Disk alert', evalMatches: null })).alerts[0]?.dedupKey).toBe('12');
  });

  it.each([{ ruleId: 0 }, { ruleId: 5577006791947779410, ruleName: 'Test notification', evalMatches: [{ value: 100, metric: 'High value', tags: null }] }])('%j is a test', (fields) => {
    expect(parsed(legacy(fields))).toMatchObject({ test: true, alerts: [{ status: 'firing' }] });
  });

  it('is keyed by its name where it has no id, and called by it where it has no title', () => {
    expect(parsed(legacy({ ruleId: undefined, title: undefined })).alerts[0]).toMatchObject({ dedupKey: 'Disk alert', title: 'Disk alert' });
  });
});

describe('another body', () => {
  it.each([
    { given: null, path: '(body)' }, { given: [], path: '(body)' }, { given: 'alert', path: '(body)' }, { given: { text: 'TestAlert' }, path: 'alerts' },
    { given: body({ alerts: 'none' }), path: 'alerts' }, { given: { version: '1' }, path: 'alerts' }, { given: body({ alerts: [7] }), path: 'alerts.0' },
    { given: body({ alerts: [alert({ status: 'ok' })] }), path: 'alerts.0.status' }, { given: body({ status: 'broken' }), path: 'status' },
    { given: legacy({ state: 'broken' }), path: 'state' }, { given: legacy({ ruleId: '', ruleName: null }), path: 'ruleId' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    expect(issues(given)).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it('never throws', () => {
    for (const value of [undefined, 7, true, { alerts: [null] }, body({ alerts: [{ labels: 'x', annotations: [1], startsAt: {} }] }), legacy({ tags: 'x', evalMatches: [null, 3, {}] }), body({ externalURL: 'http://[' })]) {
      expect(() => grafana.parse(value, sampleHints)).not.toThrow();
    }
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [grafana.demo.firing(noon), grafana.demo.resolved?.(noon + 60_000)].map((sample) => parsed(sample).alerts[0]);
  expect([fired?.status, resolved?.status]).toEqual(['firing', 'resolved']);
  expect(resolved?.dedupKey).toBe(fired?.dedupKey);
  expect(parsed(grafana.demo.firing(noon)).test).toBe(false);
});
