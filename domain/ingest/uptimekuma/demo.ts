import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** As Uptime Kuma 2 sends a change of state; its times are UTC without saying so. */
const body = (status: 0 | 1, text: string, now: Instant) => ({
  heartbeat: {
    monitorID: 424242, status, time: new Date(now).toISOString().replace('T', ' ').replace('Z', ''), msg: text, important: true, retries: 0, timezone: 'UTC',
    timezoneOffset: '+00:00',
  },
  monitor: {
    id: 424242, name: 'Demo alert: website of demo-1', pathName: 'Demo / Website', url: 'https://demo-1.example.com/health', hostname: null, port: null, type: 'http',
    description: null, tags: [{ name: 'env', value: 'demo' }],
  },
  msg: `[Demo alert: website of demo-1] [${status === 0 ? '🔴 Down' : '✅ Up'}] ${text}`,
});

export const demo: Demo = { firing: (now) => body(0, 'Request failed with status code 503', now), resolved: (now) => body(1, '200 - OK', now) };
