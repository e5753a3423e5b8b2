import type { Decision, Who } from '../incident/decision';
import type { Incident } from '../incident/incident';
import { andThen, turnOf } from '../incident/turn';
import type { Instant } from '../time/instant';

type Ticked = { runbookId: string; runbook: string; step: string; words: string; state: 'done' | 'skipped' | 'open' };

/** Ticks a step, skips it, or takes either back; each is an entry of the timeline, with the step's words as they are now. */
export function tickStep(incident: Incident, { runbookId, runbook, step, words, state }: Ticked, who: Who, now: Instant): Decision {
  const before = incident.ticks.find((tick) => tick.runbookId === runbookId && tick.step === step);
  if ((before?.state ?? 'open') === state) return { kind: 'unchanged', code: 'already-so' };
  const others = incident.ticks.filter((tick) => tick !== before);
  const ticks = state === 'open' ? others : [...others, { runbookId, step, state, by: who.name, at: now }].slice(-100);
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, ticks }, [{ type: 'stepTicked', runbookId, runbook, step: words, state }]) };
}
