import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const labels = { alertname: 'DemoAlert', grafana_folder: 'Demo', severity: 'warning', service: 'demo' };
const annotations = { summary: 'Demo alert: queue of demo-1 is growing', description: 'Sent from Rouse to try the way from Grafana to your phone.' };

const body = (status: 'firing' | 'resolved', times: { startsAt?: string; endsAt: string }) => ({
  receiver: 'Rouse', status, orgId: 1, version: '1', groupKey: '{}:{alertname="DemoAlert", grafana_folder="Demo"}', truncatedAlerts: 0,
  externalURL: 'https://grafana.example.com/', appVersion: '12.1.0', state: status === 'firing' ? 'alerting' : 'ok',
  title: `[${status.toUpperCase()}:1] DemoAlert Demo`, message: annotations.summary,
  groupLabels: { alertname: 'DemoAlert', grafana_folder: 'Demo' }, commonLabels: labels, commonAnnotations: annotations,
  alerts: [{
    status, labels, annotations, ...times, fingerprint: 'd3m06afa4ad3m06a', ruleUID: 'demo', values: { A: 1200 }, valueString: '[ var=\'A\' labels={} value=1200 ]',
    generatorURL: 'https://grafana.example.com/alerting/grafana/demo/view?orgId=1', dashboardURL: '', panelURL: '',
    silenceURL: 'https://grafana.example.com/alerting/silence/new?alertmanager=grafana&matcher=__alert_rule_uid__%3Ddemo&orgId=1',
  }],
});

/** The resolve does not repeat the start, as nobody can tell it: a start that is not told is not compared. */
export const demo: Demo = {
  firing: (now: Instant) => body('firing', { startsAt: new Date(now).toISOString(), endsAt: '0001-01-01T00:00:00Z' }),
  resolved: (now: Instant) => body('resolved', { endsAt: new Date(now).toISOString() }),
};
