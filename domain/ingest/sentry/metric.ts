import { z } from 'zod';
import { momentOf } from '../moments';
import type { ParsedAlert } from '../parsed';
import { firstSaid, labelsOf, List, Said, said } from '../said';
import { clipped, keyOf, safeLinks } from '../text';

const Rule = z.object({ id: Said, name: Said, aggregate: Said, query: Said, environment: Said, projects: List }).nullish();

export const MetricBody = z.object({
  action: Said.transform((text) => text.toLowerCase()).pipe(z.enum(['critical', 'warning', 'resolved'], 'must be critical, warning or resolved')),
  data: z.object({
    metric_alert: z.object({ id: Said, identifier: Said, title: Said, date_started: Said, projects: List, alert_rule: Rule }, 'must be a metric alert')
      .refine((alert) => keyed(alert) !== '', { path: ['alert_rule', 'id'], message: 'is needed: the rule that decided' }),
    description_title: Said, description_text: Said, web_url: Said,
  }),
});
export type MetricBody = z.infer<typeof MetricBody>;

/** By the rule, as Sentry's own integrations do: the id of its incident is another at each. */
const keyed = ({ alert_rule: rule, identifier, id }: { alert_rule?: { id: string } | null | undefined; identifier: string; id: string }) => firstSaid(rule?.id ?? '', identifier, id);

/** A rule about a metric: `critical` and `warning` fire, and change into each other; `resolved` ends it. */
export function metricAlert({ action, data: { metric_alert: alert, description_title: told, description_text: text, web_url: url } }: MetricBody): ParsedAlert {
  const rule = alert.alert_rule;
  const name = firstSaid(rule?.name ?? '', told.replace(/^(?:critical|warning|resolved):\s*/i, ''), alert.title);
  return {
    dedupKey: keyOf(`metric:${keyed(alert)}`, 1000), groupKey: null, status: action === 'resolved' ? 'resolved' : 'firing',
    title: clipped(name, 300) || 'Sentry metric alert without a name', description: clipped(text.replaceAll('\\n', '\n'), 4000),
    severityWord: action === 'resolved' ? null : action, name: clipped(name, 300) || null,
    service: clipped(firstSaid(said(alert.projects[0]), said(rule?.projects[0])), 300) || null,
    // date_closed is null even when it is: the resolve is of the rule, whichever of its incidents it ends.
    startedAt: action === 'resolved' ? null : momentOf(alert.date_started), endedAt: null,
    links: safeLinks([{ href: url, text: 'Sentry' }]),
    labels: labelsOf({ aggregate: rule?.aggregate, query: rule?.query, environment: rule?.environment, incident: alert.identifier }),
  };
}
