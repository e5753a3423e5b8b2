import type { Connect } from '../parsed';

/** cloud.google.com/monitoring/support/notification-options#webhooks; type and labels of the channel: webhook_tokenauth. */
export const connect: Connect = {
  steps: [
    'In the Google Cloud console open Monitoring → Alerting → Edit notification channels.',
    'Webhooks → Add new. Endpoint URL: {url}. Display name: Rouse. Leave "Use HTTP Basic Auth" off: the key is in the URL.',
    'Press Test connection: it is shown here as a test and pages nobody. Then Save.',
    'In every alerting policy: Edit → Notifications and name → Notification channels: Rouse, and switch on "Notify on incident closure". Choose a policy severity level there too.',
  ],
  code: {
    language: 'bash',
    text: `# Instead of the console, with the gcloud command line:
gcloud beta monitoring channels create --display-name=Rouse --type=webhook_tokenauth --channel-labels=url='{url}'
gcloud beta monitoring channels list --filter='displayName=Rouse' --format='value(name)'
# For every policy; without the closure's notification nothing tells Rouse that it is over:
# gcloud alpha monitoring policies update POLICY --add-notification-channels=CHANNEL`,
  },
  notes: [
    'The policy’s severity level decides the severity: critical, error or warning. Where it has none, its user label severity does.',
    'The policy’s user label service names the service; its documentation is shown on the page.',
  ],
};
