import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { alertmanager } from './alertmanager';

const alert = (fields: object = {}) => ({
  status: 'firing', labels: { alertname: 'DiskFull', severity: 'warning', service: 'orders', instance: 'db-3:9100' },
  annotations: { summary: 'Disk of db-3 is 96 % full', description: 'It is full in about 3 h.' },
  startsAt: '2026-11-20T22:41:07.123456789Z', endsAt: '0001-01-01T00:00:00Z', generatorURL: 'http://prometheus.test:9090/graph?g0.expr=x\u0026y=1',
  fingerprint: '0a1b2c3d4e5f6071', ...fields,
});
const body = (fields: object = {}) => ({
  version: '4', groupKey: '{}:{alertname="DiskFull"}', truncatedAlerts: 0, status: 'firing', receiver: 'rouse', groupLabels: { alertname: 'DiskFull' },
  commonLabels: {}, commonAnnotations: {}, externalURL: 'http://alertmanager.test:9093', alerts: [alert()], ...fields,
});
function parsed(given: unknown) {
  const result = alertmanager.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const one = (fields: object, envelope: object = {}) => parsed(body({ alerts: [alert(fields)], ...envelope })).alerts[0];
const issues = (given: unknown) => {
  const result = alertmanager.parse(given, sampleHints);
  return result.ok ? [] : result.issues;
};

describe('an alert', () => {
  it('becomes one of the common form', () => {
    expect(parsed(body())).toEqual({ ok: true, truncated: 0, groupEnded: null, test: false, changes: [], handshake: null, alerts: [{
      dedupKey: '0a1b2c3d4e5f6071', groupKey: '{}:{alertname="DiskFull"}', status: 'firing', title: 'Disk of db-3 is 96 % full',
      description: 'It is full in about 3 h.', severityWord: 'warning', name: 'DiskFull', service: 'orders',
      startedAt: Date.UTC(2026, 10, 20, 22, 41, 7, 123), endedAt: null,
      links: [{ href: 'http://prometheus.test:9090/graph?g0.expr=x&y=1', text: 'Graph' }, { href: 'http://alertmanager.test:9093', text: 'Alertmanager' }],
      labels: { alertname: 'DiskFull', severity: 'warning', service: 'orders', instance: 'db-3:9100' },
    }] });
  });

  it('has its own status, whatever the group says', () => {
    const { alerts } = parsed(body({ alerts: [alert(), alert({ status: 'resolved', fingerprint: 'b', endsAt: '2026-11-20T23:00:00Z' })] }));
    expect(alerts.map(({ status, endedAt }) => [status, endedAt])).toEqual([['firing', null], ['resolved', Date.UTC(2026, 10, 20, 23)]]);
  });

  it('resolved with the year 1 has no known end', () => {
    expect(one({ status: 'resolved' })).toMatchObject({ status: 'resolved', endedAt: null });
  });

  it('that fires has no end, even where an expiry is announced', () => {
    expect(one({ endsAt: '2026-11-20T23:00:00Z' })?.endedAt).toBeNull();
  });

  it.each([
    { what: 'absent', fingerprint: undefined }, { what: 'empty', fingerprint: '' },
  ])('with a fingerprint that is $what is keyed by its labels, in any order', ({ fingerprint }) => {
    const forwards = one({ fingerprint, labels: { alertname: 'A', zone: 'x' } });
    const backwards = one({ fingerprint, labels: { zone: 'x', alertname: 'A' } });
    expect(forwards?.dedupKey).toBe(backwards?.dedupKey);
    expect(one({ fingerprint, labels: { alertname: 'A', zone: 'y' } })?.dedupKey).not.toBe(forwards?.dedupKey);
  });

  it('two whose labels differ only after a thousand characters stay two', () => {
    const keys = ['1', '2'].map((tail) => one({ fingerprint: undefined, labels: { alertname: 'A', path: 'x'.repeat(2000) + tail } })?.dedupKey);
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    { what: 'the title, where there is no summary', fields: { annotations: { title: 'A title' } }, title: 'A title' },
    { what: 'the name, where there are no annotations', fields: { annotations: undefined }, title: 'DiskFull' },
    { what: 'the name, where the template of the summary made nothing', fields: { annotations: { summary: ' ' } }, title: 'DiskFull' },
    { what: 'a sentence, where there is nothing', fields: { annotations: {}, labels: {} }, title: 'Alert without a name' },
  ])('is called by $what', ({ fields, title }) => {
    expect(one(fields)?.title).toBe(title);
  });

  it('of no service is of its job', () => {
    expect(one({ labels: { alertname: 'A', job: 'node' } })).toMatchObject({ service: 'node', severityWord: null });
    expect(one({ labels: { alertname: 'A' } })).toMatchObject({ service: null });
  });

  it('links its runbook and dashboard first, and nothing but http', () => {
    const annotations = { runbook_url: 'https://wiki.test/disk', dashboard_url: 'javascript:alert(1)' };
    expect(one({ annotations, generatorURL: 'ftp://x.test' }, { externalURL: '' })?.links).toEqual([{ href: 'https://wiki.test/disk', text: 'Runbook' }]);
  });

  it('of any size is cut to what a screen can show', () => {
    const huge = 'ü'.repeat(100_000);
    const cut = one({ annotations: { summary: huge, description: huge }, labels: { alertname: huge, severity: huge, service: huge }, fingerprint: huge }, { groupKey: huge });
    expect(cut).toMatchObject({ title: `${'ü'.repeat(299)}…`, description: `${'ü'.repeat(3999)}…`, name: `${'ü'.repeat(299)}…` });
    expect(Object.values(cut?.labels ?? {}).every((value) => value.length <= 512)).toBe(true);
  });
});

describe('the group', () => {
  it.each(['{}:{}', '{}/{severity="page"}:{}', '{}', ''])('that names nothing (%j) becomes alert name and service', (groupKey) => {
    expect(one({}, { groupKey })?.groupKey).toBe('DiskFull/orders');
    expect(one({ labels: { alertname: 'DiskFull', service: 'cards' } }, { groupKey })?.groupKey).toBe('DiskFull/cards');
  });

  it('that names nothing, of an alert without a name, is none', () => {
    expect(one({ labels: {} }, { groupKey: '{}:{}' })?.groupKey).toBeNull();
  });

  it('of version 3 is a number', () => {
    expect(one({}, { version: '3', groupKey: 18_446_744 })?.groupKey).toBe('18446744');
  });

  it('that was truncated says how many alerts are missing', () => {
    expect(parsed(body({ truncatedAlerts: 12 })).truncated).toBe(12);
  });

  const resolved = (fields: object = {}) => alert({ status: 'resolved', endsAt: '2026-11-20T23:00:00Z', ...fields });
  it('that is resolved as a whole has ended with the last of its alerts', () => {
    const { groupEnded } = parsed(body({ status: 'resolved', alerts: [resolved(), resolved({ fingerprint: 'b', endsAt: '2026-11-20T23:30:00Z' })] }));
    expect(groupEnded).toEqual({ groupKey: '{}:{alertname="DiskFull"}', endedAt: Date.UTC(2026, 10, 20, 23, 30) });
  });

  it.each([
    { what: 'something fires', fields: { status: 'firing', alerts: [resolved(), alert()] } },
    { what: 'it was truncated', fields: { status: 'resolved', truncatedAlerts: 1, alerts: [resolved()] } },
    { what: 'its key names nothing', fields: { status: 'resolved', groupKey: '{}:{}', alerts: [resolved()] } },
    { what: 'an end is not known', fields: { status: 'resolved', alerts: [resolved(), resolved({ endsAt: '0001-01-01T00:00:00Z' })] } },
    { what: 'it has no alerts', fields: { status: 'resolved', alerts: [] } },
  ])('has not ended when $what', ({ fields }) => {
    expect(parsed(body(fields)).groupEnded).toBeNull();
  });
});

describe('a body of another shape', () => {
  it.each([
    { given: null, path: '(body)' }, { given: 'text', path: '(body)' }, { given: [], path: '(body)' }, { given: {}, path: 'alerts' },
    { given: body({ alerts: {} }), path: 'alerts' }, { given: body({ alerts: [alert({ status: 'ok' })] }), path: 'alerts.0.status' },
    { given: body({ alerts: [alert(), alert({ labels: 'a=b' })] }), path: 'alerts.1.labels' },
    { given: body({ alerts: [alert({ labels: { alertname: 1 } })] }), path: 'alerts.0.labels.alertname' },
    { given: body({ alerts: [alert({ startsAt: 5 })] }), path: 'alerts.0.startsAt' },
    { given: body({ truncatedAlerts: -1 }), path: 'truncatedAlerts' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    expect(issues(given)).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it('names twenty things at most', () => {
    expect(issues(body({ alerts: Array.from({ length: 50 }, () => alert({ status: 'ok' })) }))).toHaveLength(20);
  });

  it('with fields of a later version is taken', () => {
    expect(parsed(body({ notification_reason: 'first notification', routeLabels: {}, alerts: [alert({ later: 1 })] })).alerts).toHaveLength(1);
  });
});
