import { Link } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { usePerson } from '../../../session/useSession';
import { Elapsed, SeverityMark, useMinute } from '../../../ui';
import { useGrownUp } from '../../../ui/useGrownUp';
import { RowTitle } from './RowTitle';
import { calmWords } from './rowWords';
import './incident-row.css';

/** One incident for those who follow it without working on it: what, where, since when, and how far it is. */
export function CalmRow({ incident, current }: { incident: Incident; current: boolean }) {
  const { timeZone } = usePerson();
  const grownUp = useGrownUp(true);
  const now = useMinute();
  return (
    <li className="incident-item">
      <div className="incident-front">
        <Link
          to={`/incidents/${incident.id}`} data-testid="incident-row" data-incident-id={incident.id} className={`incident-row incident-row-${incident.status}`}
          aria-current={current ? 'page' : undefined} aria-disabled={grownUp ? undefined : true} onClick={(event) => { if (!grownUp) event.preventDefault(); }}
        >
          <span className="incident-row-mark"><SeverityMark severity={incident.severity} /></span>
          <span className="incident-row-title"><RowTitle incident={incident} /></span>
          <span className="incident-row-words">{incident.serviceName} · <Elapsed since={incident.clocks.triggeredAt} until={incident.clocks.resolvedAt} whole /></span>
          <span className="incident-row-words tabular"><b>{calmWords(incident, timeZone, now)}</b></span>
        </Link>
      </div>
    </li>
  );
}
