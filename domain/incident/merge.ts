import { endHold, isHeld, startEpisode } from '../escalation/paging';
import type { Instant } from '../time/instant';
import { withSeverity, worseOf } from './adjust';
import type { Alert } from './alert';
import type { Decision, Who } from './decision';
import { ended } from './finish';
import { flapQuiet } from './flap';
import type { Flapping, Incident } from './incident';
import type { JoiningFacts } from './join';
import { andThen, type Turn, turnOf, withResponder } from './turn';

export type Merging = { kind: 'done'; from: Turn; into: Turn } | Exclude<Decision, { kind: 'done' }>;
/** An alert that both incidents have had, as each knows it: it ended in one, and fired again in the other. */
export type Shared = { from: Alert; into: Alert };

/**
 * One incident goes on in another: its alerts are the other's from now on, and it is resolved itself, so its pages end. Nobody is paged for the merge,
 * unless it makes the other one louder than it was: whoever merges is at work. Alerts of both (`shared`) are counted once.
 */
export function merge(from: Incident, into: Incident, who: Who, facts: JoiningFacts, now: Instant, shared: readonly Shared[] = []): Merging {
  if (from.id === into.id) return { kind: 'refused', code: 'not-mergeable' };
  // What is real would be counted nowhere in a drill, and a drill would count in what is real.
  if (from.drillId !== null || into.drillId !== null) return { kind: 'refused', code: 'not-mergeable' };
  if (from.status === 'resolved') return { kind: 'unchanged', code: 'already-resolved' };
  if (into.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  // What fires goes on firing over there: left here, it would fire for ever after a reopening.
  const emptied: Incident = { ...from, mergedInto: into.id, alertCounts: { ...from.alertCounts, firing: 0 } };
  const gone = ended(turnOf(emptied), { ...who, at: now }, 'person', now);
  const union = <T>(a: readonly T[], b: readonly T[], max: number) => [...a, ...b.filter((item) => !a.includes(item))].slice(0, max);
  // Who is paged for the other one has not taken that by having taken this.
  const brought = from.responders.filter(({ userId, state }) => state === 'acknowledged' && !into.responders.some((own) => own.userId === userId));
  const responders = brought.reduce(withResponder, into.responders);
  const { total, events } = from.alertCounts;
  const firing = into.alertCounts.firing + from.alertCounts.firing - shared.filter((both) => isFiring(both.from) && isFiring(both.into)).length;
  const joined: Incident = {
    ...into, responders, tags: union(into.tags, from.tags, 20), alertNames: union(into.alertNames, from.alertNames, 50),
    alertServices: union(into.alertServices, from.alertServices, 50),
    links: [...into.links, ...from.links.filter(({ href }) => !into.links.some((link) => link.href === href))].slice(0, 20),
    alertCounts: { firing, total: into.alertCounts.total + total - shared.length, events: into.alertCounts.events + events },
    clocks: { ...into.clocks, startedAt: Math.min(into.clocks.startedAt, from.clocks.startedAt), detectedAt: Math.min(into.clocks.detectedAt, from.clocks.detectedAt) },
    flapping: flappingOfBoth(from, into, firing, now),
  };
  const merged = andThen(turnOf(into), joined, [{ type: 'merged', from: from.id, title: from.title, alerts: total }]);
  const worst = worseOf(from.severity, into.severity);
  const raised = worst === into.severity ? merged : withSeverity(merged, worst, facts, now);
  return {
    kind: 'done',
    from: { ...gone, changes: [{ type: 'mergedInto', into: into.id, title: into.title }, ...gone.changes] },
    into: asLoudAs(from, raised, facts, now),
  };
}

/** The other incident no quieter than what is merged into it: at its urgency, and waiting no longer than it would have. */
function asLoudAs(from: Incident, turn: Turn, facts: JoiningFacts, now: Instant): Turn {
  const isLouder = from.urgency === 'high' && turn.incident.urgency === 'low';
  const next = isLouder ? andThen(turn, { ...turn.incident, urgency: 'high' }) : turn;
  const { incident } = next;
  if (incident.status !== 'triggered') return next;
  if (!isHeld(incident)) return isLouder ? startEpisode(next, facts, now) : next;
  // Somebody was being paged for it, or would have been sooner.
  if (from.status !== 'triggered') return next;
  if (!isHeld(from)) return endHold(next, 'joined', facts, now);
  const nextAt = Math.min(incident.escalation.nextAt ?? Infinity, from.escalation.nextAt ?? Infinity);
  return andThen(next, { ...incident, escalation: { ...incident.escalation, nextAt } });
}

/** What flaps in one of them flaps in the other from now on: its next end must not close that. Where a fix is watched, the watch decides. */
function flappingOfBoth(from: Incident, into: Incident, firing: number, now: Instant): Flapping | null {
  if (into.status === 'monitoring') return into.flapping;
  const [first, ...others] = [into.flapping, from.status === 'monitoring' ? null : from.flapping].filter((flapping) => flapping !== null);
  if (first === undefined) return null;
  const all = [first, ...others];
  return {
    sinceAt: Math.min(...all.map(({ sinceAt }) => sinceAt)), count: all.reduce((sum, { count }) => sum + count, 0),
    quietUntil: firing > 0 ? null : Math.max(...all.map(({ quietUntil }) => quietUntil ?? now + flapQuiet)),
  };
}

/** The alert documents of the other incident after the merge that are new or changed there: each alert once. */
export function mergedAlerts(from: readonly Alert[], into: readonly Alert[]): Alert[] {
  return from.map((alert) => {
    const own = into.find(({ id }) => id === alert.id);
    return own === undefined ? alert : oneAlert(alert, own);
  });
}

/** Of two documents of one alert the one that was seen last, firing where either does, with the counts of both. */
function oneAlert(a: Alert, b: Alert): Alert {
  const latest = a.lastSeenAt > b.lastSeenAt ? a : b;
  const status = isFiring(latest) ? latest.status : isFiring(a) ? a.status : b.status;
  return {
    ...latest, status, firstSeenAt: Math.min(a.firstSeenAt, b.firstSeenAt), count: a.count + b.count,
    firedAt: [...new Set([...a.firedAt, ...b.firedAt])].sort((x, y) => x - y).slice(-5),
  };
}

const isFiring = ({ status }: Alert) => status !== 'resolved';
