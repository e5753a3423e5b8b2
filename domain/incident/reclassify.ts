import { drillTitle } from '../drill/title';
import type { PagingFacts } from '../escalation/targets';
import type { Instant } from '../time/instant';
import { withSeverity } from './adjust';
import type { Decision } from './decision';
import type { Incident, IncidentType } from './incident';
import type { SeverityPolicy, Urgency } from './severity';
import { andThen, turnOf } from './turn';

/** Sets what sort of incident it is; its exit list may be another then. */
export function setType(incident: Incident, type: IncidentType): Decision {
  if (incident.type === type) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, type }, [{ type: 'typeSet', from: incident.type, to: type }]) };
}

/** Sets how loud it is, whatever its severity: made loud while it is triggered, it pages at once. */
export function setUrgency(incident: Incident, urgency: Urgency, facts: PagingFacts & { severities: SeverityPolicy }, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  if (incident.urgency === urgency) return { kind: 'unchanged', code: 'already-so' };
  const told = andThen(turnOf(incident), incident, [{ type: 'urgencySet', from: incident.urgency, to: urgency }]);
  return { kind: 'done', turn: withSeverity(told, incident.severity, facts, now, urgency) };
}

/** Gives it other words: a tool's title is rarely what people say. A drill goes on saying that it is one. */
export function rename(incident: Incident, words: string): Decision {
  const title = incident.drillId === null ? words : drillTitle(words);
  if (incident.title === title) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, title, isRenamed: true }, [{ type: 'renamed', from: incident.title, to: title }]) };
}

/** Sets when its impact began, which the time to detect is counted from: no later than somebody or something noticed it. */
export function setStartedAt(incident: Incident, startedAt: Instant, now: Instant): Decision {
  if (startedAt > now) return { kind: 'refused', code: 'in-the-future' };
  if (startedAt > incident.clocks.detectedAt) return { kind: 'refused', code: 'after-detection' };
  if (incident.clocks.startedAt === startedAt) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, clocks: { ...incident.clocks, startedAt } }, [{ type: 'startedAtSet', at: startedAt }]) };
}
