import type { IncidentCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { Runbook } from '#domain/runbook/runbook';
import { tickStep } from '#domain/runbook/tick';
import type { Acted } from '../../commit/actOnIncident';
import { at, read } from '../../store/documents';
import { act } from '../incident';
import { refusal } from '../refusal';

/** Ticks a step of a runbook in an incident, under the runbook's own title. */
export async function tickInIncident(sent: Extract<IncidentCommand, { type: 'tickStep' }>, sender: Person): Promise<Acted> {
  const runbook = read(Runbook, await at.runbook(sent.runbookId).get());
  if (runbook === undefined) throw refusal('no-such-runbook');
  return act(sent, sender, (incident, who, _facts, now) => tickStep(incident, { ...sent, runbook: runbook.title }, who, now));
}
