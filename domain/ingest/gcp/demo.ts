import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const incident = {
  incident_id: '0.demo0a11e27d', scoping_project_id: 'demo-project', scoping_project_number: 111122223333,
  url: 'https://console.cloud.google.com/monitoring/alerting/incidents/0.demo0a11e27d?project=demo-project', severity: 'Warning',
  resource: { type: 'gce_instance', labels: { instance_id: '1', project_id: 'demo-project', zone: 'europe-west3-a' } },
  resource_id: '1', resource_name: 'demo-project demo-1', resource_display_name: 'demo-1', resource_type_display_name: 'VM Instance',
  metric: { type: 'compute.googleapis.com/instance/cpu/utilization', displayName: 'CPU utilization', labels: { instance_name: 'demo-1' } },
  metadata: { system_labels: {}, user_labels: {} }, policy_name: 'Demo alert', policy_user_labels: { service: 'demo' },
  condition_name: 'Demo alert: CPU utilization', threshold_value: '0.9', observed_value: '0.97',
  documentation: { content: 'Sent from Rouse to try the way from Google Cloud to your phone.', mime_type: 'text/markdown' },
};
const seconds = (now: Instant) => Math.floor(now / 1000);

/** The resolve has no start, as nobody can tell it: a start that is not told is not compared. */
export const demo: Demo = {
  firing: (now) => ({ version: '1.2', incident: { ...incident, state: 'open', started_at: seconds(now), ended_at: null, summary: 'CPU utilization of demo-1 is above the threshold of 0.9 with a value of 0.97.' } }),
  resolved: (now) => ({ version: '1.2', incident: { ...incident, state: 'closed', started_at: 0, ended_at: seconds(now), summary: 'CPU utilization of demo-1 returned to normal.' } }),
};
