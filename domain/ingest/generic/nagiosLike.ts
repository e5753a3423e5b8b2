import { momentOf } from '../moments';
import { type Fields, firstOf, named, plainName } from './fields';
import type { Mapping } from './mapping';

/** What a notification script of Checkmk or Icinga posts, in one form: `nagiosMapping` reads it. */
export type NagiosLike = {
  title: string; description: string; status: string; severity: string; dedupKey: string; service: string; startedAt: number | null;
  links: { href: string; text: string }[]; labels: Record<string, string>;
};

/** The types of a notification that tell of neither trouble nor its end. `CUSTOM`, which a person sends, says what the state says. */
const informational = ['FLAPPINGSTART', 'FLAPPINGSTOP', 'FLAPPINGEND', 'FLAPPINGDISABLED', 'DOWNTIMESTART', 'DOWNTIMEEND', 'DOWNTIMECANCELLED', 'DOWNTIMEREMOVED'];

/** Reads `NagiosLike`. States are the severity: a host that is down is critical, an unknown one as grave as one that nobody grades. */
export const nagiosMapping: Mapping = {
  alerts: null, title: ['title'], description: ['description'], status: ['status'], resolvedWords: ['RECOVERY'], acknowledgedWords: ['ACKNOWLEDGEMENT'],
  ignoredWords: informational, severity: ['severity'], dedupKey: ['dedupKey'], groupKey: [], service: ['service'], startedAt: ['startedAt'], links: ['links'], labels: 'labels',
};

const severityOfState: Readonly<Record<string, string>> = { critical: 'critical', crit: 'critical', down: 'critical', warning: 'warning', warn: 'warning', unreachable: 'error', unreach: 'error', unknown: 'error' };

/**
 * The notification in these fields, or null where there is none: a host, and a notification type or a state of Nagios'. Known by host and
 * service, for the problem's own number is another one (or 0) when it is over. Names are Icinga's template, Checkmk's script, or Checkmk's
 * own variables (`NOTIFY_…`).
 */
export function nagiosLike(given: Fields): NagiosLike | null {
  const fields: Fields = new Map([...given].map(([name, value]) => [name.replace(/^notify(?=.)/, ''), value]));
  const say = (...among: string[]) => firstOf(fields, among, named)?.text ?? '';
  const host = say('hostname', 'host', 'hostdisplayname');
  const type = plainName(say('notificationtype')).toUpperCase();
  const isHost = plainName(say('what')) === 'host';
  const service = isHost ? '' : say('servicename', 'servicedesc', 'service', 'servicedescription', 'servicedisplayname');
  const state = (service === '' ? say('hoststate', 'status', 'state') : say('servicestate', 'state')) || say('severity', 'status');
  if (host === '' || (type === '' && !['servicestate', 'hoststate'].some((name) => fields.has(name)))) return null;
  const hostLabel = say('hostdisplayname') || host;
  const subject = service === '' ? hostLabel : `${say('servicedisplayname') || service} on ${hostLabel}`;
  const output = say('serviceoutput', 'output', 'hostoutput');
  const [author, comment] = [say('notificationauthor', 'notificationauthorname', 'ackauthor'), say('notificationcomment', 'ackcomment')];
  return {
    title: say('summary') || `${subject} is ${state || 'not well'}`,
    description: [output, say('longserviceoutput', 'longhostoutput', 'longoutput'), [author, comment].filter(Boolean).join(': ')].filter(Boolean).join('\n'),
    status: statusOf(type, state), severity: severityOfState[state.toLowerCase()] ?? '', dedupKey: service === '' ? host : `${host};${service}`,
    service: service || host,
    startedAt: [service === '' ? 'lasthoststatechange' : 'lastservicestatechange', 'laststatechange'].map((name) => momentOf(fields.get(name))).find((at) => at !== null) ?? null,
    links: linksOf(say, host, service),
    labels: Object.fromEntries(Object.entries({
      host, service, state, address: say('hostaddress', 'address', 'hostaddress6'), site: say('site', 'omdsite'), check: say('checkcommand', 'servicecheckcommand', 'hostcheckcommand'),
    }).filter(([, value]) => value !== '')),
  };
}

/** The type decides; where a script leaves it out, or tells of something else, the state does. Checkmk adds to some in parentheses. */
function statusOf(type: string, state: string): string {
  return ['PROBLEM', 'RECOVERY', 'ACKNOWLEDGEMENT', ...informational].find((known) => type.startsWith(known)) ?? state;
}

function linksOf(say: (...among: string[]) => string, host: string, service: string): NagiosLike['links'] {
  const web = say('icingaweb2url', 'icingaweburl').replace(/\/+$/, '');
  const query = new URLSearchParams(service === '' ? { host } : { host, service }).toString();
  return [
    ...(web === '' ? [] : [{ href: `${web}/monitoring/${service === '' ? 'host' : 'service'}/show?${query}`, text: 'Icinga Web' }]),
    { href: say('serviceurl', 'url', 'hosturl'), text: 'Open' }, { href: say('servicenotesurl', 'notesurl', 'hostnotesurl'), text: 'Notes' },
    { href: say('serviceactionurl', 'actionurl', 'hostactionurl'), text: 'Action' },
  ];
}
