import { describe, expect, it } from 'vitest';
import { noon, sampleHints } from '../../samples';
import { ParsedAlert } from '../parsed';
import { azure } from './azure';

function parsed(given: unknown) {
  const result = azure.parse(given, sampleHints);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  for (const one of result.alerts) ParsedAlert.parse(one);
  return result;
}
const issues = (given: unknown) => {
  const result = azure.parse(given, sampleHints);
  return result.ok ? [] : result.issues;
};

const alertId = '/subscriptions/aaaa/providers/Microsoft.AlertsManagement/alerts/bbbb';
const metric = { conditionType: 'x', condition: { allOf: [{ metricName: 'Percentage CPU', operator: 'GreaterThan', threshold: '25', dimensions: [{ name: 'Instance', value: 'a' }], metricValue: 31.1 }] } };
const body = (essentials: object = {}, data: object = {}) => ({
  schemaId: 'azureMonitorCommonAlertSchema',
  data: {
    essentials: {
      alertId, alertRule: 'CPU is high', severity: 'Sev1', signalType: 'Metric', monitorCondition: 'Fired', monitoringService: 'Platform',
      alertTargetIDs: ['/subscriptions/aaaa/resourcegroups/shop/providers/microsoft.compute/virtualmachines/vm-1'], configurationItems: ['VM-1'], originAlertId: 'o',
      firedDateTime: '2026-11-21T12:00:00.3713213Z', description: 'Look at it', ...essentials,
    },
    alertContext: metric, customProperties: { team: 'shop' }, ...data,
  },
});
const one = (essentials: object = {}, data: object = {}) => parsed(body(essentials, data)).alerts[0];

describe('an alert in the common schema', () => {
  it('becomes one of the common form', () => {
    expect(one()).toEqual({
      dedupKey: alertId, groupKey: null, status: 'firing', title: 'CPU is high', description: 'Look at it\n\nPercentage CPU: 31.1 (GreaterThan 25)', severityWord: 'error',
      name: 'CPU is high', service: 'VM-1', startedAt: noon + 371, endedAt: null,
      links: [
        { href: `https://portal.azure.com/#view/Microsoft_Azure_Monitoring_Alerts/AlertDetails.ReactView/alertId~/${encodeURIComponent(alertId)}`, text: 'Azure portal' },
        { href: 'https://portal.azure.com/#resource/subscriptions/aaaa/resourcegroups/shop/providers/microsoft.compute/virtualmachines/vm-1', text: 'Resource' },
      ],
      labels: { team: 'shop', Instance: 'a', signalType: 'Metric', monitoringService: 'Platform', resourceGroup: 'shop', subscription: 'aaaa' },
    });
  });

  it('is resolved under the key that it fired under', () => {
    expect(one({ monitorCondition: 'Resolved', resolvedDateTime: '2026-11-21T12:05:00.1234567Z' })).toMatchObject({ dedupKey: alertId, status: 'resolved', startedAt: noon + 371, endedAt: noon + 300_123 });
  });

  it.each([['Sev0', 'critical'], ['Sev1', 'error'], ['Sev2', 'warning'], ['Sev3', 'info'], ['Sev4', 'info'], ['sev0', 'critical'], ['', null], [undefined, null]])('of %s is %s', (severity, word) => {
    expect(one({ severity })?.severityWord).toBe(word);
  });

  it('without a configuration item is of the resource that it is about', () => {
    expect(one({ configurationItems: [] })?.service).toBe('vm-1');
    expect(one({ configurationItems: null, alertTargetIDs: null })?.service).toBeNull();
  });

  it.each([null, undefined])('with customProperties %s has no labels of them', (customProperties) => {
    expect(one({}, { customProperties })?.labels).not.toHaveProperty('team');
  });

  it('of a log search links what was found', () => {
    const v2 = { condition: { allOf: [{ searchQuery: 'Heartbeat', metricValue: 0, operator: 'LessThan', threshold: '1', linkToSearchResultsUI: 'https://portal.azure.test/a', linkToFilteredSearchResultsUI: 'https://portal.azure.test/b', dimensions: [{ name: 'Computer', value: 'c' }] }] } };
    expect(one({ signalType: 'Log' }, { alertContext: v2 })).toMatchObject({ description: 'Look at it\n\nHeartbeat: 0 (LessThan 1)', labels: { Computer: 'c' } });
    expect(one({ signalType: 'Log' }, { alertContext: v2 })?.links.at(-1)).toEqual({ href: 'https://portal.azure.test/b', text: 'Search results' });
    expect(one({ signalType: 'Log' }, { alertContext: { SearchQuery: 'Heartbeat', LinkToSearchResults: 'https://portal.azure.test/c' } })?.links.at(-1)?.href).toBe('https://portal.azure.test/c');
  });

  it('of the activity log says what was done', () => {
    const alertContext = { operationName: 'Microsoft.Compute/virtualMachines/restart/action', status: 'Succeeded', properties: { title: 'Restarted', communication: 'By a person' } };
    expect(one({ signalType: 'Activity Log', severity: 'Sev4' }, { alertContext })).toMatchObject({ status: 'firing', description: 'Look at it\n\nMicrosoft.Compute/virtualMachines/restart/action: Succeeded\nRestarted\nBy a person' });
  });

  it('of "Test action group" is a test', () => {
    const fake = '/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.AlertsManagement/alerts/c';
    expect(parsed(body({ alertId: fake, alertRule: 'test-logRule' }))).toMatchObject({ test: true, alerts: [{ status: 'firing' }] });
    expect(parsed(body({ alertId: fake })).test).toBe(false);
    expect(parsed(body({ alertRule: 'test-logRule' })).test).toBe(false);
  });
});

describe('another body', () => {
  it.each([
    { given: null, path: '(body)' }, { given: [], path: '(body)' }, { given: 'x', path: '(body)' }, { given: {}, path: 'schemaId' },
    { given: { schemaId: 'azureMonitorCommonAlertSchema' }, path: 'data' }, { given: { schemaId: 'azureMonitorCommonAlertSchema', data: {} }, path: 'data.essentials' },
    { given: body({ alertId: null }), path: 'data.essentials.alertId' }, { given: body({ monitorCondition: 'Broken' }), path: 'data.essentials.monitorCondition' },
  ])('is refused by the name of what is wrong: $path', ({ given, path }) => {
    expect(issues(given)).toMatchObject([{ path, message: expect.any(String) as unknown }]);
  });

  it.each([
    { schemaId: 'AzureMonitorMetricAlert', data: { version: '2.0', status: 'Activated', context: {} } }, { schemaId: 'Microsoft.Insights/activityLogs', data: { status: 'Activated' } },
    { status: 'Activated', context: { name: 'x' }, properties: {} }, { SubscriptionId: 's', AlertRuleName: 'r', SearchQuery: 'q' },
  ])('of an older schema is told how to switch the common one on', (given) => {
    expect(issues(given)).toMatchObject([{ path: 'schemaId', message: expect.stringContaining('Enable the common alert schema') as unknown }]);
    expect(issues(given)[0]?.message).toContain('of its own kind');
  });

  it('never throws', () => {
    for (const value of [undefined, 7, body({ alertTargetIDs: 'x', configurationItems: [{}], alertRule: {} }), body({ alertId: '\ud800/subscriptions' }), body({}, { alertContext: { condition: { allOf: [null, 3, { dimensions: [null] }] }, properties: 3 } })]) {
      expect(() => azure.parse(value, sampleHints)).not.toThrow();
    }
  });
});

it('the demo fires and is resolved under the same key', () => {
  const [fired, resolved] = [azure.demo.firing(noon), azure.demo.resolved?.(noon + 60_000)].map((sample) => parsed(sample).alerts[0]);
  expect([fired?.status, resolved?.status, resolved?.dedupKey]).toEqual(['firing', 'resolved', fired?.dedupKey]);
});
