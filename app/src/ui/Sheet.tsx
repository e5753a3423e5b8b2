import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';

const IonicSheet = lazy(() => import('./IonicSheet'));

/** A sheet from the foot of the screen. Escape, the backdrop and swiping close it; focus stays inside while it is up. */
export function Sheet(props: { open: boolean; onClose: () => void; title: string; children: ReactNode }) {
  // Fetched when the first one opens, and kept from then on: it closes with the motion it opened with.
  const [wanted, setWanted] = useState(false);
  if (props.open && !wanted) setWanted(true);
  return wanted ? <Suspense fallback={null}><IonicSheet {...props} /></Suspense> : null;
}
