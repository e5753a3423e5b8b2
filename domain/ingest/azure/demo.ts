import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const subscription = '/subscriptions/00000000-0000-4000-8000-000000000d30';
const target = `${subscription}/resourcegroups/demo/providers/microsoft.compute/virtualmachines/demo-1`;

const body = (times: { monitorCondition: 'Fired' | 'Resolved'; firedDateTime?: string; resolvedDateTime?: string }, metricValue: number) => ({
  schemaId: 'azureMonitorCommonAlertSchema',
  data: {
    essentials: {
      alertId: `${subscription}/providers/Microsoft.AlertsManagement/alerts/00000000-0000-4000-8000-0000000a1e27`, alertRule: 'Demo alert: CPU of demo-1 is high',
      severity: 'Sev2', signalType: 'Metric', monitoringService: 'Platform', alertTargetIDs: [target], configurationItems: ['demo-1'], originAlertId: 'demo', ...times,
      description: 'Sent from Rouse to try the way from Azure to your phone.', essentialsVersion: '1.0', alertContextVersion: '1.0',
    },
    alertContext: {
      properties: null, conditionType: 'SingleResourceMultipleMetricCriteria',
      condition: {
        windowSize: 'PT5M',
        allOf: [{
          metricName: 'Percentage CPU', metricNamespace: 'Microsoft.Compute/virtualMachines', operator: 'GreaterThan', threshold: '90', timeAggregation: 'Average',
          dimensions: [], metricValue,
        }],
      },
    },
    customProperties: null,
  },
});

/** The resolve does not repeat when it fired, as nobody can tell it: a start that is not told is not compared. */
export const demo: Demo = {
  firing: (now: Instant) => body({ monitorCondition: 'Fired', firedDateTime: new Date(now).toISOString() }, 97),
  resolved: (now: Instant) => body({ monitorCondition: 'Resolved', resolvedDateTime: new Date(now).toISOString() }, 12),
};
