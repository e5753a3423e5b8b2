import type { Connect } from '../parsed';

/** Menus of Grafana 10 to 12; the file is for those who provision: grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning */
export const connect: Connect = {
  steps: [
    'In Grafana open Alerting → Contact points → Create contact point. Name: Rouse. Integration: Webhook. URL: {url}',
    'Under Optional Webhook settings leave HTTP Method at POST, Custom Payload and Max Alerts empty; leave "Disable resolved message" off.',
    'Press Test → Send test notification: it is shown here as a test and pages nobody. Then Save contact point.',
    'Alerting → Notification policies → Default policy → Edit: choose Rouse as the contact point. It then gets everything; to send only some alerts, add a nested policy for their labels instead.',
  ],
  code: {
    language: 'yaml',
    text: `# Instead of the steps, as /etc/grafana/provisioning/alerting/rouse.yaml; then restart Grafana.
apiVersion: 1
contactPoints:
  - orgId: 1
    name: Rouse
    receivers:
      - uid: rouse
        type: webhook
        settings:
          url: {url}
          httpMethod: POST
        disableResolveMessage: false`,
  },
  notes: [
    'The label severity decides the severity: critical, error, warning or info. The label service names the service.',
    'The annotations summary, description and runbook_url are shown on the page.',
    'To sign requests: HMAC Signature → Secret, the same as in this integration; leave Header and Timestamp Header empty.',
    'Grafana 8 and earlier: Alerting → Notification channels → Add channel. Type: webhook, Url: {url}, Http Method: POST.',
  ],
};
