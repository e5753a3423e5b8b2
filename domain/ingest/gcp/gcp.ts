import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Fields, filled, firstSaid, isObject, labelsOf, List, needed, Said, said } from '../said';
import { clipped, issuesOf, keyOf, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

const Typed = Fields.transform(({ type, labels }) => ({ type: said(type), labels: isObject(labels) ? labels : {} }));

/**
 * Cloud Monitoring's incident, schema versions 1.0 to 1.2 (cloud.google.com/monitoring/support/notification-options#schema-pubsub). `documentation`
 * was a text before it became an object.
 */
const Incident = z.object({
  incident_id: needed('is needed: the id of the incident'),
  // The test button writes it in capitals; `acknowledged` is Stackdriver's, from before it was Cloud Monitoring.
  state: Said.transform((text) => text.toLowerCase()).pipe(z.enum(['open', 'closed', 'acknowledged'], 'is needed: open or closed')),
  started_at: Said, ended_at: Said, url: Said, severity: Said, summary: Said, documentation: z.unknown().optional(),
  resource: Typed, resource_name: Said, resource_display_name: Said, resource_type_display_name: Said, metric: Typed, metadata: Fields,
  policy_name: Said, policy_user_labels: Fields, condition_name: Said, scoping_project_id: Said, observed_value: Said, threshold_value: Said,
}, 'is needed: the incident that Cloud Monitoring reports');
type Incident = z.infer<typeof Incident>;

const GcpBody = z.object({ version: Said, incident: Incident }, 'is needed: JSON with an incident, as a webhook of Cloud Monitoring sends it');

function parse(body: unknown): Parsed {
  const read = GcpBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { version, incident } = read.data;
  return parsedRequest([mapIncident(incident)], { test: version.toLowerCase() === 'test' });
}

const statuses = { open: 'firing', closed: 'resolved', acknowledged: 'acknowledged' } as const;

function mapIncident(incident: Incident): ParsedAlert {
  const { state, resource, metric, policy_user_labels: policyLabels, condition_name: condition, policy_name: policy } = incident;
  const documentation = documented(incident.documentation);
  const where = firstSaid(incident.resource_display_name, incident.resource_name);
  const userLabels = isObject(incident.metadata.user_labels) ? incident.metadata.user_labels : {};
  const systemLabels = isObject(incident.metadata.system_labels) ? incident.metadata.system_labels : {};
  const named = firstSaid(condition, policy);
  return {
    dedupKey: keyOf(incident.incident_id, 1000), groupKey: null, status: statuses[state],
    title: clipped(firstSaid(documentation.subject, named && where ? `${named}: ${where}` : named, incident.summary, where), 300) || 'Google Cloud incident without a name',
    description: clipped([incident.summary, documentation.content].filter(Boolean).join('\n\n'), 4000),
    severityWord: severityOf(incident.severity) ?? severityOf(said(policyLabels.severity)) ?? severityOf(said(userLabels.severity)) ?? severityOf(said(systemLabels.severity)),
    name: clipped(firstSaid(policy, condition), 300) || null,
    service: clipped(firstSaid(filled(policyLabels.service), where, ...Object.values(resource.labels).map(filled)), 300) || null,
    // Both are 0 in a test, which is no moment.
    startedAt: momentOf(incident.started_at), endedAt: state === 'closed' ? momentOf(incident.ended_at) : null,
    links: safeLinks([{ href: incident.url, text: 'Google Cloud' }, ...documentation.links]),
    labels: labelsOf({
      ...userLabels, ...resource.labels, ...metric.labels, ...policyLabels, resource_type: resource.type,
      // PromQL alerts have no metric of their own, and say so in this word.
      metric_type: metric.type === '__missing__' ? '' : metric.type, policy_name: policy, condition_name: condition, project: incident.scoping_project_id,
      observed_value: incident.observed_value, threshold_value: incident.threshold_value,
    }),
  };
}

/** `Critical`, `Error`, `Warning`; null for `No severity`. */
function severityOf(word: string): string | null {
  return word === '' || /^no severity$/i.test(word) ? null : clipped(word.toLowerCase(), 100);
}

type Documented = { subject: string; content: string; links: { href: string; text: string }[] };

function documented(documentation: unknown): Documented {
  if (!isObject(documentation)) return { subject: '', content: said(documentation), links: [] };
  const links = List.parse(documentation.links).filter(isObject).slice(0, 20)
    .map((link) => ({ href: said(link.url), text: firstSaid(said(link.displayName), said(link.display_name), 'Documentation') }));
  return { subject: said(documentation.subject), content: said(documentation.content), links };
}

export const gcp: Source = { name: 'gcp', label: 'Google Cloud Monitoring', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect };
