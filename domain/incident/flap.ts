import { MINUTE, type Instant } from '../time/instant';
import type { Alert } from './alert';
import { ended, ownerOf, watched } from './finish';
import type { Flapping, Incident } from './incident';
import type { SeverityPolicy } from './severity';
import { andThen, type Turn } from './turn';
import { workedOn } from './worked';

/** An alert that began to fire this often within `flapWithin` flaps. */
export const flapsFrom = 3;
export const flapWithin = 15 * MINUTE;
/** A flapping incident is over when nothing has fired for so long. */
export const flapQuiet = 10 * MINUTE;

/** The last moments (at most 5) at which an alert began to fire, `now` the newest. */
export function firedAgain(known: Alert | undefined, now: Instant): Instant[] {
  return [...(known?.firedAt ?? []), now].slice(-5);
}

/** Whether an alert that began to fire at these moments flaps, and since when. */
export function flappingOf(firedAt: readonly Instant[], now: Instant): Flapping | null {
  const recent = firedAt.filter((at) => now - at <= flapWithin);
  const [sinceAt] = recent;
  return sinceAt === undefined || recent.length < flapsFrom ? null : { sinceAt, count: recent.length, quietUntil: null };
}

/** The incident with one more firing of a flapping alert: said once, then counted. */
export function flapped(turn: Turn, flapping: Flapping | null): Turn {
  const { incident } = turn;
  if (incident.flapping === null) {
    return flapping === null ? turn : andThen(turn, { ...incident, flapping }, [{ type: 'flapping', count: flapping.count }]);
  }
  const count = flapping === null ? incident.flapping.count : incident.flapping.count + 1;
  return andThen(turn, { ...incident, flapping: { ...incident.flapping, count, quietUntil: null } });
}

/**
 * Nothing fires any more in a flapping incident: it waits, for closing it would page again at the next flap. Its escalation goes on: somebody has to
 * look at what flaps.
 */
export function waitForQuiet(turn: Turn, now: Instant): Turn {
  const { incident } = turn;
  return incident.flapping === null ? turn : andThen(turn, { ...incident, flapping: { ...incident.flapping, quietUntil: now + flapQuiet } });
}

/** Whether a flapping incident has been quiet for long enough. */
export function isQuiet(incident: Incident, now: Instant): boolean {
  const open = incident.status === 'triggered' || incident.status === 'acknowledged';
  const quietUntil = incident.flapping?.quietUntil ?? null;
  return open && incident.alertCounts.firing === 0 && quietUntil !== null && quietUntil <= now;
}

/** Quiet for long enough: over, as a source's last resolve would have ended it. */
export function quieted(turn: Turn, severities: SeverityPolicy, now: Instant): Turn {
  const calm = andThen(turn, { ...turn.incident, flapping: null }, [{ type: 'flappingOver' }]);
  return workedOn(calm.incident) ? watched(calm, ownerOf(calm.incident), severities, now) : ended(calm, null, 'source', now);
}
