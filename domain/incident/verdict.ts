import type { Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident } from './incident';
import type { VerdictKind } from './parts';
import { andThen, turnOf } from './turn';

export const verdictNames: Record<VerdictKind, string> = { real: 'Real', falsePositive: 'False positive', duplicate: 'Duplicate', known: 'Known problem' };

/** Says, or says anew, what it was: at resolve, or the next morning. */
export function setVerdict(incident: Incident, kind: VerdictKind, cause: string, who: Who, now: Instant): Decision {
  const before = incident.verdict;
  if (before?.kind === kind && before.cause === cause) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, verdict: { kind, cause, by: who.name, at: now } }, [{ type: 'verdictSet', verdict: kind, cause }]) };
}
