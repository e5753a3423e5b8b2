import type { Incident } from '../incident/incident';
import { sharedFields } from '../incident/incident';
import type { SeverityPolicy } from '../incident/severity';
import { andThen, pause, type Turn, turnOf } from '../incident/turn';
import { type Instant, MINUTE } from '../time/instant';
import { endHold, hold, isDue, pageFrom, pageLastResort } from './paging';
import { isQuiet, quieted } from '../incident/flap';
import { remind } from '../incident/remind';
import { askAgain } from '../incident/snooze';
import type { PagingFacts } from './targets';

/**
 * Does exactly what is due for this incident at `now` (ms since epoch): the next step, the last resort, the end of a lease, of a snooze or of watching, and what those who work on it are reminded of. Nothing due: a
 * turn without changes, so a wake-up that comes early, late or twice has no effect of its own.
 */
export function advance(incident: Incident, facts: PagingFacts & { severities: SeverityPolicy }, now: Instant): Turn {
  return remind(whatIsDue(incident, facts, now), facts, now);
}

function whatIsDue(incident: Incident, facts: PagingFacts & { severities: SeverityPolicy }, now: Instant): Turn {
  const turn = turnOf(incident);
  if (isDue(incident, now)) {
    const { state, round, step, reason } = incident.escalation;
    const quietUntil = incident.alertCounts.firing === 0 ? (incident.flapping?.quietUntil ?? null) : null;
    // What flaps and is between two runs does not fire now: it waits on, and is over when that stays so.
    if (state === 'held') return quietUntil === null ? endHold(turn, 'stillFiring', facts, now) : hold(turn, quietUntil, now);
    if (state === 'lastResort') return pageLastResort(turn, reason ?? 'nobody', round + 1, facts, now);
    return pageFrom(turn, { round, step: step + 1 }, facts, now);
  }
  if (isQuiet(incident, now)) return quieted(turn, facts.severities, now);
  if (incident.status === 'acknowledged') return askAgain(turn, incident, facts, now);
  if (incident.status === 'monitoring' && incident.watchUntil <= now) return endWatch(turn, incident, facts.severities, now);
  return turn;
}

function endWatch(turn: Turn, incident: Extract<Incident, { status: 'monitoring' }>, severities: SeverityPolicy, now: Instant): Turn {
  if (incident.alertCounts.firing > 0) {
    const until = now + severities[incident.severity].watchMinutes * MINUTE;
    return andThen(turn, { ...incident, watchUntil: until }, [{ type: 'monitoring', until }]);
  }
  const shared = sharedFields(incident);
  return andThen(turn, {
    ...shared, status: 'resolved', owner: incident.owner, resolvedBy: null, escalation: pause(incident.escalation, now),
    clocks: { ...shared.clocks, resolvedAt: now },
  }, [{ type: 'resolved', by: 'watch', alertsFiring: 0 }]);
}
