import { useState } from 'react';
import { whenWords } from '#domain/time/words';
import { shiftNotes } from '../../live/oncall';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, PrimaryAction, QuietAction, say, Sheet, TextField, useMinute } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import type { Dated } from './useOnCall';
import './on-call.css';

/** What whoever is on call wants the next person to know. Everybody who may be on call reads and writes it. `asksAll`: the schedule is named. */
export function HandOverNote({ of: { schedule }, asksAll }: { of: Dated; asksAll?: boolean }) {
  const { timeZone } = usePerson();
  const live = useLive(shiftNotes);
  const now = useMinute();
  const [writing, setWriting] = useState(false);
  const note = known(live)?.find(({ scheduleId }) => scheduleId === schedule.id);
  const isEmpty = note === undefined || note.text === '';
  return (
    <Card title={asksAll ? `Hand-over note, ${schedule.name}` : 'Hand-over note'} action={<QuietAction aria-label={`${isEmpty ? 'Write' : 'Change'} the hand-over note of ${schedule.name}`} onClick={() => setWriting(true)}>{isEmpty ? 'Write' : 'Change'}</QuietAction>}>
      {isEmpty ? <p className="quiet">Nothing yet. What should the next person know?</p> : (
        <>
          <p className="on-call-words">{note.text}</p>
          <p className="quiet small tabular">{note.by.name}, {whenWords(note.at, now, timeZone)}</p>
        </>
      )}
      {writing ? <NoteSheet scheduleId={schedule.id} name={schedule.name} text={note?.text ?? ''} onClose={() => setWriting(false)} /> : null}
    </Card>
  );
}

function NoteSheet({ scheduleId, name, text, onClose }: { scheduleId: string; name: string; text: string; onClose: () => void }) {
  const saving = useSaving();
  const [draft, setDraft] = useState(text);
  const save = async () => {
    if (!(await saving.save({ type: 'saveHandOverNote', scheduleId, text: draft.trim() }))) return;
    say('Saved. Whoever comes next reads it.', 'good');
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title={`Hand-over note, ${name}`}>
      <div className="sheet-form">
        <TextField label="What the next person should know" rows={6} maxLength={4000} value={draft} placeholder="The payment provider is slow since Tuesday: they know." onChange={(event) => setDraft(event.target.value)} />
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <PrimaryAction busy={saving.busy} disabled={draft.trim() === text} onClick={() => { void save(); }} data-testid="save-note">{saving.busy ? 'Saving' : 'Save'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}
