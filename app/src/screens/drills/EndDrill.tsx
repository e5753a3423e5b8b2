import { lazy, Suspense, useState } from 'react';
import { PrimaryAction } from '../../ui';

const EndSheet = lazy(() => import('../incident/drill/EndSheet'));

/** Ends a drill that runs, once it is said what that means. */
export function EndDrill({ drillId }: { drillId: string }) {
  const [asks, setAsks] = useState<'never' | 'open' | 'closed'>('never');
  return (
    <>
      <PrimaryAction guarded onClick={() => setAsks('open')} data-testid="end-drill">End the drill</PrimaryAction>
      {asks === 'never' ? null : <Suspense fallback={null}><EndSheet drillId={drillId} open={asks === 'open'} onClose={() => setAsks('closed')} /></Suspense>}
    </>
  );
}
