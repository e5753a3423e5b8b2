import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { opsgenie } from './opsgenie';

const create = (fields: object = {}) => ({
  message: 'Disk of db-3 is almost full', alias: 'disk/db-3', description: 'Full in 3 h', priority: 'P2', tags: ['prod', 'team:storage'],
  details: { alertname: 'DiskFull', used: 96, runbook: 'https://wiki.test/disk', mounts: ['/', '/var'] }, entity: 'db-3', source: 'https://am.test/#/alerts',
  responders: [{ name: 'storage', type: 'team' }], ...fields,
});
const action = (opsgenieAction: string, fields: object = {}) => ({ opsgenieAction, alias: 'disk/db-3', user: 'Priya', source: 'web', ...fields });

function all(given: unknown): ParsedAlert[] {
  const result = opsgenie.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.alerts.map((alert) => ParsedAlert.parse(alert));
}
const one = (given: unknown) => all(given)[0];

describe('a create', () => {
  it('becomes an alert', () => {
    expect(one(create())).toEqual({
      dedupKey: 'disk/db-3', groupKey: null, status: 'firing', title: 'Disk of db-3 is almost full', description: 'Full in 3 h', severityWord: 'P2', name: 'DiskFull',
      service: 'db-3', startedAt: null, endedAt: null,
      links: [{ href: 'https://wiki.test/disk', text: 'runbook' }, { href: 'https://am.test/#/alerts', text: 'Source' }],
      labels: {
        team: 'storage', tags: 'prod, team:storage', alertname: 'DiskFull', used: '96', runbook: 'https://wiki.test/disk', mounts: '["/","/var"]', entity: 'db-3',
        source: 'https://am.test/#/alerts',
      },
    });
  });

  it('may be a message alone, and is then P3 under a new key', () => {
    expect(one({ message: 'x' })).toMatchObject({ dedupKey: 'assigned-key', title: 'x', severityWord: 'P3', service: null, name: null, labels: {}, links: [] });
  });

  it.each([
    { fields: { alias: ' ' }, becomes: { dedupKey: 'assigned-key' } }, { fields: { priority: 'p1' }, becomes: { severityWord: 'P1' } },
    { fields: { priority: null }, becomes: { severityWord: 'P3' } }, { fields: { priority: '' }, becomes: { severityWord: 'P3' } },
    { fields: { note: 'Seen before' }, becomes: { description: 'Full in 3 h\n\nSeen before' } },
    { fields: { entity: '', details: { service: 'orders' } }, becomes: { service: 'orders' } },
    { fields: { source: 'Zabbix', details: null, tags: 'none' }, becomes: { links: [], labels: { entity: 'db-3', source: 'Zabbix' } } },
    { fields: { tags: ['a'], details: { tags: 'b' } }, becomes: { labels: { tags: 'a', entity: 'db-3', source: 'https://am.test/#/alerts' } } },
    { fields: { message: 'x'.repeat(1000) }, becomes: { title: `${'x'.repeat(299)}…` } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(create(fields))).toMatchObject(becomes);
  });
});

describe('an action', () => {
  it.each([
    { name: 'close', status: 'resolved' }, { name: 'acknowledge', status: 'acknowledged' },
  ])('$name is the alert’s own, its note beside it', ({ name, status }) => {
    expect(one(action(name, { note: 'Restarted' }))).toEqual({
      dedupKey: 'disk/db-3', groupKey: null, status, title: 'disk/db-3', description: 'Restarted', severityWord: null, name: null, service: null, startedAt: null,
      endedAt: null, links: [], labels: {},
    });
    expect(one(action(name))).toMatchObject({ status, description: '' });
  });

  it.each([
    { name: 'note', fields: { note: 'Looking' }, amends: { note: 'Looking' } }, { name: 'message', fields: { message: 'Disk is full' }, amends: { title: 'Disk is full' } },
    { name: 'description', fields: { description: 'Now' }, amends: { description: 'Now' } }, { name: 'description', fields: { description: '' }, amends: { description: '' } },
    { name: 'priority', fields: { priority: 'P1' }, amends: { severityWord: 'P1' } },
  ])('$name with $fields amends $amends and nothing else', ({ name, fields, amends }) => {
    expect(one(action(name, fields))?.amends).toEqual({ title: null, description: null, severityWord: null, note: null, ...amends });
  });

  it('unacknowledge is accepted and does nothing', () => {
    expect(all(action('unacknowledge'))).toEqual([]);
  });
});

describe('a request that is wrong', () => {
  it.each([
    { given: {}, path: 'message', message: 'message can not be empty' }, { given: create({ message: ' ' }), path: 'message', message: 'message can not be empty' },
    { given: create({ message: { text: 'x' } }), path: 'message', message: 'message can not be empty' },
    { given: create({ priority: 'High' }), path: 'priority', message: 'priority should be one of [ P1, P2, P3, P4, P5 ]' },
    { given: action('note'), path: 'note', message: 'note can not be empty' }, { given: action('message', { message: '' }), path: 'message', message: 'message can not be empty' },
    { given: action('description'), path: 'description', message: 'description can not be empty' },
    { given: action('priority'), path: 'priority', message: 'priority can not be empty' },
    { given: action('priority', { priority: 'P6' }), path: 'priority', message: 'priority should be one of [ P1, P2, P3, P4, P5 ]' },
    { given: action('close', { alias: '' }), path: 'alias', message: 'alias can not be empty' },
    { given: action('snooze'), path: 'opsgenieAction', message: expect.stringMatching(/'close' | 'acknowledge'/) as string },
    ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)', message: expect.stringMatching(/expected object/) as string })),
  ])('is refused by the field: $path of $given', ({ given, path, message }) => {
    expect(opsgenie.parse(given, sampleHints)).toEqual({ ok: false, issues: [{ path, message }] });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(opsgenie.demo.firing(noon)), one(opsgenie.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey]).toEqual(['firing', 'resolved', true]);
});

it.each([{ details: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])) }, { details: '{"a":1}' }, { tags: [null, {}, [[]]] }, { alias: '\ud800'.repeat(2000) }])(
  'whatever a create holds, it is an alert: %#', (fields) => {
    expect(one(create(fields))?.status).toBe('firing');
  });
