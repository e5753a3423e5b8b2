import { describe, expect, it } from 'vitest';
import { ParsedAlert, ParsedChange } from '../parsed';
import { recognised } from './recognise';

function request(body: unknown) {
  const result = recognised(body);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const alert of result.alerts) ParsedAlert.parse(alert);
  for (const change of result.changes) ParsedChange.parse(change);
  return result;
}
const one = (body: unknown) => {
  const { alerts } = request(body);
  expect(alerts).toHaveLength(1);
  return alerts[0];
};
const refusal = (body: unknown) => {
  const result = recognised(body);
  return result.ok ? [] : result.issues;
};

describe('common shapes', () => {
  it('GoAlert: a summary with details, closed by its dedup', () => {
    const firing = one({ summary: 'Queue is stuck', details: 'orders: 4,711 wait', dedup: 'queue:orders', meta: { env: 'prod' } });
    expect(firing).toMatchObject({ status: 'firing', title: 'Queue is stuck', description: 'orders: 4,711 wait', dedupKey: 'queue:orders', labels: { env: 'prod' } });
    expect(one({ summary: 'Queue is stuck', action: 'close', dedup: 'queue:orders' })).toMatchObject({ status: 'resolved', dedupKey: 'queue:orders' });
    expect(one({ summary: 'Queue is stuck', action: '', dedup: 'queue:orders' })?.status).toBe('firing');
  });

  it('Grafana OnCall: a title with a state, known by its uid', () => {
    const body = { alert_uid: 'a-1', title: 'Checkout is slow', state: 'alerting', link_to_upstream_details: 'https://up.test/1', message: 'p99 = 4 s' };
    expect(one(body)).toMatchObject({
      status: 'firing', dedupKey: 'a-1', title: 'Checkout is slow', description: 'p99 = 4 s', links: [{ href: 'https://up.test/1', text: 'Details' }],
    });
    expect(one({ ...body, state: 'ok' })).toMatchObject({ status: 'resolved', dedupKey: 'a-1' });
  });

  it('Grafana OnCall without a uid: what is down is the same that is up', () => {
    const down = one({ title: 'Shop is down', message: 'timeout', state: 'alerting' });
    const up = one({ title: 'Shop is up', message: '200', state: 'ok' });
    expect([down?.status, up?.status, up?.dedupKey === down?.dedupKey]).toEqual(['firing', 'resolved', true]);
  });

  const prometheus = (name: string, startsAt: string, endsAt?: string) => ({
    labels: { alertname: name, severity: 'critical', service: 'orders' }, annotations: { summary: `${name} happened`, runbook_url: 'https://wiki.test/x' }, startsAt, endsAt,
    generatorURL: 'http://prometheus.test/graph',
  });
  it('Prometheus: a list of label sets; an end that another alert of the list outlives is past', () => {
    const { alerts } = request([
      prometheus('A', '2026-11-21T02:00:00Z', '2026-11-21T02:10:00Z'), prometheus('B', '2026-11-21T02:15:00Z', '2026-11-21T02:19:00Z'), prometheus('C', '2026-11-21T02:00:00Z'),
      prometheus('D', '2026-11-21T02:00:00Z', '0001-01-01T00:00:00Z'),
    ]);
    expect(alerts.map(({ status }) => status)).toEqual(['resolved', 'firing', 'firing', 'firing']);
    expect(alerts[0]).toMatchObject({
      title: 'A happened', name: 'A', service: 'orders', severityWord: 'critical', endedAt: Date.UTC(2026, 10, 21, 2, 10), startedAt: Date.UTC(2026, 10, 21, 2),
      links: [{ href: 'http://prometheus.test/graph', text: 'Graph' }, { href: 'https://wiki.test/x', text: 'Runbook' }],
    });
  });
  it('Prometheus: known by its labels in any order, however it starts and ends', () => {
    const [a, b, c] = request([
      prometheus('A', '2026-11-21T02:00:00Z'), { ...prometheus('A', '2026-11-21T03:00:00Z'), labels: { service: 'orders', severity: 'critical', alertname: 'A' } },
      prometheus('B', '2026-11-21T03:00:00Z'),
    ]).alerts;
    expect(b?.dedupKey).toBe(a?.dedupKey);
    expect(c?.dedupKey).not.toBe(a?.dedupKey);
  });
  it('Alertmanager’s API says the status itself', () => {
    expect(one([{ ...prometheus('A', '2026-11-21T02:00:00Z', '2026-11-21T02:00:00Z'), status: { state: 'active' }, fingerprint: 'f-1' }])).toMatchObject({ status: 'firing', dedupKey: 'f-1' });
  });

  const checkmk = (fields: object) => ({
    id: '7', summary: 'CheckMK db-1/Memory OK -> CRIT', host: 'db-1', alias: 'Database', address: '10.0.0.7', service: 'Memory', event: 'OK -> CRIT', output: 'Used: 98 %', long_output: '',
    status: 'DOWN', severity: 'CRIT', url: '/check_mk/index.py', check_command: 'check_mk-mem', what: 'SERVICE', notification_type: 'PROBLEM', site: 'cmk', ...fields,
  });
  it.each([
    [{}, 'firing', 'db-1;Memory', 'critical'], [{ notification_type: 'RECOVERY', status: 'UP', severity: 'OK', id: '0', summary: 'CRIT -> OK' }, 'resolved', 'db-1;Memory', null],
    [{ notification_type: 'ACKNOWLEDGEMENT (set)', status: 'ACKNOWLEDGED', severity: 'WARN' }, 'acknowledged', 'db-1;Memory', 'warning'],
    [{ what: 'HOST', service: undefined, severity: 'OK' }, 'firing', 'db-1', 'critical'],
    [{ what: 'HOST', service: undefined, status: 'UP', severity: 'OK', notification_type: 'RECOVERY' }, 'resolved', 'db-1', null],
  ])('Checkmk: %j', (fields, status, dedupKey, severityWord) => {
    expect(one(checkmk(fields))).toMatchObject({ status, dedupKey, severityWord, labels: { host: 'db-1', address: '10.0.0.7' } });
  });
  it('Checkmk: what tells of downtime and flapping is no alert, whatever the script calls it', () => {
    for (const type of ['DOWNTIMESTART', 'FLAPPINGSTART', 'FLAPPINGSTOP', 'DOWNTIMEEND']) expect(request(checkmk({ notification_type: type })).alerts).toEqual([]);
  });
  it('Checkmk: its own variables', () => {
    const body = { NOTIFY_WHAT: 'SERVICE', NOTIFY_HOSTNAME: 'db-1', NOTIFY_SERVICEDESC: 'Memory', NOTIFY_NOTIFICATIONTYPE: 'PROBLEM', NOTIFY_SERVICESTATE: 'WARNING', NOTIFY_SERVICEOUTPUT: 'Used: 85 %' };
    expect(one(body)).toMatchObject({ status: 'firing', dedupKey: 'db-1;Memory', title: 'Memory on db-1 is WARNING', description: 'Used: 85 %', severityWord: 'warning' });
  });

  it('an envelope: what is wrong stands one level down', () => {
    const body = { routing_key: 'r', event_action: 'resolve', dedup_key: 'k', payload: { summary: 'Disk full', severity: 'crit', source: 'db-1', component: 'postgres' } };
    expect(one(body)).toMatchObject({ status: 'resolved', title: 'Disk full', severityWord: 'critical', service: 'postgres' });
    expect(one({ Message: '{"subject": "Disk full", "state": "OK", "id": 5}' })).toMatchObject({ title: '{"subject": "Disk full", "state": "OK", "id": 5}' });
    expect(one({ payload: '{"subject": "Disk full", "state": "OK", "id": 5}' })).toMatchObject({ title: 'Disk full', status: 'resolved', dedupKey: '5' });
  });

  it('a list under `alerts`, whose head says what its alerts leave out', () => {
    const { alerts } = request({ title: '2 alerts', status: 'resolved', severity: 'P1', alerts: [{ title: 'A', status: 'firing' }, { name: 'B', id: 2 }] });
    expect(alerts).toMatchObject([{ title: 'A', status: 'firing', severityWord: 'P1' }, { title: 'B', status: 'resolved', dedupKey: '2' }]);
  });

  it('Alertmanager’s and Grafana’s webhooks, sent here by mistake', () => {
    const alerts = [{ ...prometheus('A', '2026-11-21T02:00:00Z'), status: 'firing', fingerprint: 'f-1' }, { ...prometheus('B', '2026-11-21T02:00:00Z'), status: 'resolved', fingerprint: 'f-2' }];
    for (const head of [{}, { title: '[FIRING:1]', state: 'alerting', message: 'm' }]) {
      expect(request({ version: '4', groupKey: '{}:{a="b"}', status: 'firing', receiver: 'r', ...head, alerts }).alerts).toMatchObject([
        { title: 'A happened', status: 'firing', dedupKey: 'f-1' }, { title: 'B happened', status: 'resolved', dedupKey: 'f-2' },
      ]);
    }
  });

  const event = (fields: object) => ({ specversion: '1.0', id: 'delivery-1', source: '/ci', type: 'com.example.alert.triggered', subject: 'disk/db-1', time: '2026-11-21T02:00:00Z', ...fields });
  it('a CloudEvent: its data, known by source and subject', () => {
    const data = { summary: 'Disk full', severity: 'warning' };
    expect(one(event({ data }))).toMatchObject({
      title: 'Disk full', dedupKey: '/ci disk/db-1', status: 'firing', severityWord: 'warning', startedAt: Date.UTC(2026, 10, 21, 2),
    });
    expect(one(event({ id: 'delivery-2', type: 'com.example.alert.resolved', data }))).toMatchObject({ dedupKey: '/ci disk/db-1', status: 'resolved' });
    expect(one(event({ data: JSON.stringify({ ...data, dedupKey: 'own' }) }))?.dedupKey).toBe('own');
    expect(one(event({ data: 'Disk full\non db-1' }))).toMatchObject({ title: 'Disk full', description: 'Disk full\non db-1' });
    expect(one(event({}))?.title).toBe('disk/db-1');
    expect(request([event({ data }), event({ subject: 's', data: [{ name: 'A' }, { name: 'B' }] })]).alerts.map(({ title }) => title)).toEqual(['Disk full', 'A', 'B']);
  });

  it('a text: its first line is the title', () => {
    expect(one('\n  Disk full on db-1 \nUsed: 98 %\n')).toMatchObject({ title: 'Disk full on db-1', description: 'Disk full on db-1 \nUsed: 98 %', dedupKey: 'Disk full on db-1', status: 'firing' });
    expect(one('Disk full')).toMatchObject({ title: 'Disk full', description: '', dedupKey: 'Disk full' });
  });
});

describe('words', () => {
  it.each(['title', 'summary', 'message', 'name', 'text', 'subject', 'alert_name', 'Summary', 'MONITORNAME', 'headline', 'description'])('%s will do for a title', (name) => {
    expect(one({ [name]: 'Disk full', surprise: 1 })).toMatchObject({ title: 'Disk full', dedupKey: 'Disk full', status: 'firing' });
  });

  it.each([
    ['status', 'down', 'firing'], ['status', 'UP', 'resolved'], ['state', 'OK', 'resolved'], ['state', 'critical', 'firing'], ['state', 'PROBLEM', 'firing'],
    ['event_type', 'recovery', 'resolved'], ['action', 'acknowledge', 'acknowledged'], ['currentState', 'closed', 'resolved'], ['event', 'ALERT_RECOVERY', 'resolved'],
    ['status', 'not ok', 'firing'], ['status', 'CRIT -> OK', 'resolved'], ['status', 'exploded', 'firing'], ['status', 0, 'firing'], ['resolved', true, 'resolved'],
    ['resolved', false, 'firing'], ['status', '{{STATUS}}', 'firing'],
  ])('%s %j', (name, word, status) => {
    expect(one({ message: 'Disk full', [name]: word })?.status).toBe(status);
  });

  it('the first word that is known counts', () => {
    expect(one({ name: 'Disk full', status: 'n/a', state: 'ok', action: 'create' })?.status).toBe('resolved');
    expect(one({ title: 'Disk full', status: 'down', severity: 'high' })?.status).toBe('firing');
  });

  it('times, however they are named, and when it ended only where it did', () => {
    const [start, end] = [Date.UTC(2026, 10, 21, 2), Date.UTC(2026, 10, 21, 3)];
    expect(one({ name: 'x', timestamp: start / 1000 })).toMatchObject({ startedAt: start, endedAt: null });
    expect(one({ name: 'x', state: 'ok', timestamp: end / 1000 })).toMatchObject({ startedAt: null, endedAt: null });
    expect(one({ name: 'x', state: 'ok', starts_at: String(start), ended_at: '2026-11-21 03:00:00' })).toMatchObject({ startedAt: start, endedAt: end });
  });

  it('labels and links in any form, and where it is', () => {
    const tags = one({ name: 'x', tags: 'env:prod, web', url: 'https://x.test/', host: 'db-1', environment: { name: 'blue' } });
    expect(tags).toMatchObject({ labels: { env: 'prod', tags: 'env:prod, web', host: 'db-1', environment: 'blue' }, links: [{ href: 'https://x.test/', text: 'Open' }], service: 'db-1' });
    const pairs = one({ name: 'x', tags: [['env', 'prod'], { key: 'team', value: 5 }, 'solo'], links: ['https://a.test/', { url: 'https://b.test/', title: 'B' }] });
    expect(pairs).toMatchObject({ labels: { env: 'prod', team: '5', tags: 'solo' }, links: [{ href: 'https://a.test/', text: 'https://a.test/' }, { href: 'https://b.test/', text: 'B' }] });
  });

  it('a field that the shape does not name is no label: it may be a secret', () => {
    expect(one({ name: 'x', token: 's3cret', password: 's3cret' })?.labels).toEqual({});
  });
});

describe('what does not page', () => {
  it.each([{ title: 'x', test: true }, { message: 'x', is_test: 'true' }, { message: 'x', status: 'test' }, [{ name: 'x', test: true }], { test: true, alerts: [{ name: 'x' }] }])('%j is a test', (body) => {
    expect(request(body)).toMatchObject({ test: true, alerts: [{ title: 'x' }] });
  });
  it('a test among alerts is left out', () => {
    expect(request([{ name: 'x', test: true }, { name: 'y' }])).toMatchObject({ test: false, alerts: [{ title: 'y' }] });
  });
  it('a monitor of the type "test" is none', () => {
    expect(request({ name: 'x', type: 'test' }).test).toBe(false);
  });

  it('a change', () => {
    const body = { kind: 'change', title: 'Deployed checkout 4.2', description: 'by Ada', changedAt: '2026-11-21T02:00:00Z', links: [{ href: 'https://ci.test/1', text: 'Build' }], labels: { version: '4.2' }, service: 'checkout' };
    expect(request(body)).toMatchObject({ alerts: [], changes: [{
      title: 'Deployed checkout 4.2', description: 'by Ada', changedAt: Date.UTC(2026, 10, 21, 2), links: [{ href: 'https://ci.test/1', text: 'Build' }], labels: { version: '4.2', service: 'checkout' },
    }] });
    expect(request([body, { title: 'x', kind: 'deployment' }, { title: 'y' }])).toMatchObject({ changes: [{}, { title: 'x', changedAt: null }], alerts: [{ title: 'y' }] });
    expect(refusal({ kind: 'change' })).toEqual([{ path: 'title', message: 'is needed: what was changed' }]);
  });
});

describe('a body with nothing to make a title of', () => {
  it.each([
    ['', '(body)', /line of text/], ['  \n\u0000', '(body)', /line of text/], [[], '(body)', /empty list/], [[[]], '0', /must be an object/], [[{ name: 'x' }, 'y'], '1', /must be an object/],
    [{ alerts: null }, 'title', /is needed: a sentence/], [{ foo: 1 }, 'title', /summary, subject, name, message or text/], [{ message: 5 }, 'title', /is needed/],
    [[{ name: 'x' }, { foo: 1 }], '1.title', /is needed/], [[{ title: 'x' }, { title: 'x', labels: [] }], '1.labels', /expected record/], [{ alerts: [{ foo: 1 }] }, 'alerts.0.title', /is needed/],
    [{ name: '<no value>', message: '{{ALERT_TITLE}}' }, 'title', /is needed/],
  ])('%j is refused', (body, path, message) => {
    expect(refusal(body)).toMatchObject([{ path, message: expect.stringMatching(message) as unknown }]);
  });

  it('names twenty things at most', () => {
    expect(refusal(Array.from({ length: 50 }, () => ({ foo: 1 })))).toHaveLength(20);
  });
});
