import { useState } from 'react';
import { useCommands } from '../../commands/useCommands';
import { PrimaryAction, say, Sheet, TextField } from '../../ui';

/** A note for the timeline. What was typed stays until it is taken on. */
export function NoteSheet({ incidentId, open, onClose }: { incidentId: string; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    if (text.trim() === '') {
      setError('Write something first.');
      return;
    }
    onClose();
    const outcome = await act({ type: 'addNote', incidentId, text: text.trim() });
    if (outcome.state === 'refused') return;
    setText('');
    if (outcome.state === 'answered') say('Note added.', 'good');
  };
  return (
    <Sheet open={open} onClose={onClose} title="Add a note">
      <form noValidate onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <TextField label="Note" value={text} maxLength={4000} rows={5} error={error} onChange={(event) => { setText(event.target.value); setError(null); }} hint="Everybody who responds sees it in the timeline." />
        <div className="sheet-actions"><PrimaryAction submit>Add the note</PrimaryAction></div>
      </form>
    </Sheet>
  );
}
