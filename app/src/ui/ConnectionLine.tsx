import { clockTime } from '#domain/time/words';
import { useConnection } from '../live/connection';
import { useZone } from '../session/useZone';
import { Icon } from './Icon';

/** The still line under the header while the truth may have moved on: since when, and what is being shown. */
export function ConnectionLine() {
  const connection = useConnection();
  const zone = useZone();
  if (connection.state === 'online') return null;
  return (
    <div className="connection" role="status" data-testid="connection">
      <Icon name="offline" size={18} />
      <span>Offline since <time className="tabular">{clockTime(connection.since, zone)}</time>. Showing what was known then.</span>
    </div>
  );
}
