import { describe, expect, it } from 'vitest';
import { sampleHints } from '../../samples';
import { site24x7 } from './site24x7';

const body = (more: object = {}) => ({
  MONITOR_DASHBOARD_LINK: 'https://site24x7.test/m/1', MONITORTYPE: 'URL', MONITOR_ID: '400000000000000123', STATUS: 'DOWN', MONITORNAME: 'Shop', FAILED_LOCATIONS: 'London-UK,Paris-FR',
  INCIDENT_REASON: 'Connection refused', OUTAGE_TIME_UNIX_FORMAT: '1795227495244', INCIDENT_TIME: 'November 21, 2026 2:18 AM GMT', INCIDENT_TIME_ISO: '2026-11-21T02:18:15+0000',
  MONITORURL: 'https://shop.test/', MONITOR_GROUPNAME: 'shops', RCA_LINK: 'https://site24x7.test/rca', TAGS: ['team:web'], ...more,
});
function alerts(given: unknown) {
  const parsed = site24x7.parse(given, sampleHints);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.alerts;
}

describe('a monitor', () => {
  it('that is down becomes an alert', () => {
    expect(alerts(body())).toEqual([{
      dedupKey: '400000000000000123', groupKey: null, status: 'firing', title: 'Shop is DOWN', description: 'Connection refused\nFailed from London-UK,Paris-FR.', severityWord: 'critical',
      name: null, service: null, startedAt: Date.UTC(2026, 10, 21, 2, 18, 15, 244), endedAt: null, links: [
        { href: 'https://site24x7.test/m/1', text: 'Monitor' }, { href: 'https://site24x7.test/rca', text: 'Root cause' }, { href: 'https://shop.test/', text: 'Website' },
      ],
      labels: { team: 'web', tags: 'team:web', monitor: 'Shop', monitor_type: 'URL', group: 'shops' },
    }]);
  });

  it.each([
    ['DOWN', 'firing', 'critical'], ['Critical', 'firing', 'critical'], ['TROUBLE', 'firing', 'warning'], ['UP', 'resolved', null], ['up', 'resolved', null],
  ])('in the status %s is %s', (STATUS, status, severityWord) => {
    expect(alerts(body({ STATUS }))).toMatchObject([{ status, severityWord, dedupKey: '400000000000000123' }]);
  });

  it.each(['SUSPENDED', 'Maintenance', 'Discovery in progress'])('in the status %s is no alert', (STATUS) => {
    expect(alerts(body({ STATUS }))).toEqual([]);
  });

  it('is known by its id however that is named, else by its name', () => {
    expect(alerts(body({ MONITOR_ID: undefined, MONITORID: '5' }))[0]?.dedupKey).toBe('5');
    expect(alerts(body({ MONITOR_ID: 5 }))[0]?.dedupKey).toBe('5');
    for (const STATUS of ['DOWN', 'UP']) expect(alerts(body({ MONITOR_ID: undefined, STATUS }))[0]?.dedupKey).toBe('Shop');
  });

  it('of an id too long for a JSON number stays apart from its neighbour', () => {
    const [a, b] = ['Shop', 'Blog'].map((MONITORNAME, index) => alerts(JSON.parse(`{"MONITOR_ID": 40000000000000012${index}, "STATUS": "DOWN", "MONITORNAME": "${MONITORNAME}"}`) as unknown)[0]?.dedupKey);
    expect(a).not.toBe(b);
  });

  it('takes the time of the incident with its zone where there is no other', () => {
    expect(alerts(body({ OUTAGE_TIME_UNIX_FORMAT: undefined, INCIDENT_TIME_ISO: undefined, INCIDENT_TIME: 'July 30, 2026 10:36 AM BST' }))[0]?.startedAt).toBe(Date.UTC(2026, 6, 30, 9, 36));
  });
});

it.each([[null, '(body)'], ['text', '(body)'], [[], '(body)'], [{}, 'STATUS'], [{ STATUS: 'DOWN' }, 'MONITORNAME'], [{ MONITORNAME: 'Shop' }, 'STATUS']])('%j is refused by the name of what is wrong', (given, path) => {
  const parsed = site24x7.parse(given, sampleHints);
  expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContain(path);
});
