import type { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Filled, firstSaid, labelsOf, looseFields } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/**
 * UptimeRobot's variables, as it appends them to the address, or under the names of a user's template: `monitorID`, `monitor_id`, `{monitor: {id}}`. A
 * variable that has no value for this event stays as it is written (`*alertDuration*`).
 */
export const UptimeRobotBody = looseFields({
  monitorID: Filled, monitorURL: Filled, monitorFriendlyName: Filled, monitorName: Filled, alertType: Filled, alertTypeFriendlyName: Filled, alertDetails: Filled,
  alertDuration: Filled, alertFriendlyDuration: Filled, alertDateTime: Filled, sslExpiryDate: Filled, sslExpiryDaysLeft: Filled,
}, { depth: 2 });
export type UptimeRobotBody = z.infer<typeof UptimeRobotBody>;

function parse(body: unknown): Parsed {
  const read = UptimeRobotBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { monitorID, monitorURL, monitorFriendlyName, monitorName, alertType, alertTypeFriendlyName } = read.data;
  const key = firstSaid(monitorID, monitorURL, monitorFriendlyName, monitorName);
  const state = stateOf(alertType, alertTypeFriendlyName);
  const issues = [
    ...(key === '' ? [{ path: 'monitorID', message: 'is needed: *monitorID*' }] : []),
    ...(state === null ? [{ path: 'alertType', message: 'must be *alertType*: 1 (down), 2 (up) or 3 (a certificate expires)' }] : []),
  ];
  return state === null || issues.length > 0 ? { ok: false, issues } : parsedRequest([mapped(read.data, state, key)]);
}

type State = 'down' | 'up' | 'expiry';

/** By number; templates without it have the name that people see. Numbers above 3 are not documented: something is announced, and up is always 2. */
function stateOf(type: string, name: string): State | null {
  if (type === '1' || type === '2') return type === '1' ? 'down' : 'up';
  if (/^[1-9]\d{0,2}$/.test(type)) return 'expiry';
  const word = firstSaid(name, type).toLowerCase();
  if (word === 'up' || word === 'down') return word;
  return /ssl|expir/.test(word.slice(0, 100)) ? 'expiry' : null;
}

/** An expiry has a key of its own: the monitor's next "up" would end it, and while it lasts the monitor's "down" would page nobody. */
function mapped(fields: UptimeRobotBody, state: State, key: string): ParsedAlert {
  const { monitorURL, alertDuration, alertFriendlyDuration, sslExpiryDate, sslExpiryDaysLeft } = fields;
  const status = state === 'up' ? 'resolved' : 'firing';
  const name = firstSaid(fields.monitorFriendlyName, fields.monitorName, monitorURL);
  const at = momentOf(fields.alertDateTime);
  const left = sslExpiryDaysLeft === '' ? '' : `The certificate expires in ${sslExpiryDaysLeft} days.`;
  return {
    dedupKey: keyOf(state === 'expiry' ? `${key}:ssl` : key, 1000), groupKey: null, status,
    title: clipped(state === 'expiry' ? `${name || key}: ${fields.alertTypeFriendlyName || 'SSL expiry'}` : name || key, 300) || 'Monitor without a name',
    description: clipped([fields.alertDetails, state === 'expiry' ? left : ''].filter(Boolean).join('\n'), 4000),
    severityWord: state === 'expiry' ? 'warning' : null, name: clipped(name, 300) || null, service: null,
    startedAt: status === 'firing' ? at : null, endedAt: status === 'resolved' ? at : null,
    links: safeLinks([{ href: monitorURL, text: 'Monitored address' }]),
    labels: safeLabels(labelsOf({
      url: monitorURL, alert_type: fields.alertTypeFriendlyName, duration: firstSaid(alertFriendlyDuration, alertDuration),
      ssl_expiry_date: sslExpiryDate, ssl_days_left: sslExpiryDaysLeft,
    })),
  };
}

export const uptimerobot: Source = {
  name: 'uptimerobot', label: 'UptimeRobot', maxBytes: 512 * 1024, parse, whenBusy: 503, viaQuery: true, signature: null, demo, connect,
};
