import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { nagios } from './nagios';

const host = (fields: object = {}) => ({
  NOTIFICATIONTYPE: 'PROBLEM', NOTIFICATIONAUTHOR: '', NOTIFICATIONCOMMENT: '', HOSTNAME: 'db-3', HOSTALIAS: 'db-3.test', HOSTADDRESS: '10.0.0.3', HOSTSTATE: 'DOWN',
  HOSTOUTPUT: 'CRITICAL - Host Unreachable', LASTHOSTSTATECHANGE: '1795228200', TIMET: '1795228260', ...fields,
});
const service = (fields: object = {}) => host({
  HOSTSTATE: 'UP', HOSTOUTPUT: 'PING OK', SERVICEDESC: 'Disk /var', SERVICEDISPLAYNAME: '', SERVICESTATE: 'CRITICAL', SERVICEOUTPUT: 'DISK CRITICAL - 2 % free',
  LONGSERVICEOUTPUT: 'inode=3%\\nused=98%', SERVICEPERFDATA: '/var=98', SERVICENOTESURL: 'https://wiki.test/disk', SERVICEACTIONURL: '', LASTSERVICESTATECHANGE: '1795228200', ...fields,
});
const at = Date.UTC(2026, 10, 21, 2, 30);

function all(given: unknown): ParsedAlert[] {
  const result = nagios.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.alerts.map((alert) => ParsedAlert.parse(alert));
}
const one = (given: unknown) => all(given)[0];

describe('a notification', () => {
  it('of a service becomes an alert', () => {
    expect(one(service())).toEqual({
      dedupKey: 'db-3;Disk /var', groupKey: null, status: 'firing', title: 'Disk /var on db-3 is CRITICAL', description: 'DISK CRITICAL - 2 % free\ninode=3%\nused=98%',
      severityWord: 'critical', name: 'Disk /var', service: 'db-3', startedAt: at, endedAt: null, links: [{ href: 'https://wiki.test/disk', text: 'Notes' }],
      labels: {
        host: 'db-3', host_alias: 'db-3.test', address: '10.0.0.3', state: 'CRITICAL', notification_type: 'PROBLEM', service: 'Disk /var', performance: '/var=98',
      },
    });
  });

  it('of a host has a key of its own', () => {
    expect(one(host())).toMatchObject({
      dedupKey: 'db-3', status: 'firing', title: 'Host db-3 is DOWN', description: 'CRITICAL - Host Unreachable', severityWord: 'critical', name: null, service: 'db-3', startedAt: at,
    });
    expect(one(host({ NOTIFICATIONTYPE: 'RECOVERY', HOSTSTATE: 'UP' }))).toMatchObject({ dedupKey: 'db-3', status: 'resolved', endedAt: at });
  });

  it('of a recovery ends what was a problem', () => {
    expect(one(service({ NOTIFICATIONTYPE: 'RECOVERY', SERVICESTATE: 'OK' }))).toMatchObject({ dedupKey: 'db-3;Disk /var', status: 'resolved', severityWord: null, startedAt: null, endedAt: at });
  });

  it('of an acknowledge says whose it is', () => {
    expect(one(service({ NOTIFICATIONTYPE: 'ACKNOWLEDGEMENT', NOTIFICATIONAUTHOR: 'priya', NOTIFICATIONCOMMENT: 'On it', LONGSERVICEOUTPUT: '' })))
      .toMatchObject({ dedupKey: 'db-3;Disk /var', status: 'acknowledged', description: 'DISK CRITICAL - 2 % free\npriya: On it' });
  });

  it.each(['FLAPPINGSTART', 'FLAPPINGSTOP', 'FLAPPINGDISABLED', 'DOWNTIMESTART', 'DOWNTIMEEND', 'DOWNTIMECANCELLED'])('of %s is no alert', (NOTIFICATIONTYPE) => {
    expect(all(service({ NOTIFICATIONTYPE }))).toEqual([]);
  });

  it('that a person sends pages for what is in trouble', () => {
    expect(one(service({ NOTIFICATIONTYPE: 'CUSTOM', NOTIFICATIONCOMMENT: 'Look at this' }))).toMatchObject({ status: 'firing' });
    expect(all(service({ NOTIFICATIONTYPE: 'CUSTOM', SERVICESTATE: 'OK' }))).toEqual([]);
    expect(all(host({ NOTIFICATIONTYPE: 'CUSTOM', HOSTSTATE: 'UP' }))).toEqual([]);
  });

  it.each([
    { given: service({ SERVICESTATE: 'WARNING' }), becomes: { severityWord: 'warning' } }, { given: service({ SERVICESTATE: 'UNKNOWN' }), becomes: { severityWord: 'error' } },
    { given: host({ HOSTSTATE: 'UNREACHABLE' }), becomes: { severityWord: 'error' } }, { given: service({ SERVICESTATE: '' }), becomes: { severityWord: null, title: 'Disk /var on db-3 is not well' } },
    { given: service({ SERVICEDISPLAYNAME: 'Disk of logs' }), becomes: { title: 'Disk of logs on db-3 is CRITICAL' } },
    { given: service({ LASTSERVICESTATECHANGE: '$LASTSERVICESTATECHANGE$' }), becomes: { startedAt: at + 60_000 } }, { given: host({ SERVICEDESC: '$SERVICEDESC$' }), becomes: { dedupKey: 'db-3' } },
    { given: Object.fromEntries(Object.entries(service()).map(([name, value]) => [`NAGIOS_${name}`, value])), becomes: { dedupKey: 'db-3;Disk /var', status: 'firing' } },
    { given: { notification_type: 'problem', host_name: 'db-3', service_desc: 'Disk /var' }, becomes: { dedupKey: 'db-3;Disk /var', status: 'firing' } },
  ])('$given becomes $becomes', ({ given, becomes }) => {
    expect(one(given)).toMatchObject(becomes);
  });
});

it('every macro that is read is sent by the script', () => {
  const sent = /names = '''([^']*)'''/.exec(nagios.connect.code?.text ?? '')?.[1]?.split(/\s+/) ?? [];
  expect(Object.keys(service()).filter((name) => !sent.includes(name))).toEqual([]);
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, paths: ['NOTIFICATIONTYPE', 'HOSTNAME'] }, { given: service({ NOTIFICATIONTYPE: 'ALARM' }), paths: ['NOTIFICATIONTYPE'] }, { given: service({ HOSTNAME: null }), paths: ['HOSTNAME'] },
    { given: service({ HOSTNAME: '$HOSTNAME$' }), paths: ['HOSTNAME'] }, ...[null, [], 'text', 5].map((given) => ({ given, paths: ['(body)'] })),
  ])('is refused by the name of what is wrong: $paths of $given', ({ given, paths }) => {
    const result = nagios.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(paths);
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(nagios.demo.firing(noon)), one(nagios.demo.resolved?.(noon))];
  expect([fires?.status, ends?.status, fires?.dedupKey === ends?.dedupKey, fires?.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000'])('whatever a macro holds, it is answered: %#', (text) => {
  expect(one(service({ HOSTNAME: text, SERVICEDESC: text, SERVICEOUTPUT: text, SERVICESTATE: text }))?.status).toBe('firing');
});
