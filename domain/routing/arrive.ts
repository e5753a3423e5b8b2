import type { EscalationPolicy } from '../escalation/policy';
import type { Arrival } from '../incident/join';
import { noRouting } from '../incident/open';
import { severityOfWord, type SeverityPolicy } from '../incident/severity';
import type { ParsedAlert } from '../ingest/parsed';
import { maintenanceFor } from '../maintenance/applies';
import type { MaintenanceWindow } from '../maintenance/maintenanceWindow';
import type { Integration, Service } from '../service/service';
import { type Instant, MINUTE, SECOND } from '../time/instant';
import { classify, type Classified, type RuleCounts } from './classify';
import { groupKeyOf, type Subject } from './fields';
import { type RoutingRule, type RoutingRules, rulesIdOf } from './rule';

/** What an integration's alerts are decided by: its service, and the rules that are asked, in their order. */
export type Ground = { integration: Integration; service: Service; rules: readonly RoutingRule[] };

/** The configuration that classifies, each by its id. */
export type Classifying = {
  services: Readonly<Record<string, Service>>; policies: Readonly<Record<string, EscalationPolicy>>;
  windows: Readonly<Record<string, MaintenanceWindow>>; severities: SeverityPolicy;
};

/** Makes an id of parts, the same for the same parts; a hash where ids are stored. */
export type IdOf = (...parts: (string | number)[]) => string;

/** The rules of an integration, then those of its service; undefined where the integration, its service or its policy does not exist. */
export function groundIn(
  integrationId: string,
  { integrations, services, policies, rules }: Classifying & { integrations: Readonly<Record<string, Integration>>; rules: Readonly<Record<string, RoutingRules>> },
): Ground | undefined {
  const integration = integrations[integrationId];
  const service = integration === undefined ? undefined : services[integration.serviceId];
  if (integration === undefined || service === undefined || policies[service.policyId] === undefined) return undefined;
  const own = rules[rulesIdOf({ kind: 'integration', id: integration.id })]?.rules ?? [];
  return { integration, service, rules: [...own, ...(rules[rulesIdOf({ kind: 'service', id: service.id })]?.rules ?? [])] };
}

/** An alert as it arrives: classified, and with the ids of the keys that it may be open under. Answers the rule counts after it. */
export function arrive(
  alert: ParsedAlert, { integration, service: own, rules }: Ground, configured: Classifying, counts: RuleCounts, receivedAt: Instant, idOf: IdOf,
): { arrival: Arrival; counts: RuleCounts } {
  const subject: Subject = { alert, severity: severityOfWord(alert.severityWord, configured.severities), source: integration.source, integrationName: integration.name };
  const { classified, counts: counted } = classify(subject, rules, counts, receivedAt);
  const { service, policy } = placeOf(classified.serviceId, own, configured);
  const maintenance = alert.status === 'firing' ? maintenanceFor(subject, service.id, Object.values(configured.windows), receivedAt) : null;
  const collects = maintenance?.window.mode === 'collect' ? maintenance : null;
  const holds = [
    ...(classified.holdOffSeconds === null ? [] : [receivedAt + classified.holdOffSeconds * SECOND]), ...(collects === null ? [] : [collects.endsAt]),
  ];
  const grouped = groupOf(subject, classified, service, idOf);
  const isRenamed = classified.dedupKey !== alert.dedupKey;
  const arrival: Arrival = {
    parsed: { ...alert, dedupKey: classified.dedupKey }, severity: classified.severity, receivedAt, integration, service, policy,
    alertId: idOf('alert', integration.id, classified.dedupKey),
    dedupOpenId: idOf('open', 'dedup', integration.id, classified.dedupKey),
    alias: isRenamed ? { openId: idOf('open', 'dedup', integration.id, alert.dedupKey), alertId: idOf('alert', integration.id, alert.dedupKey) } : null,
    groupOpenId: collects === null ? grouped.openId : idOf('open', 'maintenance', service.id, collects.window.id, collects.startsAt),
    groupWithin: collects === null ? grouped.within : null,
    routing: {
      ...noRouting, type: classified.incidentType, urgency: classified.urgency, tags: classified.tags, runbookId: classified.runbookId,
      routedBy: routedBy(classified, collects), holdUntil: holds.length === 0 ? null : Math.max(...holds),
    },
    suppressedBy: classified.suppressed ? (classified.rule?.name ?? null) : maintenance?.window.mode === 'suppress' ? maintenance.window.name : null,
  };
  return { arrival, counts: counted };
}

const routedBy = ({ rule }: Classified, collects: { window: { id: string; name: string } } | null) => {
  if (collects !== null) return { by: 'maintenance', id: collects.window.id, name: collects.window.name, why: '' } as const;
  return rule === null ? null : { by: 'rule', id: rule.id, name: rule.name, why: rule.why } as const;
};

/** The service that a rule names, while it and its policy exist; else the integration's own. */
function placeOf(serviceId: string | null, own: Service, { services, policies }: Classifying): { service: Service; policy: EscalationPolicy } {
  const named = serviceId === null ? undefined : services[serviceId];
  const namedPolicy = named === undefined ? undefined : policies[named.policyId];
  if (named !== undefined && namedPolicy !== undefined) return { service: named, policy: namedPolicy };
  const policy = policies[own.policyId];
  if (policy === undefined) throw new Error(`service ${own.id} names a policy that does not exist`);
  return { service: own, policy };
}

/** The group that an alert belongs to: a rule's, else its source's, else what its service groups by; a service may group over its sources. */
function groupOf(subject: Subject, { groupKey }: Classified, { id, grouping }: Service, idOf: IdOf): { openId: string | null; within: number | null } {
  const own = subject.alert.groupKey;
  const group = (key: string) => ({ openId: idOf('open', 'group', id, key), within: null });
  if (groupKey !== null) return group(groupKey);
  if (grouping.by === 'source' || (own !== null && !grouping.overSource)) return own === null ? { openId: null, within: null } : group(own);
  switch (grouping.by) {
    case 'fields': return group(groupKeyOf(grouping.fields, subject));
    case 'service': return { openId: idOf('open', 'service', id), within: grouping.windowMinutes * MINUTE };
    default: return grouping satisfies never;
  }
}

/** The open id of a source's own group, while it is what decides for this service; null where something else groups. */
export function openIdOfSourceGroup(groupKey: string, { grouping, id }: Service, idOf: IdOf): string | null {
  return grouping.by === 'source' || !grouping.overSource ? idOf('open', 'group', id, groupKey) : null;
}
