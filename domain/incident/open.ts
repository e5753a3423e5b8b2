import type { EscalationPolicy } from '../escalation/policy';
import { hold, startEpisode } from '../escalation/paging';
import type { PagingFacts } from '../escalation/targets';
import type { Service } from '../service/service';
import { inSupportHours } from '../service/supportHours';
import type { Instant } from '../time/instant';
import type { Incident, IncidentId, IncidentType, Link, RoutedBy } from './incident';
import { type Severity, type SeverityPolicy, type Urgency, urgencyOf } from './severity';
import type { Change } from './timeline';
import { andThen, type Turn, turnOf } from './turn';

export type Opening = {
  id: IncidentId; title: string; description: string; severity: Severity; type: IncidentType; links: readonly Link[];
  startedAt: Instant | null; detectedAt: Instant; linkedTo: IncidentId | null; declaredBy: { userId: string; name: string } | null;
  routing?: Routing;
  /** It is a drill: which, and what it plays. */
  drill?: { id: string; scenario: string };
};
/** What classifying said about an alert beyond its severity. Null: as the service and the severity policy say. `holdUntil`: no page before. */
export type Routing = {
  type: IncidentType | null; urgency: Urgency | null; tags: readonly string[]; runbookId: string | null; routedBy: RoutedBy | null; holdUntil: Instant | null;
};
export const noRouting: Routing = { type: null, urgency: null, tags: [], runbookId: null, routedBy: null, holdUntil: null };
export type OpeningFacts = PagingFacts & { severities: SeverityPolicy; service: Service; policy: EscalationPolicy };

/** A new incident, triggered at `now`, with its first episode paged: episode 1, first step. */
export function open(opening: Opening, facts: OpeningFacts, now: Instant): Turn {
  const { service, policy, severities } = facts;
  const { id, title, description, severity, links, startedAt, detectedAt, linkedTo, declaredBy, routing = noRouting, drill } = opening;
  const { urgency, tags, routedBy, holdUntil } = routing;
  const incident: Incident = {
    id, title, isRenamed: false, description, severity, type: routing.type ?? opening.type, urgency: urgency ?? urgencyOf(severity, severities, inSupportHours(service, facts, now)), status: 'triggered',
    serviceId: service.id, serviceName: service.name, alertServices: [], alertNames: [],
    clocks: {
      startedAt: Math.min(startedAt ?? detectedAt, now), detectedAt, triggeredAt: now, notifiedAt: null, acknowledgedAt: null,
      rootCauseIdentifiedAt: null, fixDeployedAt: null, mitigatedAt: null, resolvedAt: null,
    },
    declaredBy, responders: [], requests: [], roles: [], impact: null, tasks: [], decided: [], warRoom: null, ticks: [], exitChecks: [], verdict: null, repeatOf: null, drillId: drill?.id ?? null,
    cadenceMinutes: severities[severity].updateEveryMinutes, lastUpdateAt: null, finalUpdateAt: null, updateRemindedAt: null, commanderAskedAt: null, updateCount: 0, publicNotice: false, wakeAt: null,
    alertCounts: { firing: 0, total: 0, events: 0 }, links: [...links], runbookId: routing.runbookId ?? service.runbookId,
    linkedTo, mergedInto: null, tags: [...tags].slice(0, 20), routedBy, flapping: null, reopenedCount: 0,
    // Episode 0 never pages: the first episode starts below and is number 1.
    escalation: { policy, episode: 0, round: 0, step: 0, state: 'paging', nextAt: now, reason: null },
  };
  const routed: Change[] = routedBy === null ? [] : [{ type: 'routed', by: routedBy.by, name: routedBy.name, why: routedBy.why }];
  const playing: Change[] = drill === undefined ? [] : [{ type: 'drill', scenario: drill.scenario }];
  const turn = andThen(turnOf(incident), incident, [{ type: 'triggered', title, severity, linkedTo }, ...playing, ...routed]);
  return holdUntil === null || holdUntil <= now ? startEpisode(turn, facts, now) : hold(turn, holdUntil, now);
}
