import type { Connect } from '../parsed';

export const connect: Connect = {
  steps: [
    'In My Pingdom, open Settings → Integrations (before: Integrations → Integrations) and choose Add integration.',
    'Type: Webhook. Name: Rouse. URL: paste the address below. Keep Active on and save.',
    'Edit each check (Synthetics → Uptime and Transactions) and switch on Rouse under Connect Integrations.',
    'Set the check’s Importance to High or Low: it decides how loud Rouse is.',
  ],
  code: { language: 'text', text: '{url}' },
  notes: [
    'Pingdom does not sign its webhooks: the address is the secret.',
    'The alert policy of a check (When to alert) still decides after how many minutes Pingdom reports; Rouse pages at once.',
    'A tag service:checkout names the service; tags can be used in routing rules.',
  ],
};
