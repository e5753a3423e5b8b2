import { statusLine } from '#domain/incident/words';
import { Link } from 'react-router-dom';
import { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { SeverityMark, useNow } from '../../ui';
import type { RunningDrill } from './useDrill';

/** The drill while it runs: what is true now and what happens next, counting. */
export function LiveDrill({ drill: { incident }, what }: { drill: RunningDrill; what: string }) {
  const { userId, timeZone } = usePerson();
  const facts = useFacts();
  const now = useNow();
  if (!incident) return <p role="status">Accepted. The incident opens in a moment.</p>;
  return (
    <>
      <p>{what}</p>
      <div className="welcome-live" data-testid="live-drill">
        <span><SeverityMark severity={incident.severity} /> {incident.serviceName}</span>
        <b>{incident.title}</b>
        <span className="tabular">{statusLine(incident, { userId, zone: timeZone }, facts, now)}</span>
        <Link to={`/incidents/${incident.id}`}>Open {incident.id}</Link>
      </div>
    </>
  );
}
