import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { usePerson } from '../../../session/useSession';
import { Icon, QuietAction } from '../../../ui';
import './drill-banner.css';

const EndSheet = lazy(() => import('./EndSheet'));

/** Over a drill, always in sight: that it is one, that nothing is broken, and for members the way to end it, then what it showed. Nothing over a real incident. */
export function DrillBanner({ incident }: { incident: Incident }) {
  const { role } = usePerson();
  const [asks, setAsks] = useState<'never' | 'open' | 'closed'>('never');
  const { drillId, status } = incident;
  if (drillId === null) return null;
  const isOver = status === 'resolved';
  return (
    <div className="drill-banner" role="note" aria-label="This is a drill" data-testid="drill-banner">
      <span className="drill-banner-mark">DRILL</span>
      <span className="drill-banner-words">{isOver ? 'It is over. It counts for nothing.' : 'Nothing is broken.'}</span>
      {role === 'stakeholder' ? null : isOver
        ? <Link className="action action-quiet action-quiet-accent" to={`/drills/${drillId}`} data-testid="drill-result-link"><span>Result</span><Icon name="forward" size={18} /></Link>
        : <QuietAction guarded onClick={() => setAsks('open')} data-testid="end-drill">End the drill</QuietAction>}
      {asks === 'never' ? null : <Suspense fallback={null}><EndSheet drillId={drillId} open={asks === 'open'} onClose={() => setAsks('closed')} /></Suspense>}
    </div>
  );
}
