import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Filled, firstSaid, labelsOf, looseFields, tagLabels } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';
import { documented, documentsIn } from './document';
import { severityWord } from './severity';

/**
 * The body is a template per rule action, over Kibana's variables: `rule.id` may be nested, dotted, or `ruleId`. Others' templates shorten them (`id` is the
 * alert's), and Watcher's actions have a watch for a rule. Values stand in quotes, so that everything is text.
 */
export const KibanaBody = looseFields({
  'rule.id': Filled, 'rule.name': Filled, 'rule.type': Filled, 'rule.url': Filled, 'rule.spaceId': Filled, 'rule.tags': z.unknown().optional(), watchId: Filled,
  name: Filled, tags: z.unknown().optional(),
  'alert.id': Filled, 'alert.uuid': Filled, 'alert.actionGroup': Filled, 'alert.actionGroupName': Filled, 'alert.flapping': Filled, alertInstanceId: Filled, id: Filled,
  actionGroup: Filled, actionGroupName: Filled, status: Filled, severity: Filled, 'context.severity': Filled,
  'context.reason': Filled, 'context.message': Filled, 'context.title': Filled, 'context.value': Filled, 'context.threshold': Filled, 'context.conditions': Filled,
  'context.group': Filled, 'context.serviceName': Filled, 'context.alertDetailsUrl': Filled, 'context.viewInAppUrl': Filled, 'context.link': Filled, 'context.timestamp': Filled,
  reason: Filled, message: Filled, description: Filled, title: Filled, alertDetailsUrl: Filled, url: Filled, date: Filled, lastReceived: Filled,
}, { depth: 2 });
export type KibanaBody = z.infer<typeof KibanaBody>;

function parse(body: unknown): Parsed {
  const documents = documentsIn(body);
  if (documents.length > 0) return parsedRequest(documents.map(documented).filter((alert) => alert !== null));
  const read = KibanaBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const rule = firstSaid(read.data['rule.id'], read.data.watchId, read.data['rule.name'], read.data.name);
  if (rule === '') return { ok: false, issues: [{ path: 'rule.id', message: 'is needed: {{rule.id}}' }] };
  return parsedRequest([mapped(read.data, rule)]);
}

/** The alert's uuid is another one in each of its lives; its id is what the rule watches (a host, a group, `query matched`). */
function mapped(fields: KibanaBody, rule: string): ParsedAlert {
  const instance = firstSaid(fields.alertInstanceId, fields['alert.id'], fields.id, fields['alert.uuid']);
  const actionGroup = firstSaid(fields['alert.actionGroup'], fields.actionGroup);
  const status = isRecovered(fields, actionGroup) ? 'resolved' : 'firing';
  const at = momentOf(fields.date) ?? momentOf(fields['context.timestamp']) ?? momentOf(fields.lastReceived);
  const name = firstSaid(fields['rule.name'], fields.name);
  const group = /^[[{]/.test(fields['context.group']) ? '' : fields['context.group'];
  const tags = tagsOf(fields['rule.tags'] ?? fields.tags);
  return {
    dedupKey: keyOf(instance === '' ? rule : `${rule}:${instance}`, 1000), groupKey: null, status,
    title: clipped(name === '' ? firstSaid(fields['context.title'], fields.title, fields.message, rule) : [name, group].filter(Boolean).join(': '), 300) || 'Rule without a name',
    description: clipped(firstSaid(fields['context.reason'], fields['context.message'], fields.reason, fields.message, fields.description, fields['context.title']), 4000),
    severityWord: severityWord(firstSaid(fields.severity, fields['context.severity']), actionGroup),
    name: clipped(name, 300) || null, service: clipped(firstSaid(fields['context.serviceName'], tags.service ?? ''), 300) || null,
    startedAt: status === 'firing' ? at : null, endedAt: status === 'resolved' ? at : null,
    links: safeLinks([
      { href: firstSaid(fields['context.alertDetailsUrl'], fields.alertDetailsUrl), text: 'Alert' }, { href: fields['context.viewInAppUrl'], text: 'View' },
      { href: fields['context.link'], text: 'Data' }, { href: fields['rule.url'], text: 'Rule' }, { href: fields.url, text: 'Kibana' },
    ]),
    labels: safeLabels({
      ...labelsOf({
        alert: instance, action_group: actionGroup, rule_type: fields['rule.type'], space: fields['rule.spaceId'], value: fields['context.value'],
        threshold: fields['context.threshold'], conditions: fields['context.conditions'], flapping: fields['alert.flapping'],
      }), ...tags,
    }),
  };
}

const over = ['recovered', 'resolved', 'closed'];

function isRecovered(fields: KibanaBody, actionGroup: string): boolean {
  return [actionGroup, fields['alert.actionGroupName'], fields.actionGroupName, fields.status].some((word) => over.includes(word.toLowerCase()));
}

/** `{{rule.tags}}` is a list with commas. */
const tagsOf = (tags: unknown) => tagLabels(Array.isArray(tags) ? tags : Filled.parse(tags).split(','));

export const kibana: Source = {
  name: 'kibana', label: 'Elastic / Kibana', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
