import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** As the command of `connect` sends a service's macros: all text, seconds since epoch. */
const body = (type: 'PROBLEM' | 'RECOVERY', state: 'WARNING' | 'OK', output: string, now: Instant) => ({
  NOTIFICATIONTYPE: type, NOTIFICATIONAUTHOR: '', NOTIFICATIONCOMMENT: '', HOSTNAME: 'demo-1', HOSTALIAS: 'demo-1.example.com', HOSTADDRESS: '192.0.2.10', HOSTSTATE: 'UP',
  HOSTOUTPUT: 'PING OK', SERVICEDESC: 'Demo alert: disk', SERVICESTATE: state, SERVICEOUTPUT: output, LONGSERVICEOUTPUT: '', SERVICENOTESURL: '', SERVICEACTIONURL: '',
  LASTSERVICESTATECHANGE: String(Math.floor(now / 1000)), TIMET: String(Math.floor(now / 1000)),
});

export const demo: Demo = {
  firing: (now) => body('PROBLEM', 'WARNING', 'DISK WARNING - sent from Rouse to try the way from Nagios to your phone', now),
  resolved: (now) => body('RECOVERY', 'OK', 'DISK OK', now),
};
