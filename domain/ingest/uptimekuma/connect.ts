import type { Connect } from '../parsed';

export const connect: Connect = {
  steps: [
    'In Uptime Kuma, open Settings → Notifications and choose Setup Notification.',
    'Notification Type: Webhook. Friendly Name: Rouse.',
    'Post URL: paste the URL. Request Method: POST. Request Body: Preset - application/json.',
    'Switch on Default enabled and Apply on all existing monitors, so that no monitor is left out.',
    'Press Test: the test notice appears here and pages nobody. Then Save.',
  ],
  code: { language: 'text', text: '{url}' },
  notes: [
    'Form data and GET work too. A custom body must hold heartbeat and monitor, or at least msg.',
    'A monitor that is down fires, up resolves; pending and maintenance page nobody. Certificates and domains that expire fire as a warning, which you resolve by hand.',
    'Uptime Kuma tries a notification once. Set Resend Notification if Down X times consecutively on a monitor, and a lost one is made good.',
    'A tag named service (service: checkout) names the service; otherwise the monitor’s path does.',
  ],
};
