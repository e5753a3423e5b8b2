import type { CommandAnswer } from '#domain/command/answer';
import type { DrillCommand } from '#domain/command/drill';
import { Drill } from '#domain/drill/drill';
import type { Person } from '#domain/people/person';
import { at, read } from '../../store/documents';
import { commandIncident } from '../incident';
import { refusal } from '../refusal';

/** Ends a drill that runs: its incident is resolved by whoever says so. What it showed is told once the sweep has looked at it. */
export async function endDrill({ drillId, commandId }: Extract<DrillCommand, { type: 'endDrill' }>, sender: Person): Promise<CommandAnswer> {
  const drill = read(Drill, await at.drill(drillId).get());
  if (drill === undefined || drill.incidentId === null) throw refusal('no-such-drill');
  const answer = await commandIncident({ type: 'resolve', commandId, incidentId: drill.incidentId }, sender);
  return { ...answer, ...(answer.outcome === 'done' ? { code: 'endDrill', message: 'The drill is over. What it showed is told within a minute.' } : {}), savedId: drillId };
}
