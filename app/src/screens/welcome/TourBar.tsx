import { useSyncExternalStore } from 'react';
import { Link, useMatch } from 'react-router-dom';
import { Icon } from '../../ui';
import { welcomeProgress } from './drills';
import './tour-bar.css';

/** The way back to the lead-through from the incident that it made: acknowledging leads to the incident, as it always does. */
export function TourBar() {
  const { answered, left } = useSyncExternalStore(welcomeProgress.subscribe, welcomeProgress.current);
  const incidentId = useMatch('/incidents/:incidentId')?.params.incidentId;
  const ours = incidentId !== undefined && [answered, left].some((drill) => drill?.incidentId === incidentId);
  return ours ? <Link className="action tour-bar" to="/welcome" data-testid="back-to-tour"><Icon name="back" size={18} />Back to tour</Link> : null;
}
