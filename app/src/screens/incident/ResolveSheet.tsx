import { lazy, Suspense, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { warnsOnResolve } from '#domain/incident/finish';
import { PrimaryAction, QuietAction, Sheet, Skeleton } from '../../ui';
import { owesFinalUpdate } from './ending/words';

const ResolveForm = lazy(() => import('./ending/ResolveForm').then((module) => ({ default: module.ResolveForm })));

type Props = { incident: Incident; open: boolean; onClose: () => void; onFinalUpdate?: (() => void) | undefined };

/** Ends the incident, with what there is to say of it. While alerts fire, watching it comes first. Then it offers the last words to the stakeholders, where they are owed any. */
export function ResolveSheet({ incident, open, onClose, onFinalUpdate }: Props) {
  const [ended, setEnded] = useState(false);
  const close = () => { setEnded(false); onClose(); };
  const offers = onFinalUpdate !== undefined && owesFinalUpdate(incident);
  const title = ended ? 'Tell them that it is over' : warnsOnResolve(incident) ? 'Alerts still fire' : 'Resolve this incident';
  return (
    <Sheet open={open} onClose={close} title={title}>
      {!open ? null : ended && onFinalUpdate ? (
        <>
          <div className="sheet-words"><p>The stakeholders follow this incident. The final update is written already: read it, and send it.</p></div>
          <div className="sheet-actions">
            <PrimaryAction guarded icon="note" onClick={() => { close(); onFinalUpdate(); }} data-testid="final-update">Write the final update</PrimaryAction>
            <QuietAction tone="plain" onClick={close}>Later</QuietAction>
          </div>
        </>
      ) : (
        <Suspense fallback={<Skeleton rows={3} label="Loading the form" />}>
          <ResolveForm incident={incident} onClose={close} onEnded={offers ? () => setEnded(true) : null} />
        </Suspense>
      )}
    </Sheet>
  );
}
