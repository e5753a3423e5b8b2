import { isHeld, startEpisode } from '../escalation/paging';
import type { PagingFacts } from '../escalation/targets';
import type { Instant } from '../time/instant';
import { inSupportHours } from '../service/supportHours';
import type { Decision } from './decision';
import type { Incident } from './incident';
import { isWorse, type Severity, type SeverityPolicy, type Urgency, urgencyOf } from './severity';
import { renewed } from './snooze';
import type { Change } from './timeline';
import { andThen, type Turn, turnOf } from './turn';

/** Sets the severity by hand, and with it how loud the incident is from now on. */
export function setSeverity(incident: Incident, severity: Severity, facts: PagingFacts & { severities: SeverityPolicy }, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  if (incident.severity === severity) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: withSeverity(turnOf(incident), severity, facts, now) };
}

/**
 * The incident at another severity. A triggered one that becomes loud pages at once in a new episode, for its first pages may be waiting
 * for the morning; one that becomes quiet stops escalating, unless it has reached nobody yet: such an incident must not rest. One that is held goes
 * on waiting, and is as loud as it is then. `urgency`: where something else decides about it, such as a rule.
 */
export function withSeverity(
  turn: Turn, severity: Severity, facts: PagingFacts & { severities: SeverityPolicy }, now: Instant,
  urgency: Urgency = urgencyOf(severity, facts.severities, inSupportHours(facts.services?.[turn.incident.serviceId], facts, now)),
): Turn {
  const { incident } = turn;
  const renewedTurn = renewed(andThen(turn, { ...incident, severity, urgency, cadenceMinutes: facts.severities[severity].updateEveryMinutes }), facts.severities, now);
  const next = andThen(renewedTurn, renewedTurn.incident, severity === incident.severity ? [] : [{ type: 'severitySet', from: incident.severity, to: severity }]);
  if (next.incident.status !== 'triggered' || urgency === incident.urgency || isHeld(next.incident)) return next;
  if (urgency === 'high') return startEpisode(next, facts, now);
  if (next.incident.responders.every(({ state }) => state === 'acknowledged')) return next;
  return andThen(next, { ...next.incident, escalation: { ...next.incident.escalation, nextAt: null } });
}

/**
 * A note: a sign of work, so it renews the acknowledge. `happenedAt` (ms since epoch): it tells of something past; `pictures`: ids of the incident's pictures that
 * belong to it.
 */
export function addNote(incident: Incident, note: { text: string; happenedAt?: Instant | undefined; pictures?: string[] | undefined }, severities: SeverityPolicy, now: Instant): Decision {
  const { text, happenedAt, pictures = [] } = note;
  if (happenedAt !== undefined && happenedAt > now) return { kind: 'refused', code: 'in-the-future' };
  const change: Change = { type: 'note', text, ...(happenedAt === undefined ? {} : { happenedAt }), ...(pictures.length === 0 ? {} : { pictures }) };
  return { kind: 'done', turn: renewed(andThen(turnOf(incident), incident, [change]), severities, now) };
}

/** The worse of two severities: what a source says can raise an incident, never lower what a person set. */
export function worseOf(a: Severity, b: Severity): Severity {
  return isWorse(a, b) ? a : b;
}
