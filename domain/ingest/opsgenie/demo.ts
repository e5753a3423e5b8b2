import type { Demo } from '../parsed';

const alias = 'rouse-demo-alert';

/** The resolve is the close of the same alias, as the Alert API's path and body become one. */
export const demo: Demo = {
  firing: () => ({
    message: 'Demo alert: certificate of demo-1 ends soon', alias, description: 'Sent from Rouse to try the way from the Alert API to your phone.', priority: 'P3',
    tags: ['demo', 'team:platform'], details: { host: 'demo-1.example.com', days: 12 }, entity: 'demo-1', source: 'Rouse',
  }),
  resolved: () => ({ opsgenieAction: 'close', alias, user: 'Rouse', note: 'The demo is over' }),
};
