import type { EscalationPolicy } from '../escalation/policy';
import { startEpisode } from '../escalation/paging';
import type { PagingFacts } from '../escalation/targets';
import type { Service } from '../service/service';
import type { Instant } from '../time/instant';
import type { Incident, IncidentId, IncidentType, Link } from './incident';
import { type Severity, type SeverityPolicy, urgencyOf } from './severity';
import { andThen, type Turn, turnOf } from './turn';

export type Opening = {
  id: IncidentId; title: string; description: string; severity: Severity; type: IncidentType; links: readonly Link[];
  startedAt: Instant | null; detectedAt: Instant; linkedTo: IncidentId | null; declaredBy: { userId: string; name: string } | null;
};
export type OpeningFacts = PagingFacts & { severities: SeverityPolicy; service: Service; policy: EscalationPolicy };

/** A new incident, triggered at `now`, with its first episode paged: episode 1, first step. */
export function open(opening: Opening, facts: OpeningFacts, now: Instant): Turn {
  const { service, policy, severities } = facts;
  const { id, title, description, severity, type, links, startedAt, detectedAt, linkedTo, declaredBy } = opening;
  const incident: Incident = {
    id, title, description, severity, type, urgency: urgencyOf(severity, severities), status: 'triggered',
    serviceId: service.id, serviceName: service.name, alertServices: [], alertNames: [],
    clocks: {
      startedAt: Math.min(startedAt ?? detectedAt, now), detectedAt, triggeredAt: now, notifiedAt: null, acknowledgedAt: null,
      rootCauseIdentifiedAt: null, fixDeployedAt: null, mitigatedAt: null, resolvedAt: null,
    },
    declaredBy, responders: [], roles: [], updateCount: 0, publicNotice: false, wakeAt: null,
    alertCounts: { firing: 0, total: 0, events: 0 }, links: [...links], runbookId: service.runbookId, linkedTo, reopenedCount: 0,
    // Episode 0 never pages: the first episode starts below and is number 1.
    escalation: { policy, episode: 0, round: 0, step: 0, state: 'paging', nextAt: now, reason: null },
  };
  const turn = andThen(turnOf(incident), incident, [{ type: 'triggered', title, severity, linkedTo }]);
  return startEpisode(turn, facts, now);
}
