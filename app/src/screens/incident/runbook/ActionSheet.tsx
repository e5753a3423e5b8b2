import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Runbook, RunbookAction } from '#domain/runbook/runbook';
import { useCommands } from '../../../commands/useCommands';
import { useConnection } from '../../../live/connection';
import { destinations } from '../../../live/destinations';
import { known } from '../../../live/live';
import { useLive } from '../../../live/useLive';
import { PrimaryAction, QuietAction, say, Sheet } from '../../../ui';

/** Asks before a webhook is called: first dry, where it is told to change nothing. What it answers is in the timeline, for everybody. */
export default function ActionSheet({ incident, runbook, action, open, onClose }: { incident: Incident; runbook: Runbook; action: RunbookAction; open: boolean; onClose: () => void }) {
  const { send } = useCommands();
  const offline = useConnection().state === 'offline';
  const everyDestination = known(useLive(destinations));
  const destination = everyDestination?.find(({ id }) => id === action.destinationId);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (dryRun: boolean) => {
    setRunning(true);
    setProblem(null);
    const outcome = await send({ type: 'runAction', incidentId: incident.id, runbookId: runbook.id, action: action.name, dryRun });
    setRunning(false);
    if (outcome.state !== 'answered') {
      setProblem(outcome.state === 'refused' ? outcome.sentence : 'No answer from Rouse. Look in the timeline whether it ran before you try again.');
      return;
    }
    onClose();
    say(outcome.answer.message);
  };
  const gone = everyDestination !== undefined && destination?.enabled !== true;
  return (
    <Sheet open={open} onClose={onClose} title={action.title}>
      <div className="sheet-words">
        <p>{destination ? `Rouse calls ${destination.name} (${destination.host}) with ${incident.id}, signed.` : 'Rouse calls a webhook of yours, signed.'} What it answers is in the timeline.</p>
        <p>A dry run tells the webhook to change nothing and to say what it would do.</p>
      </div>
      {gone ? <p className="configuration-problem" role="alert">Its webhook is removed or switched off. An admin can bring it back under Destinations.</p> : null}
      {offline ? <p className="configuration-problem" role="alert">You are offline. An action is not kept for later: run it when there is a connection.</p> : null}
      {problem ? <p className="configuration-problem" role="alert">{problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded tone="plain" disabled={running || offline || gone} onClick={() => { void run(true); }} data-testid="dry-run">Dry run</PrimaryAction>
        <PrimaryAction guarded busy={running} disabled={offline || gone} onClick={() => { void run(false); }} data-testid="run">{running ? 'Calling' : 'Run'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}
