import { useMemo, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { notYetSent } from '../../commands/overlay';
import { useQueue } from '../../commands/useCommands';
import { services } from '../../live/configuration';
import { timelineOf } from '../../live/incidents';
import { known } from '../../live/live';
import { notificationsTold } from '../../live/notificationLog';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Empty, QuietAction, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { EntryLine } from './timeline/EntryLine';
import { Filters } from './timeline/Filters';
import { type Line, linesAtOnce, linesOf, shownLines } from './timeline/lines';
import { MessageLine } from './timeline/MessageLine';
import type { Filter } from './timeline/sorts';
import { Unsent } from './timeline/Unsent';
import { type Clock, serviceOf, zonesOf } from './timeline/when';
import { ZoneSwitch } from './timeline/ZoneSwitch';
import './timeline.css';

/** Everything that happened, newest first: what one wants at night is what was last. It is only ever added to. */
export default function Timeline({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const [filter, setFilter] = useState<Filter>('all');
  const [oldestFirst, setOldestFirst] = useState(false);
  const [clock, setClock] = useState<Clock>({ zone: timeZone, full: false });
  const zones = zonesOf(timeZone, serviceOf(incident, known(useLive(services))));
  return (
    <section className={`timeline-frame${clock.full ? ' timeline-full' : ''}`} aria-label="Timeline">
      <Filters current={filter} onChange={setFilter} />
      <div className="timeline-bar">
        <ZoneSwitch zones={zones} clock={clock} onChange={setClock} />
        <QuietAction tone="plain" onClick={() => setOldestFirst(!oldestFirst)} data-testid="timeline-order">{oldestFirst ? 'Newest first' : 'Oldest first'}</QuietAction>
      </div>
      {/* Another filter begins at the newest hundred again. */}
      <Lines key={filter} incident={incident} filter={filter} oldestFirst={oldestFirst} clock={clock} />
    </section>
  );
}

function Lines({ incident, filter, oldestFirst, clock }: { incident: Incident; filter: Filter; oldestFirst: boolean; clock: Clock }) {
  const live = useLive(timelineOf(incident.id));
  // Read only where they are asked for: an incident can have hundreds.
  const told = useLive(filter === 'pages' ? notificationsTold(incident.id) : null);
  const queue = useQueue();
  const unsent = useMemo(() => notYetSent(queue, incident.id), [queue, incident.id]);
  const [most, setMost] = useState(linesAtOnce);
  const entries = known(live);
  const messages = known(told);
  const lines = useMemo(() => linesOf(entries ?? [], messages ?? [], filter), [entries, messages, filter]);
  const { shown, earlier } = shownLines(lines, most, oldestFirst);
  const more = earlier > 0 ? (
    <div className="timeline-more">
      <QuietAction outlined onClick={() => setMost(most + linesAtOnce)} data-testid="timeline-earlier">Show earlier <span className="tabular">({earlier})</span></QuietAction>
    </div>
  ) : null;
  const waiting = filter === 'all' || filter === 'notes' ? <Unsent commands={unsent} /> : null;
  return (
    <Reading live={live} label="Loading the timeline">
      {() => (
        <>
          {filter === 'pages' && told.state === 'failed' ? <p className="timeline-hint quiet" role="alert">Who was sent what could not be read. What the incident itself knows of it is here.</p> : null}
          {oldestFirst ? more : waiting}
          {shown.length === 0 ? <Empty title={filter === 'all' ? 'Nothing has happened yet' : 'Nothing of this sort'} icon="clock"><p>{filter === 'all' ? 'What happens from now on is here at once.' : 'Everything else is under All.'}</p></Empty> : (
            <ol className="timeline" reversed={!oldestFirst}>{shown.map((line) => <OneLine key={line.key} line={line} incidentId={incident.id} clock={clock} />)}</ol>
          )}
          {oldestFirst ? waiting : more}
        </>
      )}
    </Reading>
  );
}

function OneLine({ line, incidentId, clock }: { line: Line; incidentId: string; clock: Clock }) {
  const now = useMinute();
  switch (line.kind) {
    case 'entry': return <EntryLine incidentId={incidentId} line={line} now={now} clock={clock} />;
    case 'message': return <MessageLine notification={line.notification} now={now} clock={clock} />;
    default: return line satisfies never;
  }
}
