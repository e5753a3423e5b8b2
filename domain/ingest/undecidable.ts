import type { EscalationPolicy } from '../escalation/policy';
import type { PagingFacts } from '../escalation/targets';
import type { IncidentId } from '../incident/incident';
import { open } from '../incident/open';
import type { SeverityPolicy } from '../incident/severity';
import type { Turn } from '../incident/turn';
import type { Integration, Service } from '../service/service';
import type { Instant } from '../time/instant';
import { clipped } from './text';

/** What is known of an event that can't be decided, without reading it: a document that is broken is one of the reasons. */
export type Undecidable = { eventId: string; integrationId: string; serviceId: string; headline: string; receivedAt: Instant };
type Facts = PagingFacts & {
  severities: SeverityPolicy; integrations: Readonly<Record<string, Integration>>; services: Readonly<Record<string, Service>>; policies: Readonly<Record<string, EscalationPolicy>>;
};

/** A policy whose only step reaches nobody, so that its page goes to the last resort: the admins. */
const lastResortOnly: EscalationPolicy = { id: 'last-resort', name: 'Last resort', rounds: 1, steps: [{ targets: [{ kind: 'person', userId: 'nobody' }], delaySeconds: 60 }] };

/**
 * The incident of an event that was accepted and that nothing could decide, by a fault of ours or a configuration that lacks what it names: it pages as what
 * names no severity does, by the policy of its service, or the admins where there is none. What was answered with 2xx is never only a line in a log.
 */
export function openUndecidable(id: IncidentId, { eventId, integrationId, serviceId, headline, receivedAt }: Undecidable, facts: Facts, now: Instant): Turn {
  const integration = facts.integrations[integrationId];
  const known = facts.services[integration?.serviceId ?? serviceId] ?? facts.services[serviceId];
  const service: Service = known ?? {
    id: serviceId, name: 'Unknown service', description: '', policyId: lastResortOnly.id, runbookId: null, statusComponentId: null, grouping: { by: 'source' },
  };
  const from = integration?.name ?? 'an integration that is gone';
  return open({
    id, title: clipped(`Rouse can't decide an event of ${from}: ${headline}`, 300), severity: facts.severities.unnamed, type: 'other', links: [],
    description: `It was accepted, and failed every time it was tried. Look at what ${from} reports, and at the event ${clipped(eventId, 100)} in the logs of Rouse. While this is open, others like it do not page.`,
    startedAt: null, detectedAt: receivedAt, linkedTo: null, declaredBy: null,
  }, { ...facts, service, policy: facts.policies[service.policyId] ?? lastResortOnly }, now);
}
