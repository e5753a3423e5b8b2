import type { Decision } from '../incident/decision';
import type { Incident } from '../incident/incident';
import type { Change } from '../incident/timeline';
import { andThen, turnOf } from '../incident/turn';
import { clipped } from '../ingest/text';

type Run = Omit<Extract<Change, { type: 'actionRun' }>, 'type'>;

/** Writes into an incident's timeline that an action was asked for, or what came of it; nothing else of the incident changes. */
export function noteAction(incident: Incident, run: Run): Decision {
  return { kind: 'done', turn: andThen(turnOf(incident), incident, [{ type: 'actionRun', ...run, result: clipped(run.result, 4000) }]) };
}
