import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { icinga2 } from './icinga2';

const service = (more: object = {}) => ({
  notification_type: 'PROBLEM', host_name: 'db-1', host_display_name: 'db-1.test', host_address: '10.0.0.7', service_name: 'disk', service_display_name: 'Disk', service_state: 'CRITICAL',
  service_output: 'Used: 98 %', notification_author: '', notification_comment: '', icingaweb2_url: 'https://icinga.test/icingaweb2/', ...more,
});
const host = (more: object = {}) => ({ notification_type: 'PROBLEM', host_name: 'db-1', host_state: 'DOWN', host_output: 'No answer', ...more });
function alerts(body: unknown) {
  const parsed = icinga2.parse(body, sampleHints);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.alerts;
}

describe('a notification', () => {
  it('of a service becomes an alert', () => {
    expect(alerts(service({ last_state_change: 1_795_227_495 }))).toEqual([{
      dedupKey: 'db-1;disk', groupKey: null, status: 'firing', title: 'Disk on db-1.test is CRITICAL', description: 'Used: 98 %', severityWord: 'critical', name: null, service: 'disk',
      startedAt: 1_795_227_495_000, endedAt: null, links: [{ href: 'https://icinga.test/icingaweb2/monitoring/service/show?host=db-1&service=disk', text: 'Icinga Web' }],
      labels: { host: 'db-1', service: 'disk', state: 'CRITICAL', address: '10.0.0.7' },
    }]);
  });

  it('of a host is known by the host', () => {
    expect(alerts(host())).toMatchObject([{ dedupKey: 'db-1', status: 'firing', title: 'db-1 is DOWN', description: 'No answer', severityWord: 'critical', service: 'db-1' }]);
    expect(alerts(host({ notification_type: 'RECOVERY', host_state: 'UP' }))).toMatchObject([{ dedupKey: 'db-1', status: 'resolved' }]);
  });

  it.each([
    ['PROBLEM', 'CRITICAL', 'firing', 'critical'], ['PROBLEM', 'WARNING', 'firing', 'warning'], ['PROBLEM', 'UNKNOWN', 'firing', 'error'], ['RECOVERY', 'OK', 'resolved', null],
    ['ACKNOWLEDGEMENT', 'CRITICAL', 'acknowledged', 'critical'], ['Recovery', 'OK', 'resolved', null], ['CUSTOM', 'CRITICAL', 'firing', 'critical'], ['CUSTOM', 'OK', 'resolved', null],
    ['', 'OK', 'resolved', null], ['', 2, 'firing', 'critical'], ['', '0', 'resolved', null],
  ])('%s in the state %s is %s', (notification_type, service_state, status, severityWord) => {
    expect(alerts(service({ notification_type, service_state }))).toMatchObject([{ dedupKey: 'db-1;disk', status, severityWord }]);
  });

  it.each(['DOWNTIMESTART', 'DOWNTIMEEND', 'DOWNTIMEREMOVED', 'FLAPPINGSTART', 'FLAPPINGEND'])('%s is no alert', (notification_type) => {
    expect(alerts(service({ notification_type }))).toEqual([]);
  });

  it('of an acknowledgement says by whom, and why', () => {
    expect(alerts(service({ notification_type: 'ACKNOWLEDGEMENT', notification_author: 'Ada', notification_comment: 'On it' }))).toMatchObject([{ description: 'Used: 98 %\nAda: On it' }]);
  });

  it.each([
    { 'notification.type': 'PROBLEM', 'host.name': 'db-1', 'service.name': 'disk', 'service.state': 'CRITICAL', 'service.output': 'Used: 98 %' },
    { NOTIFICATIONTYPE: 'PROBLEM', HOSTNAME: 'db-1', SERVICEDESC: 'disk', SERVICESTATE: 'CRITICAL', SERVICEOUTPUT: 'Used: 98 %' },
    { notification: { type: 'PROBLEM' }, host: { name: 'db-1' }, service: { name: 'disk', state: 'CRITICAL', output: 'Used: 98 %' } },
    { host: { name: 'db-1' }, service: { name: 'disk' }, check_result: { state: 2, output: 'Used: 98 %' } },
  ])('by other names is the same: %j', (body) => {
    expect(alerts(body)).toMatchObject([{ dedupKey: 'db-1;disk', status: 'firing', severityWord: 'critical', description: 'Used: 98 %' }]);
  });

  it('with macros that were not expanded has nothing for them', () => {
    expect(alerts(host({ service_name: '$service.name$', service_state: '$service.state$' }))).toMatchObject([{ dedupKey: 'db-1', title: 'db-1 is DOWN' }]);
  });
});

it.each([
  [null, '(body)'], ['text', '(body)'], [[], '(body)'], [{}, 'host_name'], [{ notification_type: 'PROBLEM' }, 'host_name'], [{ host_name: 'db-1' }, 'notification_type'],
  [{ host_name: {}, notification_type: 'PROBLEM' }, 'host_name'],
])('%j is refused by the name of what is wrong', (body, path) => {
  const parsed = icinga2.parse(body, sampleHints);
  expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
});
