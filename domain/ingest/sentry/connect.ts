import type { Connect } from '../parsed';

/** docs.sentry.io/organization/integrations/integration-platform/internal-integration */
export const connect: Connect = {
  steps: [
    'In Sentry open Settings → Developer Settings → Custom Integrations → Create New Integration → Internal Integration.',
    'Name: Rouse. Webhook URL: {url}. Switch Alert Rule Action on. Permissions: Issue & Event: Read; Alerts: Read. Webhooks: tick issue. Save Changes.',
    'Copy its Client Secret into this integration’s signature: every request is then checked.',
    'Alerts → Create Alert, or edit one: under actions choose "Send a notification via an integration: Rouse". Do so for issue alerts and for metric alerts (critical, warning and resolved).',
  ],
  code: { language: 'text', text: '{url}' },
  notes: [
    'An issue alert never says that it is over: the webhook about issues does, when somebody resolves or archives the issue, or Sentry does after a while.',
    'With the box issue ticked, every new issue of the organization pages. To be paged by alerts alone, suppress the others by a routing rule: those have no label alert_rule.',
    'The level decides the severity: fatal is critical; error, warning and info are what they say. The project is the service.',
    'The legacy WebHooks plugin of a project works too: Settings → Legacy Integrations → WebHooks, Callback URL {url}. It tells no resolves.',
  ],
};
