import { startEpisode } from '../escalation/paging';
import type { PagingFacts } from '../escalation/targets';
import { type Instant, HOUR, MINUTE } from '../time/instant';
import type { Decision, Who } from './decision';
import { type Acknowledged, askedAgainAt, type Incident } from './incident';
import type { SeverityPolicy } from './severity';
import { leaseFrom, taken } from './take';
import { andThen, type Turn, turnOf } from './turn';

/** Whoever snoozes has the incident; nobody is paged before then, and then it pages again from the first step. */
export function snooze(incident: Incident, minutes: number, who: Who, severities: SeverityPolicy, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  if (incident.status === 'monitoring') return { kind: 'unchanged', code: 'already-monitoring' };
  const until = now + minutes * MINUTE;
  const isOwn = incident.status === 'acknowledged' && incident.owner.userId === who.userId;
  const held = isOwn ? turnOf(incident) : andThen(turnOf(incident), taken(incident, { ...who, at: now }, severities, now), [{ type: 'acknowledged' }]);
  if (held.incident.status !== 'acknowledged') return { kind: 'refused', code: 'incident-resolved' };
  return { kind: 'done', turn: andThen(held, { ...held.incident, snoozedUntil: until, nudgedAt: null }, [{ type: 'snoozed', until }]) };
}

/** Ends the snooze early; the acknowledge goes on with a new lease. */
export function endSnooze(incident: Incident, severities: SeverityPolicy, now: Instant): Decision {
  if (incident.status !== 'acknowledged' || incident.snoozedUntil === null) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, snoozedUntil: null, leaseUntil: leaseFrom(incident, severities, now) }, [{ type: 'snoozeEnded' }]) };
}

/** Any sign of work renews the acknowledge and takes the nudge back; a snooze stays as it is. */
export function renewed(turn: Turn, severities: SeverityPolicy, now: Instant): Turn {
  const { incident } = turn;
  if (incident.status !== 'acknowledged') return turn;
  return andThen(turn, { ...incident, leaseUntil: leaseFrom(incident, severities, now), nudgedAt: null });
}

/**
 * What an acknowledge comes to when nothing was heard of it: the end of a snooze pages again; the end of a lease asks the owner, and pages again when that is not
 * answered either. What only its source acknowledged has nobody to ask.
 */
export function askAgain(turn: Turn, incident: Acknowledged, facts: PagingFacts, now: Instant): Turn {
  const at = askedAgainAt(incident);
  if (at === null || at > now) return turn;
  const pageAgain = (reason: 'snoozeOver' | 'leaseRanOut') =>
    startEpisode(andThen(turn, incident, [{ type: 'retriggered', reason, title: incident.title }]), facts, now);
  if (incident.snoozedUntil !== null) return pageAgain('snoozeOver');
  const { userId, name } = incident.owner;
  const canAnswer = userId !== null && facts.people[userId]?.active === true;
  if (incident.nudgedAt !== null || !canAnswer) return pageAgain('leaseRanOut');
  return andThen(turn, { ...incident, nudgedAt: now }, [{ type: 'nudged', name }], [{
    kind: 'notice', what: 'nudge', to: { userId }, cause: `nudge.${incident.leaseUntil ?? now}`, why: '', dueAt: now, expiresAt: now + HOUR, loud: true,
  }]);
}
