import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** As UptimeRobot fills the template of `connect`: everything is text, and a variable without a value stays. */
const body = (type: '1' | '2', now: Instant) => ({
  monitorID: '424242', monitorURL: 'https://demo-1.example.com', monitorFriendlyName: 'Demo alert: website of demo-1', alertType: type,
  alertTypeFriendlyName: type === '1' ? 'Down' : 'Up', alertDetails: type === '1' ? 'HTTP 503 - Service Unavailable' : 'HTTP 200 - OK',
  alertDuration: type === '1' ? '*alertDuration*' : '60', alertDateTime: String(Math.floor(now / 1000)), sslExpiryDate: '*sslExpiryDate*', sslExpiryDaysLeft: '*sslExpiryDaysLeft*',
});

export const demo: Demo = { firing: (now) => body('1', now), resolved: (now) => body('2', now) };
