import type { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Filled, firstSaid, labelsOf, looseFields, neededFilled } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/** Nagios' standard macros by their own names, with or without the `NAGIOS_` of the environment. All are text; empty where they do not apply. */
export const NagiosBody = looseFields({
  NOTIFICATIONTYPE: neededFilled('is needed: $NOTIFICATIONTYPE$'), HOSTNAME: neededFilled('is needed: $HOSTNAME$'),
  NOTIFICATIONAUTHOR: Filled, NOTIFICATIONCOMMENT: Filled, HOSTALIAS: Filled, HOSTADDRESS: Filled, HOSTSTATE: Filled, HOSTOUTPUT: Filled, LONGHOSTOUTPUT: Filled,
  HOSTGROUPNAMES: Filled, SERVICEDESC: Filled, SERVICEDISPLAYNAME: Filled, SERVICESTATE: Filled, SERVICEOUTPUT: Filled, LONGSERVICEOUTPUT: Filled,
  SERVICEPERFDATA: Filled, SERVICEGROUPNAMES: Filled, SERVICENOTESURL: Filled, SERVICEACTIONURL: Filled, HOSTNOTESURL: Filled, HOSTACTIONURL: Filled,
  LASTSERVICESTATECHANGE: Filled, LASTHOSTSTATECHANGE: Filled, TIMET: Filled,
}, { prefix: 'nagios' });
export type NagiosBody = z.infer<typeof NagiosBody>;

const types = ['PROBLEM', 'RECOVERY', 'ACKNOWLEDGEMENT', 'CUSTOM'];

function parse(body: unknown): Parsed {
  const read = NagiosBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const type = read.data.NOTIFICATIONTYPE.toUpperCase();
  // What is planned, and what flaps, is still firing or still well: neither is news of its own.
  if (type.startsWith('FLAPPING') || type.startsWith('DOWNTIME')) return parsedRequest([]);
  if (!types.includes(type)) {
    return { ok: false, issues: [{ path: 'NOTIFICATIONTYPE', message: 'must be $NOTIFICATIONTYPE$: PROBLEM, RECOVERY, ACKNOWLEDGEMENT, ...' }] };
  }
  const isService = read.data.SERVICEDESC !== '';
  const state = (isService ? read.data.SERVICESTATE : read.data.HOSTSTATE).toUpperCase();
  const isWell = state === 'OK' || state === 'UP';
  // A person may send a notification about anything: of something that is well it says nothing to page for.
  if (type === 'CUSTOM' && isWell) return parsedRequest([]);
  const status = type === 'RECOVERY' ? 'resolved' : type === 'ACKNOWLEDGEMENT' ? 'acknowledged' : 'firing';
  return parsedRequest([isService ? ofService(read.data, status, state) : ofHost(read.data, status, state)]);
}

const severities: Readonly<Record<string, string>> = { CRITICAL: 'critical', DOWN: 'critical', UNKNOWN: 'error', UNREACHABLE: 'error', WARNING: 'warning' };

function ofService(fields: NagiosBody, status: ParsedAlert['status'], state: string): ParsedAlert {
  const { HOSTNAME, SERVICEDESC, SERVICEDISPLAYNAME, SERVICEOUTPUT, LONGSERVICEOUTPUT, SERVICEGROUPNAMES, SERVICEPERFDATA } = fields;
  const service = { service: SERVICEDESC, service_groups: SERVICEGROUPNAMES, performance: SERVICEPERFDATA };
  return {
    ...common(fields, status, state, firstSaid(fields.LASTSERVICESTATECHANGE, fields.TIMET), service),
    dedupKey: keyOf(`${HOSTNAME};${SERVICEDESC}`, 1000),
    title: clipped(`${firstSaid(SERVICEDISPLAYNAME, SERVICEDESC)} on ${HOSTNAME} is ${state || 'not well'}`, 300),
    description: described(SERVICEOUTPUT, LONGSERVICEOUTPUT, fields), name: clipped(SERVICEDESC, 300) || null,
    links: safeLinks([
      { href: fields.SERVICENOTESURL, text: 'Notes' }, { href: fields.SERVICEACTIONURL, text: 'Action' }, { href: fields.HOSTNOTESURL, text: 'Host notes' },
    ]),
  };
}

/** A host's key is its name alone: no service can be without a description, so none has this key. */
function ofHost(fields: NagiosBody, status: ParsedAlert['status'], state: string): ParsedAlert {
  const { HOSTNAME, HOSTOUTPUT, LONGHOSTOUTPUT } = fields;
  return {
    ...common(fields, status, state, firstSaid(fields.LASTHOSTSTATECHANGE, fields.TIMET), {}),
    dedupKey: keyOf(HOSTNAME, 1000), title: clipped(`Host ${HOSTNAME} is ${state || 'not well'}`, 300), description: described(HOSTOUTPUT, LONGHOSTOUTPUT, fields), name: null,
    links: safeLinks([{ href: fields.HOSTNOTESURL, text: 'Notes' }, { href: fields.HOSTACTIONURL, text: 'Action' }]),
  };
}

function common(
  { HOSTNAME, HOSTALIAS, HOSTADDRESS, HOSTGROUPNAMES, NOTIFICATIONTYPE }: NagiosBody, status: ParsedAlert['status'], state: string, changed: string,
  labels: Readonly<Record<string, string>>,
) {
  const at = momentOf(changed);
  return {
    groupKey: null, status, severityWord: severities[state] ?? null, service: clipped(HOSTNAME, 300) || null,
    startedAt: status === 'resolved' ? null : at, endedAt: status === 'resolved' ? at : null,
    labels: safeLabels(labelsOf({
      host: HOSTNAME, host_alias: HOSTALIAS, address: HOSTADDRESS, host_groups: HOSTGROUPNAMES, state, notification_type: NOTIFICATIONTYPE, ...labels,
    })),
  };
}

/** What the check said, and what a person who acknowledged it adds. In long output Nagios writes newlines as `\n`. */
function described(output: string, longOutput: string, { NOTIFICATIONAUTHOR: author, NOTIFICATIONCOMMENT: comment }: NagiosBody): string {
  const said = comment === '' ? '' : `${author === '' ? '' : `${author}: `}${comment}`;
  return clipped([output, longOutput.replaceAll('\\n', '\n'), said].filter(Boolean).join('\n'), 4000);
}

export const nagios: Source = {
  name: 'nagios', label: 'Nagios', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
