import { Link } from 'react-router-dom';
import { whenWords } from '#domain/time/words';
import { eventsOf } from '../../live/events';
import type { ReceivedEvent } from '../../live/events';
import { useZone } from '../../session/useZone';
import { Card, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { becameOf } from './outcomes';
import './integrations.css';

/** How many are shown before the rest is folded. */
const FEW = 5;

/** What the tool sent last, and what became of each. */
export function Events({ integrationId }: { integrationId: string }) {
  const live = useReadable('events/{id}', eventsOf(integrationId));
  return (
    <Card flush title="Last events">
      <Reading live={live} label="Loading the last events" rows={2}>
        {(events) => (events.length === 0
          ? <p className="configuration-empty">No event yet. Send a test notice from the tool, or a demo alert from here.</p>
          : (
            <>
              <ul className="events" data-testid="events">{events.slice(0, FEW).map((event) => <OneEvent key={event.id} event={event} />)}</ul>
              {events.length > FEW ? (
                <details className="events-more">
                  <summary>{events.length - FEW} earlier</summary>
                  <ul className="events">{events.slice(FEW).map((event) => <OneEvent key={event.id} event={event} />)}</ul>
                </details>
              ) : null}
            </>
          ))}
      </Reading>
    </Card>
  );
}

function OneEvent({ event }: { event: ReceivedEvent }) {
  const zone = useZone();
  const now = useMinute();
  const { words, incidentIds } = becameOf(event);
  return (
    <li data-testid="event">
      <p className="event-head"><span>{event.headline || (event.kind === 'handshake' ? 'Connection' : 'Event')}</span><time className="tabular">{whenWords(event.receivedAt, now, zone)}</time></p>
      <p className="event-became">
        {words}
        {incidentIds.slice(0, 3).map((id) => <span key={id}> <Link className="tabular" to={`/incidents/${id}`}>{id}</Link></span>)}
        {incidentIds.length > 3 ? ` and ${incidentIds.length - 3} more` : ''}
      </p>
      {event.note === null ? null : <p className="event-note">{event.note}</p>}
    </li>
  );
}
