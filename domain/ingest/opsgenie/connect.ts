import type { Connect } from '../parsed';

/** Where each client keeps the address of the Alert API: Alertmanager's opsgenie_config, Grafana's contact point, Zabbix' media type, the SDKs' host. */
export const connect: Connect = {
  steps: [
    'Wherever a tool asks for the Opsgenie API key, enter {key}.',
    'Wherever it asks for the API URL, replace https://api.opsgenie.com (or api.eu.opsgenie.com) by {origin}. Alerts go to {origin}/v2/alerts.',
    'Alertmanager: use the receiver below instead of the one with opsgenie_configs, and reload.',
    'Grafana: Alerting → Contact points → Opsgenie. API key {key}, Alert API URL {origin}/v2/alerts.',
    'Zabbix: Alerts → Media types → Opsgenie. Set opsgenie_api to {origin}/v2/alerts and opsgenie_token to {key}.',
    'Kibana: Stack Management → Connectors → Opsgenie. URL {origin}, API key {key}.',
    'Code that uses opsgenie-sdk: configure({ host: \'{origin}\', api_key: \'{key}\' }).',
  ],
  code: {
    language: 'yaml',
    text: `receivers:
  - name: rouse
    opsgenie_configs:
      - api_url: {origin}/
        api_key: {key}
        send_resolved: true
        priority: '{{ if eq .CommonLabels.severity "critical" }}P1{{ else }}P3{{ end }}'
# The same by hand:
# curl -fsS {origin}/v2/alerts -H 'Authorization: GenieKey {key}' -H 'Content-Type: application/json' \\
#   -d '{"message": "Backup failed on db-1", "alias": "backup:db-1", "priority": "P3"}'`,
  },
  notes: [
    'The priority decides the severity: P1 critical, P2 high, P3 medium (also where there is none), P4 and P5 low.',
    'Create, close, acknowledge, notes, message, description, priority, get alert and request status are served. Responders in the body are not: Rouse’s escalation policies say who is paged.',
    'Jira Service Management’s Ops integrations send the same body: let them post it to {url}.',
  ],
};
