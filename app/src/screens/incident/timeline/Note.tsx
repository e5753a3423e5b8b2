import { lazy, Suspense, useMemo } from 'react';
import type { Change } from '#domain/incident/timeline';
import { partsOfNote } from './noteParts';
import { Output } from './Output';
import { Pictures } from './Pictures';

const Markdown = lazy(() => import('../../runbooks/Markdown'));

/** What somebody wrote: Markdown, long logs folded, pictures small. */
export function Note({ incidentId, change, author }: { incidentId: string; change: Extract<Change, { type: 'note' }>; author: string | null }) {
  return (
    <div className="timeline-note" data-testid="note">
      <NoteWords text={change.text} />
      {change.pictures && change.pictures.length > 0 ? <Pictures incidentId={incidentId} ids={change.pictures} /> : null}
      {author === null ? null : <p className="quiet small">{author}</p>}
    </div>
  );
}

/** The words of a note as the timeline shows them. Until the reader of Markdown is there, as they were typed: the same words, at once. */
export function NoteWords({ text }: { text: string }) {
  const parts = useMemo(() => partsOfNote(text), [text]);
  return (
    <>
      {parts.map((part, index) => (part.kind === 'logs'
        ? <Output key={index} words="Pasted" text={part.text} label="Pasted lines" folded />
        : <Suspense key={index} fallback={<p className="timeline-plain">{part.text}</p>}><Markdown text={part.text} /></Suspense>))}
    </>
  );
}
