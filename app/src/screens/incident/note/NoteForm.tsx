import { useState } from 'react';
import type { ClipboardEvent } from 'react';
import { wallTimeAt } from '#domain/time/zone';
import { useCommands } from '../../../commands/useCommands';
import { isKept } from '../../../commands/wish';
import { readDraft } from '../../../drafts/drafts';
import { useDraft } from '../../../drafts/useDraft';
import { usePerson } from '../../../session/useSession';
import { Field, PrimaryAction, QuietAction, say, TextField, useMinute } from '../../../ui';
import { NoteWords } from '../timeline/Note';
import { decisionWish, emptyNote, NoteDraft, noteWish } from './noteDraft';
import type { NoteProblems } from './noteDraft';
import { looksLikeLogs, withFenced } from './pastedLogs';
import { PicturesField } from './PicturesField';
import { usePictures } from './usePictures';
import '../timeline.css';
import '../sheet-foot.css';
import './note.css';

export type NoteStart = 'note' | 'past';

/** What is written, with its pictures and its time. It stays on this device until it is taken on. */
export function NoteForm({ incidentId, start, onClose }: { incidentId: string; start: NoteStart; onClose: () => void }) {
  const { userId, timeZone } = usePerson();
  const { act } = useCommands();
  const now = useMinute();
  const draftName = `note.${incidentId}`;
  const { draft, keep } = useDraft(draftName, NoteDraft);
  const pictures = usePictures(incidentId);
  const [past, setPast] = useState(() => (start === 'past' ? wallTimeAt(Date.now(), timeZone) : null));
  const [preview, setPreview] = useState(false);
  const [pasted, setPasted] = useState<string | null>(null);
  const [problems, setProblems] = useState<NoteProblems>({});
  const kept = draft ?? emptyNote;
  const note: NoteDraft = { text: kept.text, happened: kept.happened ?? past };
  const change = (changed: Partial<NoteDraft>) => {
    const next = { ...note, ...changed };
    setProblems({});
    keep(next.text === '' && next.happened === null ? null : next);
  };
  const discard = () => { setPast(null); keep(null); pictures.forget(); };
  const fenced = pasted === null ? null : withFenced(note.text, pasted);

  const write = async (as: 'note' | 'decision') => {
    const written = as === 'note' ? noteWish(note, pictures.all, { incidentId, zone: timeZone, now }) : decisionWish(note, { incidentId });
    if ('problems' in written) return setProblems(written.problems);
    const queued = isKept(written.wish);
    // What waits to be sent is kept by the queue: whoever opens the sheet meanwhile begins anew, and does not write it twice.
    if (queued) discard();
    onClose();
    const outcome = await act(written.wish);
    if (outcome.state === 'refused' && queued && readDraft(userId, draftName, NoteDraft) === null) {
      keep(note);
      pictures.restore(pictures.all);
    }
    if (outcome.state === 'answered' && !queued) discard();
    if (outcome.state === 'answered') say(as === 'note' ? 'Note added.' : 'Pinned: everybody in the incident sees it.', 'good');
  };
  const onPaste = (event: ClipboardEvent) => {
    const images = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
    if (images.length > 0) {
      event.preventDefault();
      void pictures.add(images);
      return;
    }
    const text = event.clipboardData.getData('text/plain');
    if (looksLikeLogs(text)) setPasted(text);
  };

  return (
    <form className="note-form" noValidate onPaste={onPaste} onSubmit={(event) => { event.preventDefault(); void write('note'); }}>
      {preview ? (
        <div className="note-preview" aria-label="Preview" role="region" tabIndex={0}>{note.text.trim() === '' ? <p className="quiet">Nothing is written yet.</p> : <NoteWords text={note.text} />}</div>
      ) : (
        <TextField
          label="Note" value={note.text} rows={6} error={problems.text} hint="Markdown. Everybody who responds sees it in the timeline; it stays there as it is."
          onChange={(event) => change({ text: event.target.value })}
        />
      )}
      {fenced === null ? null : (
        <div className="note-offer" role="status">
          <p>What you pasted looks like logs.</p>
          <QuietAction outlined onClick={() => { change({ text: fenced }); setPasted(null); }} data-testid="note-fence">Keep it as code</QuietAction>
        </div>
      )}
      <div className="note-tools">
        <QuietAction tone="plain" icon={preview ? 'note' : 'eye'} onClick={() => setPreview(!preview)} data-testid="note-preview">{preview ? 'Write on' : 'Preview'}</QuietAction>
        {note.text !== '' || pictures.all.length > 0 ? <QuietAction tone="plain" onClick={discard}>Discard</QuietAction> : null}
      </div>
      <PicturesField pictures={pictures} />
      <HappenedField happened={note.happened} error={problems.happened} zone={timeZone} onChange={(happened) => { setPast(happened); change({ happened }); }} />
      <div className="sheet-foot">
        <PrimaryAction submit busy={pictures.busy} data-testid="note-add">Add the note</PrimaryAction>
        {pictures.all.length === 0 && note.happened === null
          ? <QuietAction onClick={() => { void write('decision'); }} data-testid="note-decide">Pin as decision</QuietAction> : null}
      </div>
    </form>
  );
}

/** Now, unless it is said otherwise. */
function HappenedField({ happened, error, zone, onChange }: { happened: string | null; error: string | undefined; zone: string; onChange: (happened: string | null) => void }) {
  if (happened === null) return <div className="note-tools"><QuietAction tone="plain" icon="clock" onClick={() => onChange(wallTimeAt(Date.now(), zone))} data-testid="note-earlier">It happened earlier</QuietAction></div>;
  return (
    <div className="note-happened">
      <Field label="When did it happen?" type="datetime-local" value={happened} error={error} hint={`By your clock, ${zone.replaceAll('_', ' ')}. The timeline shows it there, and that it was added later.`} onChange={(event) => onChange(event.target.value)} />
      <QuietAction tone="plain" onClick={() => onChange(null)}>It happened now</QuietAction>
    </div>
  );
}
