import { startEpisode } from '../escalation/paging';
import type { PagingFacts } from '../escalation/targets';
import { type Instant, MINUTE } from '../time/instant';
import type { Decision, Who } from './decision';
import { type Holder, type Incident, type Milestone, sharedFields } from './incident';
import type { SeverityPolicy } from './severity';
import { taken } from './take';
import { andThen, pause, type Turn, turnOf } from './turn';

/** Whether ending this incident by hand deserves a warning: alerts still fire, so monitoring or a snooze fits better. */
export function warnsOnResolve(incident: Incident): boolean {
  return incident.status !== 'resolved' && incident.alertCounts.firing > 0;
}

/** Ends the incident by hand; alerts that still fire are said in the timeline. */
export function resolve(incident: Incident, who: Who, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'unchanged', code: 'already-resolved' };
  return { kind: 'done', turn: ended(turnOf(incident), { ...who, at: now }, 'person', now) };
}

/** The incident resolved by a person, or by its source (`resolvedBy` null). */
export function ended(turn: Turn, resolvedBy: Holder | null, by: 'person' | 'source', now: Instant): Turn {
  const { incident } = turn;
  const shared = sharedFields(incident);
  return andThen(turn, {
    ...shared, status: 'resolved', owner: ownerOf(incident), resolvedBy, escalation: pause(incident.escalation, now),
    clocks: { ...shared.clocks, resolvedAt: now },
  }, [{ type: 'resolved', by, alertsFiring: incident.alertCounts.firing }]);
}

/** Watches until the severity's watch time is over; then it ends by itself when nothing fires. */
export function watched(turn: Turn, owner: Holder | null, severities: SeverityPolicy, now: Instant): Turn {
  const { incident } = turn;
  const until = now + severities[incident.severity].watchMinutes * MINUTE;
  return andThen(turn, {
    ...sharedFields(incident), status: 'monitoring', owner, watchUntil: until, escalation: pause(incident.escalation, now),
  }, [{ type: 'monitoring', until }]);
}

/** Opens a resolved or watched incident again: a new episode pages from the first step. */
export function reopen(incident: Incident, facts: PagingFacts, now: Instant): Decision {
  if (incident.status === 'triggered' || incident.status === 'acknowledged') return { kind: 'refused', code: 'not-resolved' };
  // Its alerts are the other incident's: reopened, it would count as firing what it never hears the end of.
  if (incident.mergedInto !== null) return { kind: 'refused', code: 'not-resolved' };
  const opened: Incident = {
    ...incident, reopenedCount: incident.reopenedCount + 1, exitChecks: [], clocks: { ...incident.clocks, resolvedAt: null, mitigatedAt: null },
  };
  return { kind: 'done', turn: startEpisode(andThen(turnOf(opened), opened, [{ type: 'reopened' }]), facts, now) };
}

/**
 * One tap on what was reached. Whoever taps on a triggered incident has taken it, so its pages stop. A deployed fix or a restored service
 * starts `monitoring`, and does so again after the incident has triggered again. A milestone keeps its first time.
 */
export function setMilestone(incident: Incident, milestone: Milestone, who: Who, severities: SeverityPolicy, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const clock = milestoneClock[milestone];
  const watches = milestone !== 'rootCauseIdentified';
  if (incident.clocks[clock] !== null && (!watches || incident.status === 'monitoring')) return { kind: 'unchanged', code: 'already-so' };
  const holder = { ...who, at: now };
  const held = incident.status === 'triggered'
    ? andThen(turnOf(incident), taken(incident, holder, severities, now), [{ type: 'acknowledged' }])
    : turnOf(incident);
  const { clocks } = held.incident;
  const marked: Incident = {
    ...held.incident, clocks: { ...clocks, [clock]: clocks[clock] ?? now, acknowledgedAt: clocks.acknowledgedAt ?? now },
  };
  const turn = andThen(held, marked, [{ type: 'milestone', milestone }]);
  return { kind: 'done', turn: watches ? watched(turn, ownerOf(marked) ?? holder, severities, now) : turn };
}

const milestoneClock = {
  rootCauseIdentified: 'rootCauseIdentifiedAt', fixDeployed: 'fixDeployedAt', serviceRestored: 'mitigatedAt',
} as const satisfies Record<Milestone, keyof Incident['clocks']>;

/** Who has the incident; null while it is triggered, or when nobody ever took it. */
export function ownerOf(incident: Incident): Holder | null {
  return incident.status === 'triggered' ? null : incident.owner;
}
