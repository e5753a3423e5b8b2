import { momentOf } from '../moments';
import type { ParsedAlert, ParsedChange } from '../parsed';
import { isObject } from '../said';
import { clipped, keyOf, safeLabels, safeLinks } from '../text';
import { type Fields, firstOf, named, names, sentence } from './fields';
import { linksIn, labelsIn, titleAndMore } from './values';
import { severityWordOf, type SpokenStatus, statusOfWords } from './words';

export type Title = { name: string; text: string };

/** What to make a title of: a field that is a sentence, else what a rule of Prometheus says in annotations and labels. */
export function titleOf(fields: Fields): Title | undefined {
  const annotations = wordsUnder(fields, 'annotations');
  const labels = wordsUnder(fields, 'labels');
  const told = [annotations.summary, annotations.title, labels.alertname, annotations.description, annotations.message].map(sentence).find(Boolean);
  const found = firstOf(fields, names.title, sentence);
  return found ?? (told === undefined ? undefined : { name: 'annotations', text: told });
}

function wordsUnder(fields: Fields, name: string): Record<string, unknown> {
  const value = fields.get(name);
  return isObject(value) ? value : {};
}

/** The alert that these fields tell of; `around` says what they leave out. `latest`: the latest moment that the whole request testifies to. */
export function alertIn(own: Fields, around: Fields, title: Title, latest: number | null): { alert: ParsedAlert; isTest: boolean } {
  const either = (among: readonly string[], say: (value: unknown) => string) => firstOf(own, among, say) ?? firstOf(around, among, say);
  const labels = labelsAmong(own);
  const annotations = wordsUnder(own, 'annotations');
  const words = titleAndMore(title.text);
  // A message's first line names what its other lines describe; a title is one as a whole.
  const whole = title.name === 'title' ? title.text : words.title;
  const spoken = spokenStatus(own) ?? spokenStatus(around);
  const status = spoken ?? endedStatus(own, latest);
  const isResolved = status === 'resolved';
  const description = [annotations.description, annotations.message].map(sentence).find(Boolean)
    ?? firstOf(own, names.description.filter((name) => name !== title.name), sentence)?.text;
  return {
    isTest: spoken === 'test' || saysTest(own) || saysTest(around),
    alert: {
      dedupKey: keyOf(firstOf(own, names.dedupKey, named)?.text ?? labelSetOf(own) ?? stableTitle(own, whole), 1000),
      groupKey: keyOrNull(firstOf(own, names.groupKey, named)?.text),
      status: status === 'test' ? 'firing' : status,
      title: clipped(whole, 300) || 'Alert without a title',
      description: clipped(description ?? (title.name === 'title' ? '' : words.more), 4000),
      severityWord: severityWordOf(clipped(either(names.severity, sentence)?.text ?? sentence(wordsUnder(own, 'labels').severity), 100)),
      name: clipped(labels.alertname ?? firstOf(own, ['alertname', 'rulename', 'checkname'], sentence)?.text ?? '', 300) || null,
      service: clipped(either(names.service, named)?.text ?? labels.service ?? labels.job ?? '', 300) || null,
      startedAt: momentAmong(own, isResolved ? names.surelyStarted : names.startedAt),
      endedAt: isResolved ? momentAmong(own, names.endedAt) : null,
      links: safeLinks([...linksAmong(own), ...linksUnder(annotations)]), labels: safeLabels(labels),
    },
  };
}

/** A deployment or another change, from a body that says it is one. */
export function changeIn(own: Fields, title: Title): ParsedChange {
  const words = titleAndMore(title.text);
  const service = firstOf(own, names.service, named)?.text;
  return {
    title: clipped(words.title, 300) || 'Change without a title',
    description: clipped(firstOf(own, names.description.filter((name) => name !== title.name), sentence)?.text ?? words.more, 4000),
    changedAt: momentAmong(own, [...names.changedAt, ...names.startedAt]), links: safeLinks(linksAmong(own)),
    labels: safeLabels({ ...labelsAmong(own), ...(service === undefined ? {} : { service }) }),
  };
}

const keyOrNull = (text: string | undefined) => (text === undefined ? null : keyOf(text, 1000));
const saysTest = (fields: Fields) => firstOf(fields, names.test, (value) => (value === true || value === 'true' ? 'true' : '')) !== undefined;

/** The status that a field names with a word that is known; a field that says `resolved: true` counts too. */
function spokenStatus(fields: Fields): SpokenStatus | undefined {
  for (const name of names.status) {
    const value = fields.get(name);
    // Alertmanager's API has `status: {state}`.
    const word = sentence(isObject(value) ? value.state ?? value.name ?? value.value : value);
    const status = word === '' ? undefined : statusOfWords(word);
    // A monitor may be of the type "test".
    if (status !== undefined && !(status === 'test' && name === 'type')) return status;
  }
  if (['resolved', 'isresolved', 'recovered'].some((name) => fields.get(name) === true || fields.get(name) === 'true')) return 'resolved';
  return undefined;
}

/**
 * Prometheus posts `[{labels, startsAt, endsAt}]` without a status, and its firing alerts end in the future. A parser has no clock: an end is past
 * only where the request itself testifies to a later moment. Where it does not, the alert fires: a page too many beats one not heard.
 */
function endedStatus(fields: Fields, latest: number | null): 'firing' | 'resolved' {
  const end = isObject(fields.get('labels')) ? momentOf(fields.get('endsat')) : null;
  return end !== null && latest !== null && end <= latest ? 'resolved' : 'firing';
}

const momentAmong = (fields: Fields, among: readonly string[]): number | null =>
  among.map((name) => momentOf(fields.get(name))).find((at) => at !== null) ?? null;

/** The label set of a rule of Prometheus is what it is known by, in any order. */
function labelSetOf(fields: Fields): string | undefined {
  const labels = fields.get('labels');
  if (!isObject(labels) || !['annotations', 'startsat', 'generatorurl'].some((name) => fields.has(name))) return undefined;
  return JSON.stringify(Object.entries(labels).map(([name, value]) => [name, sentence(value)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

/** The title as a key. Grafana OnCall's webhook as Uptime Kuma sends it has no key, and "is down" becomes "is up". */
function stableTitle(fields: Fields, title: string): string {
  return fields.has('state') && fields.has('message') ? title.replace(/ is (?:down|up)$/i, '') : title;
}

function labelsAmong(fields: Fields): Record<string, string> {
  const context = Object.fromEntries(names.context.flatMap((name) => {
    const text = named(fields.get(name));
    return text === '' ? [] : [[name, text]];
  }));
  return names.labels.reduce<Record<string, string>>((labels, name) => ({ ...labels, ...labelsIn(fields.get(name)) }), context);
}

const linkWords: Readonly<Record<string, string>> = {
  links: '', link: 'Open', linktoupstreamdetails: 'Details', url: 'Open', permalink: 'Open', href: 'Open', runbookurl: 'Runbook', runbook: 'Runbook', dashboardurl: 'Dashboard',
  dashboard: 'Dashboard', panelurl: 'Panel', graphurl: 'Graph', generatorurl: 'Graph', silenceurl: 'Silence', monitorurl: 'Monitored address', targeturl: 'Target',
};
const linksAmong = (fields: Fields) => names.links.flatMap((name) => linksIn(fields.get(name), linkWords[name] ?? 'Open'));
const linksUnder = (annotations: Readonly<Record<string, unknown>>) => [
  ...linksIn(annotations.runbook_url, 'Runbook'), ...linksIn(annotations.dashboard_url, 'Dashboard'),
];
