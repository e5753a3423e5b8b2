import { Link } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { isPagingMe, shortStatus, statusLine } from '#domain/incident/words';
import type { PagingFacts } from '#domain/escalation/targets';
import { usePerson } from '../../session/useSession';
import { Elapsed, SeverityMark, useNow } from '../../ui';
import './incident-row.css';

/** One incident of the list: what, where, since when, whose it is, and what happens if nobody does anything. */
export function IncidentRow({ incident, facts, current, notYetSent }: {
  incident: Incident; facts: PagingFacts & { complete: boolean }; current: boolean; notYetSent: boolean;
}) {
  const { userId } = usePerson();
  const mine = isPagingMe(incident, userId);
  const since = incident.clocks.triggeredAt;
  return (
    <li>
      <Link
        to={`/incidents/${incident.id}`} data-testid="incident-row" data-incident-id={incident.id}
        className={`incident-row incident-row-${incident.status}${mine ? ' incident-row-mine' : ''}`} aria-current={current ? 'page' : undefined}
      >
        <span className="incident-row-mark"><SeverityMark severity={incident.severity} /></span>
        <span className="incident-row-title">{incident.title}</span>
        <span className="incident-row-words">
          {incident.serviceName} · <Elapsed since={since} until={incident.clocks.resolvedAt} whole /> · <b>{incident.mergedInto === null ? shortStatus(incident, { userId }) : `merged into ${incident.mergedInto}`}</b>{incident.flapping && incident.status !== 'resolved' ? ' · flapping' : ''}
        </span>
        {incident.status === 'triggered' && facts.complete ? <NextLine incident={incident} facts={facts} /> : null}
        {notYetSent ? <span className="incident-row-words incident-row-unsent">Not yet sent</span> : null}
      </Link>
    </li>
  );
}

/** Who is woken next, in its own component: it alone ticks. */
function NextLine({ incident, facts }: { incident: Incident; facts: PagingFacts }) {
  const { userId, timeZone } = usePerson();
  const now = useNow();
  const [, ...rest] = statusLine(incident, { userId, zone: timeZone }, facts, now).split('. ');
  return <span className="incident-row-words tabular">{rest.join('. ')}</span>;
}
