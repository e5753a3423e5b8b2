import type { CommandAnswer } from '#domain/command/answer';
import type { IncidentCommand } from '#domain/command/command';
import { DestinationSecret } from '#domain/destination/destination';
import { Alert } from '#domain/incident/alert';
import { type Change, TimelineEntry } from '#domain/incident/timeline';
import type { Person } from '#domain/people/person';
import { noteAction } from '#domain/runbook/action';
import { labelsOf } from '#domain/runbook/filled';
import { Runbook, type RunbookAction } from '#domain/runbook/runbook';
import { actOnIncident } from '../../commit/actOnIncident';
import { idOf } from '../../identity/identity';
import { appUrl } from '../../send/channels';
import { destinationSecretId } from '../../send/chat/tellDestination';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { secretOf } from '../../store/secrets';
import { act, answerTo } from '../incident';
import { refusal } from '../refusal';
import { callAction } from './callAction';

type Sent = Extract<IncidentCommand, { type: 'runAction' }>;
type Run = Extract<Change, { type: 'actionRun' }>;

/** What came of a command's action is an entry of its own, beside the command's. A command id has no dot, so no command can be it. */
const resultEntryId = (commandId: string) => `${commandId}.result`;

/**
 * Calls the signed webhook of a runbook's action: first the timeline says that it was asked for, then the webhook is called, then the timeline says what
 * came of it. Called once for a command: its repeat, also after a crash in between, is told what is known.
 */
export async function runAction(sent: Sent, sender: Person): Promise<CommandAnswer> {
  const { incidentId, dryRun, commandId } = sent;
  const { runbook, action, address } = await actionOf(sent);
  const run = { runbook: runbook.title, action: action.title, dryRun };
  const started = await act(sent, sender, (incident) => noteAction(incident, { ...run, state: 'started', result: '' }));
  const answer = await answerTo(sent, started);
  if (started.kind !== 'done') return { ...answer, message: await knownOf(sent) };
  const { id, title, severity, status, serviceId, serviceName } = started.incident;
  const { docs } = await at.incident(incidentId).collection('alerts').limit(200).get();
  const called = await callAction(address, idOf('action', incidentId, commandId), {
    type: 'runbook.action', timestamp: new Date(started.doneAt).toISOString(), dryRun, action: action.name, runbook: { id: runbook.id, title: runbook.title, version: runbook.version },
    incident: { id, title, severity, status, serviceId, serviceName, url: `${appUrl() ?? ''}/incidents/${id}` },
    labels: labelsOf(docs.flatMap((found) => read(Alert, found) ?? [])), requestedBy: { name: sender.name },
  });
  const ended = { ...run, state: called.ok ? 'succeeded' : 'failed', result: called.result } as const;
  await actOnIncident({ incidentId, userId: sender.id, entryId: resultEntryId(commandId), decide: (incident) => noteAction(incident, ended) });
  return { ...answer, message: sentenceOf({ type: 'actionRun', ...ended }) };
}

/** The action as the stored runbook has it, and where it calls. Throws a refusal where either is missing or switched off. */
async function actionOf({ runbookId, action: name }: Sent): Promise<{ runbook: Runbook; action: RunbookAction; address: { url: string; secret: string } }> {
  const [runbook, { destinations }] = await Promise.all([at.runbook(runbookId).get().then((found) => read(Runbook, found)), configuration(true)]);
  if (runbook === undefined) throw refusal('no-such-runbook');
  const action = runbook.about?.actions.find((one) => one.name === name);
  const destination = action === undefined ? undefined : destinations[action.destinationId];
  if (action === undefined || destination?.kind !== 'webhook' || !destination.enabled) throw refusal('no-such-action');
  const stored = await secretOf(destinationSecretId(destination.id));
  // Written by saveDestination, and by nobody else.
  const address = DestinationSecret.safeParse(stored === undefined ? undefined : JSON.parse(stored));
  if (!address.success || address.data.secret === null) throw refusal('no-such-action', [], `${destination.name} has no address. An admin has to enter it again.`);
  return { runbook, action, address: { url: address.data.url, secret: address.data.secret } };
}

/** What is known of a command that was sent before. */
async function knownOf({ incidentId, commandId }: Sent): Promise<string> {
  const [begun, ended] = await Promise.all([commandId, resultEntryId(commandId)].map(async (entryId) => {
    const entry = read(TimelineEntry, await at.timelineEntry(incidentId, entryId).get());
    return entry?.changes.find((change): change is Run => change.type === 'actionRun');
  }));
  if (begun === undefined) throw refusal('command-id-used');
  return ended === undefined ? `${named(begun)} was called, and what came of it is not known yet. Look there before you run it again.` : sentenceOf(ended);
}

const named = ({ action, dryRun }: Run) => (dryRun ? `The dry run of ${action}` : action);

function sentenceOf(run: Run): string {
  const result = run.result.replace(/\s+/g, ' ').trim();
  const short = result.length > 200 ? `${result.slice(0, 199)}…` : result;
  return `${named(run)} ${run.state}${short === '' ? '.' : `: ${short}`}`;
}
