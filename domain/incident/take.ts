import { pageFrom, pageLastResort, resumeEpisode, startEpisode } from '../escalation/paging';
import type { PagingFacts } from '../escalation/targets';
import { type Instant, MINUTE } from '../time/instant';
import type { Decision, Who } from './decision';
import { type Holder, type Incident, sharedFields } from './incident';
import type { SeverityPolicy } from './severity';
import { andThen, pause, turnOf, withResponder } from './turn';

/** When an acknowledge taken or renewed at `now` runs out without a sign of work; null: never, by this severity. */
export function leaseFrom(incident: Incident, severities: SeverityPolicy, now: Instant): Instant | null {
  const minutes = severities[incident.severity].leaseMinutes;
  return minutes === null ? null : now + minutes * MINUTE;
}

/**
 * One person takes an incident that nobody has: its pages stop. Whoever comes second is told who has it. What only its source acknowledged, no person
 * has yet.
 */
export function acknowledge(incident: Incident, who: Who, severities: SeverityPolicy, now: Instant): Decision {
  const take = (): Decision =>
    ({ kind: 'done', turn: andThen(turnOf(incident), taken(incident, { ...who, at: now }, severities, now), [{ type: 'acknowledged' }]) });
  switch (incident.status) {
    case 'triggered': return take();
    case 'acknowledged':
      // "Still on it?" is answered by this.
      if (incident.owner.userId === who.userId && incident.nudgedAt !== null) {
        return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, leaseUntil: leaseFrom(incident, severities, now), nudgedAt: null }, [{ type: 'acknowledged' }]) };
      }
      return incident.owner.userId === null ? take() : { kind: 'unchanged', code: incident.owner.userId === who.userId ? 'already-yours' : 'already-acknowledged' };
    case 'monitoring': return { kind: 'unchanged', code: 'already-monitoring' };
    case 'resolved': return { kind: 'unchanged', code: 'already-resolved' };
    default: return incident satisfies never;
  }
}

/** The incident in this holder's hands; a person becomes a responder, and the first acknowledge stops the MTTA clock. */
export function taken(incident: Incident, owner: Holder, severities: SeverityPolicy, now: Instant): Incident {
  const shared = sharedFields(incident);
  const byPerson = owner.userId !== null;
  return {
    ...shared, requests: shared.requests.map((each) => (each.userId === owner.userId && each.state === 'asked' ? { ...each, state: 'accepted', answeredAt: now } : each)),
    status: 'acknowledged', owner, leaseUntil: leaseFrom(incident, severities, now), toldAt: null, nudgedAt: null,
    snoozedUntil: null, escalation: pause(incident.escalation, now),
    clocks: { ...shared.clocks, acknowledgedAt: shared.clocks.acknowledgedAt ?? (byPerson ? now : null) },
    responders: owner.userId === null ? shared.responders
      : withResponder(shared.responders, { userId: owner.userId, name: owner.name, state: 'acknowledged', at: now }),
  };
}

/** Takes an acknowledge back: triggered again, and paging goes on at the step where it stood. */
export function release(incident: Incident, facts: PagingFacts, now: Instant): Decision {
  switch (incident.status) {
    case 'acknowledged':
      return { kind: 'done', turn: resumeEpisode(andThen(turnOf(incident), incident, [{ type: 'released' }]), incident.escalation, facts, now) };
    case 'triggered': return { kind: 'unchanged', code: 'already-triggered' };
    case 'monitoring': case 'resolved': return { kind: 'refused', code: 'not-acknowledged' };
    default: return incident satisfies never;
  }
}

/**
 * Wakes the next step now. Of a triggered incident in the same episode, whoever `advance` would page next; one that somebody had taken
 * triggers again (the one who has it asks for somebody else), from the first step where paging had come to the last resort. A person
 * who asks for help is heard at any urgency: low becomes high.
 */
export function escalate(incident: Incident, facts: PagingFacts, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const { round, step, reason } = incident.escalation;
  const standing = incident.escalation.state === 'paused' ? incident.escalation.was : incident.escalation.state;
  const isLastResort = standing === 'lastResort';
  const place = isLastResort || standing === 'held' ? { round: 0, step: 0 } : { round, step: step + 1 };
  // A quiet page may wait for the morning: that is no chain which rings.
  const responders = incident.urgency === 'high' ? incident.responders : incident.responders.map(({ userId, name, state, at }) => ({ userId, name, state, at }));
  const turn = andThen(turnOf(incident), { ...incident, urgency: 'high', responders }, [{ type: 'escalated', step: place.step }]);
  if (incident.status !== 'triggered' || standing === 'held') return { kind: 'done', turn: startEpisode(turn, facts, now, place) };
  return { kind: 'done', turn: isLastResort ? pageLastResort(turn, reason ?? 'nobody', round + 1, facts, now) : pageFrom(turn, place, facts, now) };
}
