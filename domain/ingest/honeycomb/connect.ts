import type { Connect } from '../parsed';

/** Honeycomb's recipients: docs.honeycomb.io/notify/webhooks */
export const connect: Connect = {
  steps: [
    'In Honeycomb open Team Settings, Integrations, and under Trigger and SLO Recipients choose Add Integration.',
    'Choose Webhook as the provider, name it Rouse, put this URL into Webhook URL, and leave the payload as it is.',
    'Open each trigger and each SLO burn alert, and add the recipient Rouse.',
  ],
  code: { language: 'text', text: '{url}' },
  notes: [
    'With a shared secret Honeycomb proves itself: give the same one to this integration under Signature.',
    'A customised payload needs name, id and status ("{{ .Alert.Status }}"). A variable severity, as "severity" in the payload, decides the severity.',
  ],
};
