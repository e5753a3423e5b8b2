import type { Connect } from '../parsed';

/** Alertmanager's configuration file: prometheus.io/docs/alerting/latest/configuration/#webhook_config */
export const connect: Connect = {
  steps: ['Add this receiver to alertmanager.yml and point a route at it.', 'Reload Alertmanager: send it SIGHUP, or POST to /-/reload.'],
  code: {
    language: 'yaml',
    text: `receivers:
  - name: rouse
    webhook_configs:
      - url: {url}
        send_resolved: true
route:
  receiver: rouse
  group_by: [alertname, service]`,
  },
  notes: ['The label severity decides the severity: critical, error, warning or info.', 'The annotations summary, description and runbook_url are shown on the page.'],
};
