import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** The template of `connect`, filled. */
const body = (status: 'down' | 'up', now: Instant) => ({
  code: '4242demo-4242-4242-8242-4242demo4242', name: 'Demo alert: nightly backup of demo-1', status, now: new Date(now).toISOString(), tags: 'demo env:demo', exit_status: '1',
  body: 'Sent from Rouse to try the way from Healthchecks to your phone.',
});

export const demo: Demo = { firing: (now) => body('down', now), resolved: (now) => body('up', now) };
