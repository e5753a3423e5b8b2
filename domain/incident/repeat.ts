import type { Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident } from './incident';
import { andThen, turnOf } from './turn';

/** Says that an incident is the same again as an earlier one (null: that it is not). The earlier one has ended and was triggered before it, and neither is a drill; anything else is refused. */
export function setRepeat(incident: Incident, earlier: Incident | null, who: Who, now: Instant): Decision {
  if (earlier === null) {
    if (incident.repeatOf === null) return { kind: 'unchanged', code: 'already-so' };
    const { incidentId: _of, ...was } = incident.repeatOf;
    return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, repeatOf: null }, [{ type: 'repeatSet', of: null, title: was.title }]) };
  }
  if (incident.repeatOf?.incidentId === earlier.id) return { kind: 'unchanged', code: 'already-so' };
  const { resolvedAt, triggeredAt } = earlier.clocks;
  if (earlier.status !== 'resolved' || resolvedAt === null || earlier.id === incident.id || triggeredAt > incident.clocks.triggeredAt) return { kind: 'refused', code: 'not-repeatable' };
  if (earlier.drillId !== null || incident.drillId !== null) return { kind: 'refused', code: 'not-repeatable' };
  const repeatOf = { incidentId: earlier.id, title: earlier.title, resolvedAt, by: who.name, at: now };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, repeatOf }, [{ type: 'repeatSet', of: earlier.id, title: earlier.title }]) };
}
