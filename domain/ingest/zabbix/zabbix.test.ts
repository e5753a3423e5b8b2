import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { zabbix } from './zabbix';

const problem = (fields: object = {}) => ({
  id: '815', triggerId: '4711', name: 'Disk space is low on /var', severity: 'High', status: 'PROBLEM', value: '1', update_action: '', event_ack: 'No',
  message: 'Problem started\r\nHost: db-3\r\n', description: 'Less than 5 % are left.', service: '', host_name: 'db-3', host_ip: '10.0.0.3',
  tags: '[{"tag":"component","value":"storage"},{"tag":"scope","value":"capacity"},{"tag":"scope","value":"availability"},{"tag":"night","value":""}]',
  url: 'https://zabbix.test/', lastReceived: '2026.11.21 02:30:00', time: '02:30:00', ...fields,
});
function parsed(given: unknown) {
  const result = zabbix.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const alert of result.alerts) ParsedAlert.parse(alert);
  return result;
}
const one = (given: unknown) => parsed(given).alerts[0];
const at = Date.UTC(2026, 10, 21, 2, 30);

describe('a problem', () => {
  it('becomes an alert', () => {
    expect(one(problem())).toEqual({
      dedupKey: '815', groupKey: null, status: 'firing', title: 'Disk space is low on /var', description: 'Less than 5 % are left.\n\nProblem started\nHost: db-3',
      severityWord: 'error', name: 'Disk space is low on /var', service: 'db-3', startedAt: at, endedAt: null,
      links: [{ href: 'https://zabbix.test/tr_events.php?triggerid=4711&eventid=815', text: 'Zabbix event' }],
      labels: { host: 'db-3', host_ip: '10.0.0.3', trigger_id: '4711', component: 'storage', scope: 'capacity, availability', night: 'true' },
    });
  });

  it('whatever the parameters are called', () => {
    const { id, triggerId, name, ...rest } = problem();
    expect(one({ ...rest, EVENT_ID: Number(id), 'trigger.id': triggerId, event_name: name })).toEqual(one(problem()));
  });

  it.each([
    ['Not classified', 'info'], ['Information', 'info'], ['Warning', 'warning'], ['Average', 'warning'], ['HIGH', 'error'], ['Disaster', 'critical'], ['5', 'critical'],
    ['Wake up', 'Wake up'], ['{EVENT.SEVERITY}', null], [undefined, null],
  ])('of severity %j is %j', (severity, word) => {
    expect(one(problem({ severity }))?.severityWord).toBe(word);
  });

  it('whose severities were renamed is told by the number', () => {
    expect(one(problem({ severity: 'Wake up', event_nseverity: '5' }))?.severityWord).toBe('critical');
  });

  it.each([
    { fields: { value: '0' }, status: 'resolved' }, { fields: { status: 'RESOLVED' }, status: 'resolved' }, { fields: { status: 'OK', value: '' }, status: 'resolved' },
    { fields: { status: 'RESOLVED', event_ack: 'Yes' }, status: 'resolved' }, { fields: { event_ack: 'Yes' }, status: 'acknowledged' },
    { fields: { update_action: 'acknowledged, commented' }, status: 'acknowledged' }, { fields: { update_action: 'Acknowledged' }, status: 'acknowledged' },
    { fields: { update_action: 'unacknowledged' }, status: 'firing' }, { fields: { update_action: '{EVENT.UPDATE.ACTION}', event_ack: '{EVENT.ACK.STATUS}' }, status: 'firing' },
    { fields: { status: undefined, value: 1 }, status: 'firing' }, { fields: { value: 0 }, status: 'resolved' },
  ])('with $fields is $status, under the same key', ({ fields, status }) => {
    expect(one(problem(fields))).toMatchObject({ dedupKey: '815', status });
  });

  it.each([
    { fields: { event_date: '2026.11.21', event_time: '02:31:00' }, becomes: { startedAt: at + 60_000 } },
    { fields: { started_at: '2026-11-21T03:30:00+01:00', lastReceived: '' }, becomes: { startedAt: at } },
    { fields: { lastReceived: undefined, date: '2026.11.21' }, becomes: { startedAt: at } }, { fields: { lastReceived: '{DATE} {TIME}' }, becomes: { startedAt: null } },
    { fields: { value: '0' }, becomes: { startedAt: null, endedAt: null } },
    { fields: { value: '0', recovery_date: '2026.11.21', recovery_time: '02:30:00' }, becomes: { endedAt: at } },
    { fields: { value: '0', ended_at: '2026-11-21T02:30:00Z' }, becomes: { endedAt: at } },
    { fields: { tags: '{EVENT.TAGSJSON}', url: '{$ZABBIX.URL}', host_ip: '{HOST.IP}' }, becomes: { links: [], labels: { host: 'db-3', trigger_id: '4711' } } },
    { fields: { tags: [{ tag: 'a', value: 'b' }] }, becomes: { labels: { a: 'b' } } }, { fields: { tags: 'a:b, c:d' }, becomes: { labels: { host: 'db-3' } } },
    { fields: { name: '{EVENT.NAME}', subject: 'Problem: disk' }, becomes: { title: 'Problem: disk' } },
    { fields: { service: 'orders' }, becomes: { service: 'orders' } }, { fields: { id: '{EVENT.ID}' }, becomes: { dedupKey: 'trigger:4711' } },
    { fields: { trigger_url: 'https://wiki.test/disk', url: 'javascript:alert(1)' }, becomes: { links: [{ href: 'https://wiki.test/disk', text: 'Trigger' }] } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(problem(fields))).toMatchObject(becomes);
  });
});

it('the test button, which fills in nothing, pages nobody', () => {
  const blank = { id: '{EVENT.ID}', trigger_id: '{TRIGGER.ID}', name: '{EVENT.NAME}', status: '{EVENT.STATUS}', tags: '{EVENT.TAGSJSON}', message: '{ALERT.MESSAGE}' };
  expect(parsed(blank)).toMatchObject({ test: true, alerts: [{ status: 'firing', title: 'Test from Zabbix' }] });
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, path: 'id' }, { given: { title: null }, path: 'id' }, { given: { id: '', name: 'x' }, path: 'id' }, { given: { id: '1' }, path: 'name' },
    { given: { id: {}, name: 'x' }, path: 'id' }, ...[null, [], 'text', 5].map((given) => ({ given, path: '(body)' })),
  ])('is refused by the name of what is wrong: $path of $given', ({ given, path }) => {
    expect(zabbix.parse(given, sampleHints)).toMatchObject({ ok: false, issues: [{ path, message: expect.any(String) as string }] });
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(zabbix.demo.firing(noon)), one(zabbix.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt, ends?.endedAt]).toEqual(['firing', 'resolved', true, noon, noon]);
});

it('every parameter of the media type that is to be imported is read', () => {
  const names = [...(zabbix.connect.code?.text ?? '').matchAll(/\{name: (\w+), value: '([^']*)'\}/g)].map(([, name = '']) => name);
  expect(names).toHaveLength(21);
  const read = one(Object.fromEntries(names.map((name) => [name, name.endsWith('_date') ? '2026.11.21' : name.endsWith('_time') ? '02:30:00' : `${name}-text`])));
  expect(read).toMatchObject({ dedupKey: 'id-text', title: 'name-text', status: 'firing', service: 'host_name-text', startedAt: at });
});

it.each(['\ud800', 'x'.repeat(400_000), '[[[[', '\u0000'])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(problem({ id: text, triggerId: text, name: text, tags: text, message: text, url: `https://z.test/${text}` }))?.status).toBe('firing');
});
