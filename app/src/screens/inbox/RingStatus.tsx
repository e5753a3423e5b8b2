import { Link } from 'react-router-dom';
import { useRinging } from '../../device';
import { Icon } from '../../ui';
import './ring-status.css';

/** Whether this phone can wake its owner, and whether it has to: the first thing the list says. Red, with Fix, when it cannot. */
export function RingStatus({ duty }: { duty: string | null }) {
  const { state, sentence, testedAt } = useRinging();
  const broken = state === 'denied' || state === 'needsPermission' || state === 'unsupported';
  return (
    <div className={`ring-status${broken ? ' ring-status-broken' : ''}`} data-testid="ring-status" data-state={state}>
      <span className="ring-status-icon"><Icon name={broken ? 'silence' : state === 'ready' ? 'check' : 'bell'} size={18} /></span>
      <div className="ring-status-words">
        <p role={broken ? 'alert' : undefined}>{sentence}</p>
        {duty ? <p className="quiet tabular">{duty}</p> : null}
      </div>
      {broken ? <Link className="action action-quiet action-quiet-accent" to="/devices">Fix</Link> : null}
      {!broken && testedAt === null && duty !== null && state !== 'checking' ? <Link className="action action-quiet action-quiet-accent" to="/welcome">Test it</Link> : null}
    </div>
  );
}
