import type { Instant } from '../time/instant';
import { withSeverity, worseOf } from './adjust';
import type { Decision, Who } from './decision';
import { ended } from './finish';
import type { Incident } from './incident';
import type { JoiningFacts } from './join';
import { andThen, type Turn, turnOf, withResponder } from './turn';

export type Merging = { kind: 'done'; from: Turn; into: Turn } | Exclude<Decision, { kind: 'done' }>;

/**
 * One incident goes on in another: its alerts are the other's from now on, and it is resolved itself, so its pages end. Nobody is paged for the merge,
 * unless it makes the other one louder than it was: whoever merges is at work.
 */
export function merge(from: Incident, into: Incident, who: Who, facts: JoiningFacts, now: Instant): Merging {
  if (from.id === into.id) return { kind: 'refused', code: 'not-mergeable' };
  if (from.status === 'resolved') return { kind: 'unchanged', code: 'already-resolved' };
  if (into.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const gone = ended(turnOf({ ...from, mergedInto: into.id }), { ...who, at: now }, 'person', now);
  const union = <T>(a: readonly T[], b: readonly T[], max: number) => [...a, ...b.filter((item) => !a.includes(item))].slice(0, max);
  const responders = from.responders.filter(({ state }) => state === 'acknowledged').reduce(withResponder, into.responders);
  const { firing, total, events } = from.alertCounts;
  const joined: Incident = {
    ...into, responders, tags: union(into.tags, from.tags, 20), alertNames: union(into.alertNames, from.alertNames, 50),
    alertServices: union(into.alertServices, from.alertServices, 50),
    links: [...into.links, ...from.links.filter(({ href }) => !into.links.some((link) => link.href === href))].slice(0, 20),
    alertCounts: { firing: into.alertCounts.firing + firing, total: into.alertCounts.total + total, events: into.alertCounts.events + events },
    clocks: { ...into.clocks, startedAt: Math.min(into.clocks.startedAt, from.clocks.startedAt), detectedAt: Math.min(into.clocks.detectedAt, from.clocks.detectedAt) },
  };
  const merged = andThen(turnOf(into), joined, [{ type: 'merged', from: from.id, title: from.title, alerts: total }]);
  const worst = worseOf(from.severity, into.severity);
  return {
    kind: 'done',
    from: { ...gone, changes: [{ type: 'mergedInto', into: into.id, title: into.title }, ...gone.changes] },
    into: worst === into.severity ? merged : withSeverity(merged, worst, facts, now),
  };
}
