import { useMemo, useRef } from 'react';
import { useMatch, useNavigate } from 'react-router-dom';
import { useQueue } from '../../commands/useCommands';
import { notYetSent, withCommands } from '../../commands/overlay';
import { openIncidents, resolvedIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Empty, Failure, IconAction, Screen, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { useDuty } from '../oncall/useDuty';
import { IncidentRow } from './IncidentRow';
import { inOrder, newcomersWords } from './order';
import { RingStatus } from './RingStatus';
import { useSettled } from './useSettled';
import './inbox.css';

/** The incidents that are open, what pages the reader on top, and whether this phone can ring at all. */
export default function Inbox() {
  const person = usePerson();
  const navigate = useNavigate();
  const current = useMatch('/incidents/:incidentId')?.params.incidentId;
  const facts = useFacts();
  const duty = useDuty();
  const queue = useQueue();
  const live = useLive(openIncidents);
  const resolved = known(useLive(resolvedIncidents)) ?? [];
  const open = known(live);
  const fresh = useMemo(
    () => inOrder((open ?? []).map((incident) => withCommands(incident, queue, person, facts)), person.userId),
    [open, queue, person, facts],
  );
  const { rows, newcomers, release, onScroll, hold } = useSettled(fresh);
  const top = useRef<HTMLDivElement>(null);
  const unreadable = live.state === 'cached' || live.state === 'live' ? live.unreadable : 0;

  return (
    <Screen
      title="Incidents" onScroll={onScroll}
      actions={<IconAction label="Report an incident" icon="plus" onClick={() => { void navigate('/report'); }} data-testid="report" />}
      under={(
        <>
          {person.role === 'stakeholder' ? null : <RingStatus duty={duty} />}
          {newcomers.length > 0 ? (
            <button
              type="button" className="newcomers" data-testid="newcomers"
              onClick={() => { release(); top.current?.scrollIntoView({ block: 'end' }); }}
            ><span role="status">{newcomersWords(newcomers)}</span></button>
          ) : null}
        </>
      )}
    >
      <div ref={top} />
      {live.state === 'loading' ? <Skeleton rows={5} label="Loading incidents" /> : null}
      {live.state === 'failed' ? <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure> : null}
      {unreadable > 0 ? <p className="inbox-note">{unreadable} more need a newer app. Reload to see them.</p> : null}
      {open && rows.length === 0 ? <Empty title="All quiet." icon="check">{duty ? <p className="tabular">{duty}</p> : null}</Empty> : null}
      {rows.length > 0 ? (
        <ul className="inbox-rows" aria-label="Open incidents" {...hold}>
          {rows.map((incident) => (
            <IncidentRow key={incident.id} incident={incident} facts={facts} current={incident.id === current} notYetSent={notYetSent(queue, incident.id).length > 0} />
          ))}
        </ul>
      ) : null}
      {open && resolved.length > 0 ? (
        <section className="inbox-resolved" aria-label="Resolved lately">
          <h2>Resolved lately</h2>
          <ul>{resolved.map((incident) => <IncidentRow key={incident.id} incident={incident} facts={facts} current={incident.id === current} notYetSent={false} />)}</ul>
        </section>
      ) : null}
    </Screen>
  );
}
