import type { Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident } from './incident';
import type { Decided } from './parts';
import { andThen, turnOf } from './turn';

/** The newest are kept pinned; all of them stay in the timeline. */
const mostPinned = 20;

export function addDecision(incident: Incident, id: string, text: string, who: Who, now: Instant): Decision {
  const decided: Decided = { id, text, by: who.name, at: now };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, decided: [...incident.decided, decided].slice(-mostPinned) }, [{ type: 'decided', text }]) };
}

/** Takes the pin off; the timeline keeps what was decided. */
export function unpinDecision(incident: Incident, decisionId: string): Decision {
  const before = incident.decided.find(({ id }) => id === decisionId);
  if (before === undefined) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, decided: incident.decided.filter((each) => each !== before) }, [{ type: 'unpinned', text: before.text }]) };
}
