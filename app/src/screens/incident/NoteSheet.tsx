import { lazy, Suspense } from 'react';
import { Sheet, Skeleton } from '../../ui';
import type { NoteStart } from './note/NoteForm';

const NoteForm = lazy(() => import('./note/NoteForm').then((module) => ({ default: module.NoteForm })));

const titles: Record<NoteStart, string> = { note: 'Add a note', past: 'Add what happened before' };

/** A note for the timeline, of now or of the past. What was typed stays on the device until it is taken on. */
export function NoteSheet({ incidentId, start = 'note', open, onClose }: { incidentId: string; start?: NoteStart; open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title={titles[start]}>
      {open ? <Suspense fallback={<Skeleton rows={3} label="Loading the form" />}><NoteForm key={`${incidentId} ${start}`} incidentId={incidentId} start={start} onClose={onClose} /></Suspense> : null}
    </Sheet>
  );
}

export default NoteSheet;
