import { Link } from 'react-router-dom';
import { isHeld } from '#domain/escalation/paging';
import type { Incident } from '#domain/incident/incident';
import { isPagingMe, statusLine } from '#domain/incident/words';
import type { PagingFacts } from '#domain/escalation/targets';
import { usePerson } from '../../session/useSession';
import { Elapsed, Icon, SeverityMark, StatusWord, useNow } from '../../ui';
import { Requests } from './Requests';
import './incident-head.css';

/** What is wrong, for how long, whose it is, and what happens if nobody does anything. */
export function IncidentHead({ incident, facts }: { incident: Incident; facts: PagingFacts & { complete: boolean } }) {
  const { userId } = usePerson();
  const { clocks, alertCounts: { firing } } = incident;
  const since = clocks.triggeredAt;
  return (
    <header className={`incident-head${isPagingMe(incident, userId) ? ' incident-head-mine' : ''}`}>
      <p className="incident-head-line">
        <SeverityMark severity={incident.severity} /><span className="incident-head-service">{incident.serviceName}</span><Status incident={incident} />
      </p>
      <h2>{incident.title}</h2>
      <p className="incident-head-elapsed">
        <span className="visually-hidden">{incident.status === 'resolved' ? 'It took ' : 'For '}</span><Elapsed since={since} until={clocks.resolvedAt} />
        <span className="incident-head-alerts">{incident.status === 'resolved' ? 'in all' : firing === 0 ? 'no alert firing' : `${firing} ${firing === 1 ? 'alert' : 'alerts'} firing`}</span>
      </p>
      {incident.mergedInto === null ? <StatusSentence incident={incident} facts={facts} /> : (
        <p className="incident-head-status" data-testid="incident-status" data-status={incident.status}>
          Merged. It goes on in <Link to={`/incidents/${incident.mergedInto}`} className="tabular">{incident.mergedInto}</Link>.
        </p>
      )}
      <Requests incident={incident} />
    </header>
  );
}

/** The status as a word; what waits or sleeps within it has its own. */
function Status({ incident }: { incident: Incident }) {
  const word = isHeld(incident) ? 'Waiting' : incident.status !== 'acknowledged' ? null : incident.snoozedUntil !== null ? 'Snoozed' : incident.nudgedAt !== null ? 'Still on it?' : null;
  return word === null ? <StatusWord status={incident.status} /> : <span className="status-word"><Icon name="clock" size={16} />{word}</span>;
}

/** Ticks by itself; said to those who hear the screen once per change of status, not each second. */
function StatusSentence({ incident, facts }: { incident: Incident; facts: PagingFacts & { complete: boolean } }) {
  const { userId, timeZone } = usePerson();
  const now = useNow();
  const line = incident.status === 'triggered' && !facts.complete
    ? statusLine(incident, { userId, zone: timeZone }, facts, now).split('. ')[0] + '.'
    : statusLine(incident, { userId, zone: timeZone }, facts, now);
  return <p className="incident-head-status tabular" data-testid="incident-status" data-status={incident.status}>{line}</p>;
}
