import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const body = (status: 'firing' | 'resolved', now: Instant) => ({
  version: '4', groupKey: '{}:{alertname="DemoAlert"}', truncatedAlerts: 0, status, receiver: 'rouse',
  groupLabels: { alertname: 'DemoAlert' }, commonLabels: {}, commonAnnotations: {}, externalURL: 'http://alertmanager.example.com:9093',
  alerts: [{
    status, labels: { alertname: 'DemoAlert', severity: 'warning', instance: 'demo-1' },
    annotations: { summary: 'Demo alert: disk almost full on demo-1', description: 'Sent from Rouse to try the way from Alertmanager to your phone.' },
    startsAt: new Date(now).toISOString(), endsAt: status === 'resolved' ? new Date(now).toISOString() : '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example.com:9090/graph', fingerprint: 'd3m0a1e27d3m0a1e',
  }],
});

/** The resolve repeats the start of what it ends as far as nobody can tell: a start that is not told is not compared. */
export const demo: Demo = {
  firing: (now) => body('firing', now),
  resolved: (now) => ({ ...body('resolved', now), alerts: body('resolved', now).alerts.map((alert) => ({ ...alert, startsAt: undefined })) }),
};
