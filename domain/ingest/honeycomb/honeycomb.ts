import { z } from 'zod';
import { mappedParse } from '../generic/mapped';
import type { Mapping } from '../generic/mapping';
import type { Parsed, Source } from '../parsed';
import { Filled, filled, firstSaid, isObject, List, neededFilled } from '../said';
import { issuesOf } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/** A group of a trigger's query and its result. */
const Group = z.object({ Group: z.record(z.string(), z.unknown()).nullish(), Result: z.unknown() });

/** Honeycomb's default webhook body (docs.honeycomb.io/notify/webhooks): of triggers, and of SLO burn alerts with their own links. Old versions hold `shared_secret`, unread here. */
export const HoneycombBody = z.object({
  name: Filled, id: Filled, title: Filled, summary: Filled, description: Filled, trigger_description: Filled, status: neededFilled('is needed: TRIGGERED or OK'), severity: Filled,
  deduplication_key: Filled, dataset: Filled, environment: Filled, alert_type: Filled, operator: Filled, threshold: Filled,
  result_url: Filled, trigger_url: Filled, slo_url: Filled, sli_url: Filled, source_url: Filled,
  result_groups_triggered: List, is_test: Filled,
}).refine((body) => firstSaid(body.name, body.title, body.summary) !== '', { path: ['name'], message: 'is needed: the name of the trigger' });
export type HoneycombBody = z.infer<typeof HoneycombBody>;

export const honeycombMapping: Mapping = {
  alerts: null, title: ['name', 'title', 'summary'], description: ['more'], status: ['status'], resolvedWords: [], acknowledgedWords: [], ignoredWords: [],
  severity: ['severity'], dedupKey: ['id', 'deduplication_key', 'name'], groupKey: [], service: ['dataset'], startedAt: [],
  links: ['result_url', 'trigger_url', 'slo_url', 'sli_url', 'source_url'], labels: 'labels',
};

function parse(body: unknown): Parsed {
  const read = HoneycombBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { summary, description, trigger_description: about, operator, threshold, dataset, environment, alert_type } = read.data;
  const groups = read.data.result_groups_triggered.slice(0, 20).flatMap((group) => Group.safeParse(group).data ?? []);
  const parsed = mappedParse({
    ...read.data, more: [...new Set([summary, description, about, ...groups.map(inWords)])].filter(Boolean).join('\n'),
    // Several groups have several values: none of them is the alert's.
    labels: { operator, threshold, dataset, environment, alert_type, ...(groups.length === 1 ? groups[0]?.Group : {}) },
  }, honeycombMapping);
  return parsed.ok ? { ...parsed, test: read.data.is_test.toLowerCase() === 'true' } : parsed;
}

/** `foo: bar, zone: eu (5)` */
function inWords({ Group: fields, Result }: z.infer<typeof Group>): string {
  const words = isObject(fields) ? Object.entries(fields).slice(0, 10).map(([name, value]) => `${name}: ${filled(value) || '–'}`).join(', ') : '';
  return words === '' ? '' : `${words} (${filled(Result) || '–'})`;
}

export const honeycomb: Source = {
  name: 'honeycomb', label: 'Honeycomb', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: { kind: 'token', header: 'X-Honeycomb-Webhook-Token' }, demo, connect,
};
