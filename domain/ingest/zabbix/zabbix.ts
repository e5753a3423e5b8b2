import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Filled, filled, firstSaid, isObject, jsonIn, labelsOf, looseFields, Said, said } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/**
 * What a media type of ours or of others' sends: people name the parameters, the macros behind them are Zabbix' own. A macro that has no value stays
 * literal (`{EVENT.TAGSJSON}`).
 */
export const ZabbixBody = looseFields({
  id: Said, eventId: Filled, triggerId: Filled, name: Filled, eventName: Filled, triggerName: Filled, subject: Filled, message: Filled, description: Filled,
  status: Filled, eventStatus: Filled, triggerStatus: Filled, value: Filled, eventValue: Filled,
  severity: Filled, eventSeverity: Filled, nseverity: Filled, eventNseverity: Filled, updateAction: Filled, eventAck: Filled,
  tags: z.unknown().optional(), eventTags: z.unknown().optional(), service: Filled, hostName: Filled, host: Filled, hostIp: Filled,
  url: Filled, zabbixUrl: Filled, triggerUrl: Filled,
  startedAt: Filled, date: Filled, eventDate: Filled, time: Filled, eventTime: Filled, lastReceived: Filled,
  endedAt: Filled, recoveryDate: Filled, recoveryTime: Filled,
});
export type ZabbixBody = z.infer<typeof ZabbixBody>;

function parse(body: unknown): Parsed {
  const read = ZabbixBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const fields = read.data;
  const title = firstSaid(fields.name, fields.eventName, fields.triggerName, fields.subject, fields.message);
  // The test button of a media type fills in no macro at all.
  if (title === '' && fields.id !== '' && filled(fields.id) === '') return parsedRequest([{ ...mapped(fields, 'test', 'Test from Zabbix'), status: 'firing' }], { test: true });
  const key = keyIn(fields);
  if (key === '') return { ok: false, issues: [{ path: 'id', message: 'is needed: {EVENT.ID}, which is the same on the problem and its recovery' }] };
  if (title === '') return { ok: false, issues: [{ path: 'name', message: 'is needed: {EVENT.NAME}' }] };
  return parsedRequest([mapped(fields, key, title)]);
}

/** A recovery and an update carry the event id of their problem. */
function keyIn({ id, eventId, triggerId }: ZabbixBody): string {
  return firstSaid(filled(id), eventId, triggerId === '' ? '' : `trigger:${triggerId}`);
}

function mapped(fields: ZabbixBody, key: string, title: string): ParsedAlert {
  const { triggerId, service, hostIp, message, description, triggerUrl } = fields;
  const status = statusOf(fields);
  const host = firstSaid(fields.hostName, fields.host);
  const tags = tagsOf(jsonIn(fields.tags) ?? jsonIn(fields.eventTags));
  return {
    dedupKey: keyOf(key, 1000), groupKey: null, status, title: clipped(title, 300) || 'Problem without a name',
    description: clipped([...new Set([description, message])].filter(Boolean).join('\n\n').replaceAll('\r\n', '\n'), 4000),
    severityWord: severityOf(fields), name: clipped(title, 300) || null,
    service: clipped(service || host, 300) || null,
    startedAt: status === 'resolved' ? null : startOf(fields), endedAt: status === 'resolved' ? endOf(fields) : null,
    links: safeLinks([{ href: triggerUrl, text: 'Trigger' }, { href: eventLink(fields), text: 'Zabbix event' }]),
    labels: safeLabels({ ...labelsOf({ host, host_ip: hostIp, trigger_id: triggerId }), ...labelsOf(tags) }),
  };
}

/** Of an update {EVENT.UPDATE.ACTION} tells in words what was done, and "unacknowledged" is not "acknowledged". */
function statusOf({ status, eventStatus, triggerStatus, value, eventValue, updateAction, eventAck }: ZabbixBody): ParsedAlert['status'] {
  const word = firstSaid(status, eventStatus, triggerStatus).toLowerCase();
  if (firstSaid(value, eventValue) === '0' || ['resolved', 'ok', 'recovered', 'recovery'].includes(word)) return 'resolved';
  return /(?:^|[^a-z])acknowledged/i.test(updateAction) || /^(?:yes|1|true)$/i.test(eventAck) ? 'acknowledged' : 'firing';
}

/** Zabbix' six severities as its own PagerDuty media type maps them, by number: the names may have been changed by the admin. */
const severities = ['info', 'info', 'warning', 'warning', 'error', 'critical'];
const severityNames = ['not classified', 'information', 'warning', 'average', 'high', 'disaster'];

function severityOf({ severity, eventSeverity, nseverity, eventNseverity }: ZabbixBody): string | null {
  const word = firstSaid(severity, eventSeverity);
  const number = [nseverity, eventNseverity, word].find((text) => /^[0-5]$/.test(text)) ?? severityNames.indexOf(word.toLowerCase());
  return (severities[Number(number)] ?? clipped(word, 100)) || null;
}

/** `2026.11.21` and `02:30:00`, in the server's own zone, which nobody tells: read as UTC. Our own media type sends a date with its zone. */
function startOf({ startedAt, date, eventDate, time, eventTime, lastReceived }: ZabbixBody): number | null {
  const day = firstSaid(eventDate, date);
  return momentOf(startedAt) ?? (day === '' ? null : momentOf(`${day} ${firstSaid(eventTime, time)}`.trim())) ?? momentOf(lastReceived);
}

const endOf = ({ endedAt, recoveryDate, recoveryTime }: ZabbixBody): number | null => momentOf(endedAt) ?? momentOf(`${recoveryDate} ${recoveryTime}`.trim());

/** `[{"tag": "component", "value": "cpu"}]` ({EVENT.TAGSJSON}); the same tag may come twice. Older media types send `component:cpu, …` ({EVENT.TAGS}), which no JSON is. */
function tagsOf(tags: unknown): Record<string, string> {
  const pairs = Array.isArray(tags) ? tags.filter(isObject).map(({ tag, name, value }) => [said(tag) || said(name), said(value)] as const) : [];
  const named = pairs.filter(([name]) => name !== '');
  return Object.fromEntries(named.map(([name]) => [name, named.filter(([other]) => other === name).map(([, value]) => value || 'true').join(', ')]));
}

function eventLink({ url, zabbixUrl, triggerId, id, eventId }: ZabbixBody): string {
  const [origin, event] = [firstSaid(url, zabbixUrl), firstSaid(filled(id), eventId)];
  if (origin === '' || triggerId === '' || event === '') return '';
  return `${origin.replace(/\/$/, '')}/tr_events.php?triggerid=${urlPart(triggerId)}&eventid=${urlPart(event)}`;
}

const urlPart = (text: string) => encodeURIComponent(text.toWellFormed());

export const zabbix: Source = {
  name: 'zabbix', label: 'Zabbix', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
