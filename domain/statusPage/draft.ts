import type { Incident, IncidentType } from '../incident/incident';
import type { Phase } from '../incident/phase';
import type { SeverityPolicy } from '../incident/severity';
import type { Instant } from '../time/instant';
import { draftOf } from '../update/templates';
import type { StatusComponent } from './component';
import { proposedState } from './componentState';
import type { IncidentNotice } from './notice';

/** Which components an incident touches: the one of its service, where that is on the page. */
export const touchedBy = (service: { statusComponentId: string | null } | undefined, components: readonly StatusComponent[]): StatusComponent[] =>
  components.filter(({ id }) => id === service?.statusComponentId);

/**
 * A notice with words that wait to be published, from what the public may know: the components by their public name, the type, the clocks, how many are affected. A service's own
 * name, and what it costs, stay inside. Nothing of it is public. `components`: what it touches, at least one; ignored where the notice says so already. Times are in UTC.
 */
export function drafted(
  before: IncidentNotice | undefined, incident: Incident, components: readonly [StatusComponent, ...StatusComponent[]], phase: Phase, { noticeId, by }: { noticeId: string; by: string | null },
  facts: { severities: SeverityPolicy }, now: Instant,
): IncidentNotice {
  const name = components.map((component) => component.name).join(' and ');
  // That it is about security is said by whoever answers for it.
  const type = incident.type === 'security' ? 'other' : incident.type;
  const text = draftOf({ ...incident, type, serviceName: name, impact: publicImpact(incident) }, phase, phase === 'resolved', facts, now, 'UTC').slice(0, 4000);
  const draft = { phase, text, by, at: now };
  if (before !== undefined) return { ...before, draft, severity: incident.severity };
  const state = proposedState(incident);
  return {
    id: noticeId, kind: 'incident', createdAt: now, incidentId: incident.id, severity: incident.severity, title: titles[incident.type](name).slice(0, 150),
    components: components.map(({ id }) => ({ componentId: id, state })), startedAt: Math.min(now, incident.clocks.startedAt), publishedAt: null, resolvedAt: null, updates: [], draft, summary: null,
  };
}

/** How many are affected may be told; what it costs is told by whoever answers for it. */
function publicImpact({ impact }: Incident): Incident['impact'] {
  if (impact === null) return null;
  const { affected } = impact.answers;
  return { ...impact, answers: affected === undefined ? {} : { affected }, note: '' };
}

const titles: Record<IncidentType, (name: string) => string> = {
  outage: (name) => `${name} is not working`, degradation: (name) => `${name} is slow or only partly working`, defect: (name) => `A part of ${name} does not work as it should`,
  security: (name) => `Problem with ${name}`, other: (name) => `Problem with ${name}`,
};
