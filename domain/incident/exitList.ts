import { type Instant, MINUTE } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident } from './incident';
import { isToldForGood } from './reminders';
import type { SeverityPolicy } from './severity';
import { andThen, turnOf } from './turn';

export type ExitItem = { item: string; state: 'open' | 'done' | 'skipped'; reason: string; by: string | null };

/** What must be true before an incident of this severity and type is left alone. */
export function exitListOf({ severity, type }: Pick<Incident, 'severity' | 'type'>, policy: SeverityPolicy): readonly string[] {
  const rule = policy[severity];
  return rule.exitLists?.[type] ?? rule.exitList;
}

/** The exit list as it stands: what somebody said, else what the incident itself shows by `now` (ms since epoch). */
export function exitItems(incident: Incident, policy: SeverityPolicy, now: Instant): ExitItem[] {
  return exitListOf(incident, policy).map((item) => {
    const said = incident.exitChecks.find((check) => check.item === item);
    if (said !== undefined) return { item, state: said.state, reason: said.reason, by: said.by };
    return { item, state: shownBy(item, incident, policy, now) ? 'done' : 'open', reason: '', by: null };
  });
}

/** The items that the incident itself can show to be done, by their words. */
export const itemsShown: readonly string[] = ['Fix is in', 'Watched', 'Service restored', 'Final update sent'];

/** Of those, what the clocks show already; an item in a team's own words is always a person's to tick. */
function shownBy(item: string, incident: Incident, policy: SeverityPolicy, now: Instant): boolean {
  const { fixDeployedAt, mitigatedAt, resolvedAt } = incident.clocks;
  // A milestone keeps its first time, also where it did not hold: an incident that is worked on again is not mended.
  const holds = incident.status === 'monitoring' || incident.status === 'resolved';
  const fixedAt = holds ? (fixDeployedAt ?? mitigatedAt) : null;
  const watchMilliseconds = policy[incident.severity].watchMinutes * MINUTE;
  // Of a second fix, watching began with the second: `watchUntil` knows, the milestone does not.
  const isWatched = incident.status === 'monitoring' ? incident.watchUntil <= now : fixedAt !== null && (resolvedAt ?? now) - fixedAt >= watchMilliseconds;
  switch (item) {
    case 'Fix is in': return fixedAt !== null;
    case 'Watched': return fixedAt !== null && isWatched && incident.alertCounts.firing === 0;
    case 'Service restored': return holds && mitigatedAt !== null;
    case 'Final update sent': return isToldForGood(incident);
    default: return false;
  }
}

/** Ticks an item, skips it with a reason, or takes either back. */
export function checkExit(incident: Incident, item: string, state: 'open' | 'done' | 'skipped', reason: string, who: Who, policy: SeverityPolicy, now: Instant): Decision {
  if (!exitListOf(incident, policy).includes(item)) return { kind: 'refused', code: 'no-such-item' };
  if (state === 'skipped' && reason === '') return { kind: 'refused', code: 'reason-needed' };
  const before = incident.exitChecks.find((check) => check.item === item);
  if (before === undefined ? state === 'open' : before.state === state && before.reason === reason) return { kind: 'unchanged', code: 'already-so' };
  const others = incident.exitChecks.filter((check) => check !== before);
  const exitChecks = state === 'open' ? others : [...others, { item, state, reason, by: who.name, at: now }].slice(-20);
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, exitChecks }, [{ type: 'exitChecked', item, state, reason }]) };
}
