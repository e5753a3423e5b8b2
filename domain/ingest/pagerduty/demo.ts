import type { Demo } from '../parsed';

const key = 'rouse-demo-alert';

/** As pdjs would send it. The routing key is the sender's own; a demo comes through the integration itself and needs none that is real. */
export const demo: Demo = {
  firing: (now) => ({
    routing_key: 'demo', event_action: 'trigger', dedup_key: key,
    payload: {
      summary: 'Demo alert: queue of demo-1 is not drained', source: 'demo-1.example.com', severity: 'warning', timestamp: new Date(now).toISOString(),
      component: 'demo', group: 'demo', class: 'queue length',
      custom_details: { description: 'Sent from Rouse to try the way from the Events API to your phone.', waiting: 4200 },
    },
    links: [{ href: 'https://monitoring.example.com/queues/demo-1', text: 'Queue' }], client: 'Rouse', client_url: 'https://monitoring.example.com',
  }),
  resolved: () => ({ routing_key: 'demo', event_action: 'resolve', dedup_key: key }),
};
