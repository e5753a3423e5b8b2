import type { Connect } from '../parsed';

/**
 * Where each client keeps the address of the Events API: Alertmanager's pagerduty_config, Grafana's contact point, the option `server` of pdjs,
 * Uptime Kuma's notification, Kibana's connector.
 */
export const connect: Connect = {
  steps: [
    'Wherever a tool asks for the PagerDuty integration key (routing key, service key), enter {key}.',
    'Wherever it asks for the address of the Events API, replace https://events.pagerduty.com by {origin}: events go to {origin}/v2/enqueue, change events to {origin}/v2/change/enqueue.',
    'Alertmanager: use the receiver below instead of the one with pagerduty_configs, and reload.',
    'Grafana: Alerting → Contact points → PagerDuty. Integration key {key}; under Optional PagerDuty settings, URL {origin}/v2/enqueue.',
    'Uptime Kuma: Settings → Notifications → PagerDuty. Integration Key {key}, Integration URL {origin}/v2/enqueue, Auto resolve: resolve.',
    'Kibana: Stack Management → Connectors → PagerDuty. API URL {origin}/v2/enqueue, routing key {key}.',
    'Code that uses pdjs: add server, as in event({ server: \'<host of this site>\', data: { routing_key: \'{key}\', … } }).',
  ],
  code: {
    language: 'yaml',
    text: `receivers:
  - name: rouse
    pagerduty_configs:
      - url: {origin}/v2/enqueue
        routing_key: {key}
        send_resolved: true
# The same by hand:
# curl -fsS {origin}/v2/enqueue -H 'Content-Type: application/json' \\
#   -d '{"routing_key": "{key}", "event_action": "trigger", "dedup_key": "backup:db-1",
#        "payload": {"summary": "Backup failed", "source": "db-1", "severity": "warning"}}'`,
  },
  notes: [
    'Clients of Events API v1 (service_key) go on working: {origin}/generic/2010-04-15/create_event.json.',
    'A tool that cannot change the address but posts to any webhook may send the same body to {url}.',
    'Change events (deployments, builds) do not page: they are shown with the service’s incidents of the next 24 hours.',
  ],
};
