import { isHeld } from '#domain/escalation/paging';
import type { Incident } from '#domain/incident/incident';
import { useCommands } from '../../commands/useCommands';
import type { useFacts } from '../../live/useFacts';
import { Sheet } from '../../ui';
import { Countdown } from './Countdown';
import { escalateWords } from './escalateWords';

/** Waking somebody else counts down 5 s first; closing the sheet in any way takes it back. */
export default function EscalateSheet({ incident, facts, open, onClose }: { incident: Incident; facts: ReturnType<typeof useFacts>; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  return (
    <Sheet open={open} onClose={onClose} title={isHeld(incident) ? 'Page now' : 'Escalate now'}>
      {open ? (
        <Countdown
          words={escalateWords(incident, facts)} onCancel={onClose}
          onDone={() => { onClose(); void act({ type: 'escalate', incidentId: incident.id }); }}
        />
      ) : null}
    </Sheet>
  );
}
