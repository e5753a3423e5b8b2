import { useState } from 'react';
import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import { Sheet, useNow } from '../../ui';
import { useGrownUp } from '../../ui/useGrownUp';
import { footerState } from './footerState';
import { shortcuts, useShortcuts } from './useShortcuts';
import './shortcuts.css';

type Props = { incident: Incident; unsent: Command[]; onEscalate: () => void; onNote: () => void; onRunbook: () => void; onTimeline: () => void; onMenu: () => void };

/** The keys of an incident's screen, and the sheet that lists them. */
export default function Shortcuts({ incident, unsent, onEscalate, onNote, onRunbook, onTimeline, onMenu }: Props) {
  const { userId } = usePerson();
  const [listed, setListed] = useState(false);
  const isOpen = incident.status !== 'resolved';
  useShortcuts({ note: onNote, runbook: onRunbook, timeline: onTimeline, menu: onMenu, help: () => setListed(true), ...(isOpen ? { escalate: onEscalate } : {}) });
  return (
    <>
      {footerState(incident, unsent, userId, useNow()).kind === 'acknowledge' ? <AcknowledgeKey incidentId={incident.id} /> : null}
      <Sheet open={listed} onClose={() => setListed(false)} title="Keys">
        <dl className="shortcuts">{shortcuts.map(({ key, words }) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}</dl>
      </Sheet>
    </>
  );
}

/** Comes and goes with the button, and like it does nothing in its first 600 ms: what somebody typed before it was there is not meant for it. */
function AcknowledgeKey({ incidentId }: { incidentId: string }) {
  const { act } = useCommands();
  const grownUp = useGrownUp(true);
  useShortcuts({ acknowledge: () => { if (grownUp) void act({ type: 'acknowledge', incidentId }); } });
  return null;
}
