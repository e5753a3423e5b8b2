import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const body = (STATUS: 'TROUBLE' | 'UP', now: Instant) => ({
  MONITOR_DASHBOARD_LINK: 'https://www.site24x7.com/app/client#/home/monitors/100000000000000001/Summary', MONITORTYPE: 'URL', MONITOR_ID: '100000000000000001', STATUS,
  MONITORNAME: 'Demo alert: website of the demo', FAILED_LOCATIONS: STATUS === 'UP' ? '' : 'London-UK', INCIDENT_REASON: STATUS === 'UP' ? '' : 'Sent from Rouse to try the way from Site24x7 to your phone.',
  ...(STATUS === 'UP' ? {} : { OUTAGE_TIME_UNIX_FORMAT: String(now) }), MONITORURL: 'https://demo.example.com/', MONITOR_GROUPNAME: 'demo',
});

export const demo: Demo = { firing: (now) => body('TROUBLE', now), resolved: (now) => body('UP', now) };
