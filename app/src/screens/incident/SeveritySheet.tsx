import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { Sheet, Skeleton } from '../../ui';

const ClassifyForm = lazy(() => import('./classify/ClassifyForm').then((module) => ({ default: module.ClassifyForm })));

/** How bad it is, what sort, how loud, and what it is called: each with a guide. */
export function SeveritySheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Classify">
      {open ? <Suspense fallback={<Skeleton rows={4} label="Loading the form" />}><ClassifyForm incident={incident} onClose={onClose} /></Suspense> : null}
    </Sheet>
  );
}
