import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { uptimerobot } from './uptimerobot';

const down = (fields: object = {}) => ({
  monitorID: '77', monitorURL: 'https://orders.test', monitorFriendlyName: 'Orders', alertType: '1', alertTypeFriendlyName: 'Down', alertDetails: 'Connection Timeout',
  alertDuration: '*alertDuration*', alertDateTime: '1795228200', monitorAlertContacts: '1;2', ...fields,
});
const at = Date.UTC(2026, 10, 21, 2, 30);

function one(given: unknown): ParsedAlert {
  const result = uptimerobot.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return ParsedAlert.parse(result.alerts[0]);
}

describe('a monitor', () => {
  it('that is down becomes an alert', () => {
    expect(one(down())).toEqual({
      dedupKey: '77', groupKey: null, status: 'firing', title: 'Orders', description: 'Connection Timeout', severityWord: null, name: 'Orders', service: null, startedAt: at,
      endedAt: null, links: [{ href: 'https://orders.test', text: 'Monitored address' }], labels: { url: 'https://orders.test', alert_type: 'Down' },
    });
  });

  it('that is up resolves the same', () => {
    expect(one(down({ alertType: '2', alertTypeFriendlyName: 'Up', alertDuration: '120' }))).toMatchObject({ dedupKey: '77', status: 'resolved', startedAt: null, endedAt: at, labels: { duration: '120' } });
  });

  it('whose certificate expires is another alert', () => {
    expect(one(down({ alertType: '3', alertTypeFriendlyName: 'SSL expiry', alertDetails: '', sslExpiryDaysLeft: '7' }))).toMatchObject({
      dedupKey: '77:ssl', status: 'firing', severityWord: 'warning', title: 'Orders: SSL expiry', description: 'The certificate expires in 7 days.', labels: { ssl_days_left: '7' },
    });
  });

  it('by other names is the same', () => {
    expect(one({ monitor_id: 77, monitor_url: 'https://orders.test', monitor_friendly_name: 'Orders', alert_type: 1 })).toMatchObject({ dedupKey: '77', status: 'firing', title: 'Orders' });
    expect(one({ monitor: { id: '77', url: 'https://orders.test', name: 'Orders' }, alert: { type: '2', details: 'x' } })).toMatchObject({ dedupKey: '77', status: 'resolved', title: 'Orders' });
  });

  it.each([
    { fields: { monitorID: undefined }, becomes: { dedupKey: 'https://orders.test' } }, { fields: { monitorID: '*monitorID*', monitorURL: '' }, becomes: { dedupKey: 'Orders' } },
    { fields: { alertType: undefined }, becomes: { status: 'firing' } }, { fields: { alertType: '*alertType*', alertTypeFriendlyName: 'Up' }, becomes: { status: 'resolved' } },
    { fields: { alertType: 'Up', alertTypeFriendlyName: '' }, becomes: { status: 'resolved' } }, { fields: { alertType: '4' }, becomes: { dedupKey: '77:ssl', status: 'firing' } },
    { fields: { monitorURL: 'db.orders.test', monitorFriendlyName: '' }, becomes: { title: 'db.orders.test', links: [] } }, { fields: { alertDateTime: '' }, becomes: { startedAt: null } },
  ])('with $fields becomes $becomes', ({ fields, becomes }) => {
    expect(one(down(fields))).toMatchObject(becomes);
  });
});

it('the template names what UptimeRobot fills in, and is refused as long as nothing is', () => {
  const template = JSON.parse(uptimerobot.connect.code?.text ?? '') as Record<string, string>;
  for (const [name, variable] of Object.entries(template)) expect(variable).toBe(`*${name}*`);
  expect(one({ ...template, monitorID: '77', alertType: '1' })).toMatchObject({ dedupKey: '77', title: '77', links: [], labels: {} });
  expect(uptimerobot.parse(template, sampleHints).ok).toBe(false);
});

describe('a body of another shape', () => {
  it.each([
    { given: {}, paths: ['monitorID', 'alertType'] }, { given: down({ alertType: 'sideways', alertTypeFriendlyName: '' }), paths: ['alertType'] },
    { given: { alertType: '1' }, paths: ['monitorID'] }, ...[null, [], 'text', 5].map((given) => ({ given, paths: ['(body)'] })),
  ])('is refused by the name of what is wrong: $paths of $given', ({ given, paths }) => {
    const result = uptimerobot.parse(given, sampleHints);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(paths);
  });
});

it('the demo fires and resolves one alert', () => {
  const [fires, ends] = [one(uptimerobot.demo.firing(noon)), one(uptimerobot.demo.resolved?.(noon))];
  expect([fires.status, ends.status, fires.dedupKey === ends.dedupKey, fires.startedAt]).toEqual(['firing', 'resolved', true, noon]);
});

it.each(['\ud800', 'x'.repeat(500_000), '\u0000'])('whatever a field holds, it is answered: %#', (text) => {
  expect(one(down({ monitorID: text, monitorURL: text, monitorFriendlyName: text, alertDetails: text })).status).toBe('firing');
});
