import { z } from 'zod';
import { type GroupEnded, type Issue, type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { connect } from './connect';
import { demo } from './demo';
import { clipped, instantOf, issuesOf, keyOf, safeLabels, safeLinks } from '../text';

const words = z.record(z.string(), z.string());

/**
 * Alertmanager's webhook, version 4 (notify/webhook and template.Data in its source). Unknown fields are let through: later
 * versions add some (`notification_reason`, `routeLabels`).
 */
export const AlertmanagerBody = z.object({
  version: z.string().optional(),
  status: z.string().optional(),
  groupKey: z.union([z.string(), z.number()]).transform(String).optional(),
  truncatedAlerts: z.number().int().min(0).optional(),
  externalURL: z.string().optional(),
  alerts: z.array(z.object({
    status: z.enum(['firing', 'resolved']),
    labels: words,
    annotations: words.optional(),
    startsAt: z.string().optional(),
    endsAt: z.string().optional(),
    generatorURL: z.string().optional(),
    fingerprint: z.string().optional(),
  })),
});
export type AlertmanagerBody = z.infer<typeof AlertmanagerBody>;

function parse(body: unknown): Parsed {
  const read = AlertmanagerBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) satisfies Issue[] };
  const { groupKey, externalURL, truncatedAlerts } = read.data;
  const alerts = read.data.alerts.map((alert) => mapAlert(alert, namedGroup(groupKey), externalURL));
  return parsedRequest(alerts, { truncated: truncatedAlerts ?? 0, groupEnded: groupEnd(read.data, alerts) });
}

/**
 * A notification holds its whole group, unless it was truncated; `status` is `resolved` only when nothing in the group fires. An alert that is
 * absent then has resolved before: Alertmanager told that once, in a notification that got lost.
 */
export function groupEnd({ status, groupKey, truncatedAlerts }: Pick<AlertmanagerBody, 'status' | 'groupKey' | 'truncatedAlerts'>, alerts: readonly ParsedAlert[]): GroupEnded | null {
  const named = namedGroup(groupKey);
  const ends = alerts.flatMap(({ endedAt }) => endedAt ?? []);
  if (status !== 'resolved' || named === null || (truncatedAlerts ?? 0) > 0 || ends.length === 0 || ends.length < alerts.length) return null;
  return { groupKey: named, endedAt: Math.max(...ends) };
}

/** One alert in the common form, of Alertmanager or of a tool with its data model (Grafana). `groupKey` is one that names something, or null. */
export function mapAlert(alert: AlertmanagerBody['alerts'][number], groupKey: string | null, externalURL: string | undefined): ParsedAlert {
  const { labels, annotations = {} } = alert;
  const name = clipped(labels.alertname ?? '', 300) || null;
  // A template that expands to nothing makes an empty summary.
  const title = [annotations.summary, annotations.title, labels.alertname].map((text) => clipped(text ?? '', 300)).find(Boolean);
  return {
    dedupKey: keyOf(alert.fingerprint || labelKey(labels), 1000),
    // A group that names nothing would put every alert of this tool into one incident.
    groupKey: groupKey ?? (name === null ? null : keyOf(`${name}/${labels.service ?? labels.job ?? ''}`, 1000)),
    status: alert.status,
    title: title ?? 'Alert without a name',
    description: clipped(annotations.description || annotations.message || '', 4000),
    severityWord: labels.severity === undefined ? null : clipped(labels.severity, 100),
    name,
    service: clipped(labels.service || labels.job || '', 300) || null,
    startedAt: instantOf(alert.startsAt),
    endedAt: alert.status === 'resolved' ? instantOf(alert.endsAt) : null,
    links: safeLinks([
      { href: annotations.runbook_url, text: 'Runbook' }, { href: annotations.dashboard_url, text: 'Dashboard' },
      { href: alert.generatorURL, text: 'Graph' }, { href: externalURL, text: 'Alertmanager' },
    ]),
    labels: safeLabels(labels),
  };
}

/** The group key, or null where it names nothing: `{}:{}`, or any route followed by an empty label set. */
export function namedGroup(groupKey: string | undefined): string | null {
  return groupKey === undefined || groupKey === '' || groupKey.endsWith(':{}') || groupKey === '{}' ? null : keyOf(groupKey, 4000);
}

/** The label set as a key, where an old version sends no fingerprint. */
function labelKey(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const alertmanager: Source = {
  name: 'alertmanager', label: 'Prometheus Alertmanager', maxBytes: 8 * 1024 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
