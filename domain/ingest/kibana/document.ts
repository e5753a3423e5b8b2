import { z } from 'zod';
import { momentOf } from '../moments';
import type { ParsedAlert } from '../parsed';
import { Filled, firstSaid, isObject, jsonIn, labelsOf, looseFields, tagLabels } from '../said';
import { clipped, keyOf, safeLabels, safeLinks } from '../text';
import { severityWord } from './severity';

/** An alert document as Elastic Security and Observability store it, its fields dotted (`kibana.alert.uuid`) or nested. */
export const AlertDocument = looseFields({
  uuid: Filled, status: Filled, workflow_status: Filled, severity: Filled, reason: Filled, start: Filled, end: Filled, url: Filled, risk_score: Filled,
  'instance.id': Filled, action_group: Filled, 'rule.uuid': Filled, 'rule.name': Filled, 'rule.tags': z.unknown().optional(), 'rule.category': Filled,
  'rule.description': Filled,
}, { prefix: 'kibanaalert', depth: 5 });
export type AlertDocument = z.infer<typeof AlertDocument>;

/** What the documents share with every other of Elastic's, at the top. */
const Around = looseFields({ '@timestamp': Filled, 'service.name': Filled, 'host.name': Filled, 'user.name': Filled }, { depth: 3 });

/**
 * The alert documents of a body: itself, a list of them, what `{{context.alerts}}` becomes, or a summary's `{{alerts}}`, which has them as
 * `new`, `ongoing` and `recovered`.
 */
export function documentsIn(body: unknown): Record<string, unknown>[] {
  const context = isObject(body) ? jsonIn(body.context) : null;
  const lists = [body, isObject(body) ? jsonIn(body.alerts) : null, isObject(context) ? jsonIn(context.alerts) : null];
  const summaries = lists.filter(isObject).flatMap(({ new: begun, ongoing, recovered }) => [begun, ongoing, recovered]).filter(isObject).map(({ data }) => data);
  return [...lists, ...summaries].flatMap((list): unknown[] => (Array.isArray(list) ? list : [list]))
    .filter(isObject).map((hit) => (isObject(hit._source) ? hit._source : hit)).filter(isDocument);
}

function isDocument(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(fields).some((name) => name.startsWith('kibana.alert.')) || (isObject(fields.kibana) && isObject(fields.kibana.alert));
}

/** The alert of a document; null where it says nothing: an alert whose rule was switched off is neither firing nor over. */
export function documented(document: Readonly<Record<string, unknown>>): ParsedAlert | null {
  const [fields, around] = [AlertDocument.parse(document), Around.parse(document)];
  const status = statusOf(fields);
  const key = firstSaid(fields.uuid, [fields['rule.uuid'], fields['instance.id']].filter(Boolean).join(':'));
  if (status === null || key === '') return null;
  const rule = fields['rule.name'];
  const tags = tagLabels(Array.isArray(fields['rule.tags']) ? fields['rule.tags'] : []);
  return {
    dedupKey: keyOf(key, 1000), groupKey: null, status, title: clipped(firstSaid(rule, fields.reason), 300) || 'Alert without a rule',
    description: clipped(firstSaid(fields.reason, fields['rule.description']), 4000), severityWord: severityWord(fields.severity, fields.action_group),
    name: clipped(rule, 300) || null, service: clipped(firstSaid(around['service.name'], tags.service ?? ''), 300) || null,
    startedAt: status === 'resolved' ? null : momentOf(fields.start) ?? momentOf(around['@timestamp']),
    endedAt: status === 'resolved' ? momentOf(fields.end) : null,
    links: safeLinks([{ href: fields.url, text: 'Alert' }]),
    labels: safeLabels({
      ...labelsOf({
        host: around['host.name'], user: around['user.name'], category: fields['rule.category'], risk_score: fields.risk_score, instance: fields['instance.id'],
      }), ...tags,
    }),
  };
}

/** `workflow_status` is what an analyst said; `status` what the rule sees. */
function statusOf({ status, workflow_status }: AlertDocument): ParsedAlert['status'] | null {
  if (status === 'recovered' || workflow_status === 'closed') return 'resolved';
  if (status === 'untracked') return null;
  return workflow_status === 'acknowledged' ? 'acknowledged' : 'firing';
}
