import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { filled, Filled, firstSaid, isObject, looseFields, tagsIn } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';
import { readTitle, type SaidByTitle } from './title';

const Many = z.unknown().optional();

/**
 * Datadog's webhook (docs.datadoghq.com/integrations/webhooks): its body is a template of the user's, so a field may be named like the variable
 * (`ALERT_TRANSITION`, `$ALERT_TRANSITION`), like Datadog's default (`date`, `org`), or in the ways that other tools' guides tell (`monitor_id`).
 */
const DatadogBody = looseFields({
  title: Filled, eventTitle: Filled, alertTitle: Filled, body: Filled, eventMsg: Filled, textOnlyMsg: Filled, message: Filled,
  eventType: Filled, id: Filled, date: Filled, lastUpdated: Filled, org: Many, orgId: Filled,
  alertCycleKey: Filled, alertId: Filled, monitorId: Filled, alertScope: Filled, scopes: Filled, scope: Filled, aggregKey: Filled,
  alertTransition: Filled, transition: Filled, alertType: Filled, alertStatus: Filled, alertPriority: Filled, priority: Filled, severity: Filled,
  alertMetric: Filled, alertQuery: Filled, hostname: Filled, host: Filled, tags: Many, service: Filled, link: Filled, url: Filled, snapshot: Filled,
});
type DatadogBody = z.infer<typeof DatadogBody>;

function parse(body: unknown): Parsed {
  if (!isObject(body)) return { ok: false, issues: [{ path: '(body)', message: 'is needed: JSON, as the payload template of this integration makes it' }] };
  const read = DatadogBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const fields = read.data;
  const title = firstSaid(fields.title, fields.eventTitle, fields.alertTitle);
  if (title === '') return { ok: false, issues: [{ path: 'title', message: 'is needed: $EVENT_TITLE' }] };
  const { alertCycleKey, alertId, monitorId, eventType, id, date, lastUpdated, org, orgId, alertTransition, alertType } = fields;
  const isDatadogs = [alertCycleKey, alertId, monitorId, eventType, id, date, lastUpdated, orgId, alertTransition, alertType].some(Boolean) || isObject(org);
  if (!isDatadogs) return { ok: false, issues: [{ path: 'alert_cycle_key', message: 'is needed: $ALERT_CYCLE_KEY, or any other field of Datadog\'s' }] };
  const said = readTitle(title);
  return parsedRequest([mapAlert(fields, said)], { test: said.test });
}

function mapAlert(fields: DatadogBody, said: SaidByTitle): ParsedAlert {
  const scope = firstSaid(fields.alertScope, fields.scopes, fields.scope, said.scope);
  const status = statusOf(fields, said);
  const at = momentOf(fields.date) ?? momentOf(fields.lastUpdated);
  const name = firstSaid(fields.alertTitle && readTitle(fields.alertTitle).title, said.title);
  const labels = { ...labelsIn(scope), ...labelsIn(fields.tags) };
  const host = firstSaid(fields.hostname, fields.host);
  return {
    dedupKey: keyOf(dedupKeyOf(fields, scope, name), 1000), groupKey: null, status,
    title: clipped(name, 300) || 'Datadog alert without a title',
    description: clipped([messageOf(firstSaid(fields.body, fields.eventMsg, fields.textOnlyMsg, fields.message)), fields.alertStatus].filter(Boolean).join('\n\n'), 4000),
    severityWord: severityOf(fields, said),
    name: clipped(name, 300) || null, service: clipped(firstSaid(fields.service, labels.service ?? ''), 300) || null,
    startedAt: status === 'firing' ? at : null, endedAt: status === 'resolved' ? at : null,
    links: safeLinks([{ href: firstSaid(fields.link, fields.url), text: 'Datadog' }, { href: fields.snapshot, text: 'Graph' }]),
    labels: safeLabels({ ...labels, ...(host && { host }), ...(fields.alertMetric && { metric: fields.alertMetric }), ...(fields.alertQuery && { query: fields.alertQuery }) }),
  };
}

/**
 * $ALERT_CYCLE_KEY links a trigger to its recovery; $ID does not. Without one, the monitor and what of it alerts. Datadog's own default payload has
 * neither: there the title without its status, which both of them repeat.
 */
function dedupKeyOf({ alertCycleKey, alertId, monitorId, aggregKey }: DatadogBody, scope: string, name: string): string {
  if (alertCycleKey !== '') return alertCycleKey;
  return [firstSaid(alertId, monitorId, aggregKey, name), scope].filter(Boolean).join(':');
}

/** $ALERT_TRANSITION: Recovered, Warn Recovered, No Data Recovered end it; Triggered, Warn, No Data, Renotify and all others do not. */
function statusOf({ alertTransition, transition, alertType }: DatadogBody, said: SaidByTitle): 'firing' | 'resolved' {
  const word = firstSaid(alertTransition, transition, said.transition).toLowerCase();
  return (word === '' ? alertType.toLowerCase() === 'success' : word.includes('recovered')) ? 'resolved' : 'firing';
}

/** A priority P1 to P5; else what $ALERT_TYPE or the transition says; `normal` and `success` say nothing about it. */
function severityOf(fields: DatadogBody, said: SaidByTitle): string | null {
  const priority = firstSaid(fields.alertPriority, fields.priority, fields.severity, said.priority).toLowerCase();
  if (/^p?[1-5]$/.test(priority)) return `P${priority.slice(-1)}`;
  const words = ['critical', 'error', 'high', 'warning', 'medium', 'low', 'info'];
  const type = fields.alertType.toLowerCase();
  const isWarning = firstSaid(fields.alertTransition, said.transition).toLowerCase().includes('warn');
  return words.find((word) => word === priority) ?? words.find((word) => word === type) ?? (isWarning ? 'warning' : null);
}

/** $EVENT_MSG as a person would read it: without the fences of its Markdown and without the @names of those that Datadog itself tells. */
function messageOf(text: string): string {
  const plain = text.slice(0, 20_000).replaceAll('%%%', '').replace(/(^|\s)@[\w.+-]+(?:@[\w.-]+)?/g, '$1');
  return plain.split('\n').map((line) => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** Tags `env:prod,host:web-1,monitor`, split at the first colon; one that has several values keeps them all. A tag alone has no value. */
function labelsIn(tags: unknown): Record<string, string> {
  const list = Array.isArray(tags) ? tags.map(filled) : tagsIn(filled(tags));
  const labels = new Map<string, string>();
  for (const tag of list.slice(0, 200).filter(Boolean)) {
    const colon = tag.indexOf(':');
    const [name, value] = colon < 0 ? [tag, ''] : [tag.slice(0, colon).trim(), tag.slice(colon + 1).trim()];
    const known = labels.get(name);
    labels.set(name, known === undefined || known === value ? value : `${known}, ${value}`);
  }
  return Object.fromEntries(labels);
}

export const datadog: Source = { name: 'datadog', label: 'Datadog', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect };
