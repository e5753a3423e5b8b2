import { z } from 'zod';
import { groupEnd, mapAlert, namedGroup } from '../alertmanager/alertmanager';
import { type Parsed, type ParsedAlert, parsedRequest } from '../parsed';
import { Fields, firstSaid, Said, said } from '../said';
import { clipped, issuesOf, safeLinks } from '../text';

const Words = Fields.transform((fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, said(value)])));
const Status = Said.transform((text) => text.toLowerCase()).pipe(z.enum(['firing', 'resolved', ''], 'must be firing or resolved'));

/** Grafana's ExtendedAlert (grafana/alerting, templates/template_data.go): Alertmanager's, and links into Grafana. */
const UnifiedAlert = z.object({
  status: Status, labels: Words, annotations: Words, startsAt: Said, endsAt: Said, generatorURL: Said, fingerprint: Said,
  dashboardURL: Said, panelURL: Said, silenceURL: Said, imageURL: Said, valueString: Said,
}, 'must be an object: an alert');
type UnifiedAlert = z.infer<typeof UnifiedAlert>;

export const UnifiedBody = z.object({
  status: Status, state: Said, groupKey: Said, externalURL: Said, title: Said,
  truncatedAlerts: Said.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0)),
  alerts: z.array(UnifiedAlert, 'is needed: a list of alerts, as Grafana\'s webhook contact point sends it without a Custom Payload'),
});
export type UnifiedBody = z.infer<typeof UnifiedBody>;

/** Unified alerting, version "1": Alertmanager's envelope. Each alert has its own status; one that says none has that of the request. */
export function parseUnified(body: unknown): Parsed {
  const read = UnifiedBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { status, state, groupKey, truncatedAlerts } = read.data;
  const alerts = read.data.alerts.map((alert) => unifiedAlert(alert, read.data));
  const test = isTest(read.data);
  const whole = status === '' && state === 'ok' ? 'resolved' : status;
  return parsedRequest(alerts, {
    truncated: truncatedAlerts, test, groupEnded: test ? null : groupEnd({ status: whole, groupKey, truncatedAlerts }, alerts),
  });
}

function unifiedAlert(alert: UnifiedAlert, body: UnifiedBody): ParsedAlert {
  const { labels, annotations, dashboardURL, panelURL, silenceURL, imageURL, generatorURL, valueString } = alert;
  const { externalURL } = body;
  const mapped = mapAlert({ ...alert, status: statusOf(alert, body) }, namedGroup(body.groupKey), undefined);
  const absolute = (href: string) => (href !== '' && URL.canParse(href, externalURL || undefined) ? new URL(href, externalURL || undefined).href : '');
  return {
    ...mapped,
    title: clipped(firstSaid(annotations.summary ?? '', annotations.title ?? '', withRule(labels), body.title), 300) || mapped.title,
    description: mapped.description || clipped(valueString, 4000),
    links: safeLinks([
      { href: annotations.runbook_url, text: 'Runbook' }, { href: absolute(dashboardURL), text: 'Dashboard' }, { href: absolute(panelURL), text: 'Panel' },
      { href: absolute(generatorURL), text: 'Alert rule' }, { href: absolute(silenceURL), text: 'Silence in Grafana' }, { href: absolute(imageURL), text: 'Image' },
    ]),
  };
}

function statusOf(alert: UnifiedAlert, { status, state }: UnifiedBody): 'firing' | 'resolved' {
  return alert.status || status || (state === 'ok' ? 'resolved' : 'firing');
}

/** The alert's name. Those about a rule that could not be evaluated are all called DatasourceError or DatasourceNoData: the label rulename says which. */
function withRule({ alertname = '', rulename = '' }: Readonly<Record<string, string>>): string {
  return alertname.startsWith('Datasource') && rulename !== '' ? `${alertname}: ${rulename}` : alertname;
}

/**
 * Grafana's Test button (notify/receivers.go): the alert TestAlert of the instance Grafana. Labels can be replaced there, but the group key is unlike
 * any real one: `<receiver>-<fingerprint>-<seconds>` or, before 12, the label set followed by a date.
 */
function isTest({ alerts, groupKey }: UnifiedBody): boolean {
  if (/-[0-9a-f]{1,16}-\d{9,11}$/.test(groupKey) || /^\{[^{}]*\}\d{4}-\d{2}-\d{2} \d{2}:/.test(groupKey)) return true;
  return alerts.length > 0 && alerts.every(({ labels }) => labels.alertname === 'TestAlert' && labels.instance === 'Grafana');
}
