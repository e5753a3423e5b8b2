import { useState } from 'react';
import { PrimaryAction, Sheet, TextField } from '../../../ui';
import { useSending } from '../useSending';

/** A decision in a sentence; it is pinned to the incident and stays in the timeline. */
export default function DecisionSheet({ incidentId, open, onClose }: { incidentId: string; open: boolean; onClose: () => void }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { sending, send } = useSending();
  const pin = async () => {
    const words = text.trim();
    if (words === '') { setError('What was decided?'); return; }
    if (!(await send('pin', { type: 'addDecision', incidentId, text: words }))) return;
    setText('');
    onClose();
  };
  return (
    <Sheet open={open} onClose={onClose} title="Pin a decision">
      <form noValidate onSubmit={(event) => { event.preventDefault(); void pin(); }}>
        <TextField label="What was decided" hint="Such as: traffic goes to Frankfurt until noon." value={text} maxLength={500} error={error} onChange={(event) => { setText(event.target.value); setError(null); }} />
        <div className="sheet-actions"><PrimaryAction submit busy={sending !== null} data-testid="save-decision">{sending === null ? 'Pin it' : 'Pinning'}</PrimaryAction></div>
      </form>
    </Sheet>
  );
}
