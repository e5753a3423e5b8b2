import { z } from 'zod';
import { type Parsed, type ParsedAlert, parsedRequest } from '../parsed';
import { Fields, firstSaid, isObject, labelsOf, List, Said, said } from '../said';
import { clipped, issuesOf, keyOf, safeLabels, safeLinks } from '../text';

/** Grafana's legacy alerting (to version 8; pkg/services/alerting/notifiers/webhook.go): one rule, without times. */
export const LegacyBody = z.object({
  ruleId: Said, ruleName: Said, ruleUrl: Said, title: Said, message: Said, imageUrl: Said, tags: Fields, evalMatches: List,
  state: Said.transform((text) => text.toLowerCase())
    .pipe(z.enum(['alerting', 'ok', 'no_data', 'pending', 'paused', 'unknown'], 'is needed: alerting, ok, no_data, pending or paused')),
});
export type LegacyBody = z.infer<typeof LegacyBody>;

/** A rule that is `pending` or `paused` says nothing about the alert: it becomes none. */
export function parseLegacy(body: unknown): Parsed {
  const read = LegacyBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { ruleId, ruleName, state } = read.data;
  if (ruleId === '' && ruleName === '') return { ok: false, issues: [{ path: 'ruleId', message: 'is needed: the rule that this is about' }] };
  // Grafana's Test button sends this name, with an id of 0 or, in later versions, a random one.
  const test = ruleId === '0' || ruleName === 'Test notification';
  switch (state) {
    case 'alerting': case 'no_data': return parsedRequest([legacyAlert(read.data, 'firing')], { test });
    case 'ok': return parsedRequest([legacyAlert(read.data, 'resolved')], { test });
    case 'pending': case 'paused': case 'unknown': return parsedRequest([], { test });
    default: return state satisfies never;
  }
}

function legacyAlert({ ruleId, ruleName, ruleUrl, title, message, imageUrl, tags, evalMatches, state }: LegacyBody, status: 'firing' | 'resolved'): ParsedAlert {
  const matches = evalMatches.filter(isObject);
  const labels = labelsOf({ ...(isObject(matches[0]?.tags) ? matches[0].tags : {}), ...tags });
  const values = matches.slice(0, 20).map(({ metric, value }) => `${said(metric)}: ${said(value)}`).join('\n');
  return {
    dedupKey: keyOf(ruleId || ruleName, 1000), groupKey: null, status,
    title: clipped(titleOf(title, ruleName), 300) || 'Grafana alert without a name',
    description: clipped([state === 'no_data' ? 'No data' : '', message, values].filter(Boolean).join('\n\n'), 4000),
    severityWord: clipped(labels.severity ?? '', 100) || null,
    name: clipped(ruleName, 300) || null, service: clipped(labels.service || labels.job || '', 300) || null,
    startedAt: null, endedAt: null,
    links: safeLinks([{ href: ruleUrl, text: 'Alert rule' }, { href: imageUrl, text: 'Image' }]),
    labels: safeLabels(labels),
  };
}

/** The title is `[Alerting] ` and the rule's name; the incident's must not go on saying so when it is over. Of the two, what says more. */
function titleOf(title: string, ruleName: string): string {
  const plain = title.replace(/^\[[A-Za-z ]{1,20}\]\s*/, '');
  return ruleName.includes(plain) ? firstSaid(ruleName, title) : plain;
}
