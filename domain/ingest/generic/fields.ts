import { filled, isObject } from '../said';
import { GenericBody } from './ownShape';

/** What common shapes call each thing, the surest name first; case and separators do not count. */
export const names = {
  title: [
    'title', 'summary', 'subject', 'headline', 'alertname', 'alerttitle', 'eventtitle', 'monitorname', 'checkname', 'rulename', 'policyname', 'name', 'displayname',
    'message', 'msg', 'text', 'content', 'event', 'problem', 'reason', 'description', 'details', 'error', 'errormessage', 'output', 'fallback',
  ],
  description: [
    'description', 'details', 'longdescription', 'longoutput', 'body', 'message', 'msg', 'text', 'content', 'output', 'reason', 'errormessage', 'error', 'info', 'summary', 'note',
  ],
  status: [
    'status', 'state', 'alertstatus', 'alertstate', 'currentstate', 'currentstatus', 'newstate', 'newstatus', 'notificationtype', 'alerttransition', 'transition',
    'eventaction', 'action', 'eventtype', 'alerttype', 'messagetype', 'event', 'type',
  ],
  severity: ['severity', 'sev', 'severitylevel', 'alertseverity', 'priority', 'alertpriority', 'level', 'urgency', 'criticality', 'importance', 'impact'],
  dedupKey: [
    'dedupkey', 'dedup', 'dedupid', 'deduplicationkey', 'deduplicationid', 'dedupekey', 'fingerprint', 'alertuid', 'alertid', 'alias', 'incidentkey', 'incidentid', 'problemid',
    'correlationkey', 'aggregationkey', 'entityid', 'checkid', 'monitorid', 'testid', 'externalid', 'uid', 'uuid', 'id', 'ruleuid', 'ruleid', 'triggerid',
  ],
  groupKey: ['groupkey', 'groupingkey'],
  service: ['service', 'servicename', 'component', 'application', 'app', 'entity', 'resource', 'host', 'hostname'],
  startedAt: ['startedat', 'startsat', 'starttime', 'startdate', 'triggeredat', 'firedat', 'openedat', 'occurredat', 'since', 'createdat', 'timestamp', 'eventtime', 'datetime', 'time', 'date'],
  /** Of a resolve, a plain time is its end; only these say when it began. */
  surelyStarted: ['startedat', 'startsat', 'starttime', 'startdate', 'triggeredat', 'firedat', 'openedat', 'since'],
  endedAt: ['endedat', 'endsat', 'endtime', 'enddate', 'resolvedat', 'closedat', 'recoveredat'],
  links: [
    'links', 'link', 'linktoupstreamdetails', 'url', 'alerturl', 'incidenturl', 'problemurl', 'eventurl', 'weburl', 'htmlurl', 'detailsurl', 'detailurl', 'permalink', 'href',
    'runbookurl', 'runbook', 'dashboardurl', 'dashboard', 'panelurl', 'graphurl', 'generatorurl', 'silenceurl', 'monitorurl', 'externalurl', 'clienturl', 'targeturl',
  ],
  labels: ['labels', 'tags', 'meta', 'metadata', 'attributes', 'customdetails', 'customproperties', 'dimensions'],
  /** Single values that tell where it is: worth a label. */
  context: ['host', 'hostname', 'instance', 'environment', 'env', 'region', 'zone', 'cluster', 'namespace', 'team', 'project', 'site', 'job', 'node', 'device', 'location', 'check', 'metric', 'source'],
  test: ['test', 'istest', 'testalert', 'isatest'],
  kind: ['kind'],
  changedAt: ['changedat', 'deployedat', 'releasedat', 'finishedat', 'timestamp', 'time', 'date', 'createdat'],
} as const;
export type Names = readonly string[];

export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The fields of a body by their plain names. Of several with one plain name Rouse's own spelling counts, else the first that says something. */
export type Fields = ReadonlyMap<string, unknown>;

/** More fields than this are a dump; what an alert says stands among the first. */
const mostFields = 1000;

export function fieldsOf(body: Readonly<Record<string, unknown>>): Fields {
  const fields = new Map<string, unknown>();
  for (const [given, value] of Object.entries(body).slice(0, mostFields)) {
    const name = given.length > 60 ? '' : plainName(given);
    if (name !== '' && value !== null && value !== '' && !fields.has(name)) fields.set(name, value);
  }
  for (const name of Object.keys(GenericBody.shape)) {
    if (Object.hasOwn(body, name) && body[name] !== null && body[name] !== '') fields.set(plainName(name), body[name]);
  }
  return fields;
}

/** Text only: a title is no number. */
export const sentence = (value: unknown): string => (typeof value === 'string' ? filled(value) : '');
/** A single value, or the name of an object that has one. */
export const named = (value: unknown): string => filled(isObject(value) ? value.name ?? value.id : value);

/** The first of these names under which something is said. */
export function firstOf(fields: Fields, among: Names, say: (value: unknown) => string): { name: string; text: string } | undefined {
  for (const name of among) {
    const text = say(fields.get(name));
    if (text !== '') return { name, text };
  }
  return undefined;
}
