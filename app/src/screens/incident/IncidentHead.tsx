import { Link } from 'react-router-dom';
import { isHeld } from '#domain/escalation/paging';
import type { Incident } from '#domain/incident/incident';
import { isPagingMe, statusLine } from '#domain/incident/words';
import type { PagingFacts } from '#domain/escalation/targets';
import { usePerson } from '../../session/useSession';
import { Elapsed, Icon, SeverityMark, StatusWord, useNow } from '../../ui';
import { kindWords, myRoleWords } from './headWords';
import { Requests } from './Requests';
import { UpdateDue } from './UpdateDue';
import './incident-head.css';

/** What is wrong, for how long, whose it is, what happens if nobody does anything, and what the reader is in it. `onUpdates` leads to the updates to stakeholders. */
export function IncidentHead({ incident, facts, onUpdates }: { incident: Incident; facts: PagingFacts & { complete: boolean }; onUpdates?: () => void }) {
  const { userId, role } = usePerson();
  const myRole = incident.status === 'resolved' ? '' : myRoleWords(incident, userId);
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
        <span className="incident-head-kind">{kindWords(incident)}</span>
      </p>
      {incident.mergedInto === null ? <StatusSentence incident={incident} facts={facts} /> : (
        <p className="incident-head-status" data-testid="incident-status" data-status={incident.status}>
          Merged. It goes on in <Link to={`/incidents/${incident.mergedInto}`} className="tabular">{incident.mergedInto}</Link>.
        </p>
      )}
      {myRole === '' ? null : <p className="incident-head-role" data-testid="my-role"><Icon name="person" size={18} /><span>{myRole}</span></p>}
      {role === 'stakeholder' ? null : <UpdateDue incident={incident} onUpdates={onUpdates} />}
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
