import { clockTime } from '#domain/time/words';
import { lastEventOf, lastRefusalOf } from '../../live/events';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Icon } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import { becameOf, refusalWords } from './outcomes';
import './integrations.css';

/** Whether the tool has been heard since `since` (ms since epoch): waiting, then its first event, or why its request was turned away. Live. */
export function FirstEvent({ integrationId, since }: { integrationId: string; since: number }) {
  const zone = useZone();
  const [event] = known(useReadable('events/{id}', lastEventOf(integrationId))) ?? [];
  const [refusal] = known(useReadable('refusals/{id}', lastRefusalOf(integrationId))) ?? [];
  const heard = event && event.receivedAt >= since ? event : null;
  const refused = refusal && refusal.lastSeenAt >= since && refusal.lastSeenAt > (heard?.receivedAt ?? 0) ? refusal : null;
  const { reason, issues } = refused ? refusalWords(refused) : { reason: '', issues: [] };
  return (
    <div className="first-event-box" role="status" data-testid="first-event">
      {refused ? (
        <>
          <p className="first-event"><Icon name="warning" /><span>Something arrived at <time className="tabular">{clockTime(refused.lastSeenAt, zone)}</time> and was refused: {reason}</span></p>
          {issues.length > 0 ? <ul className="refusal-issues">{issues.map((issue) => <li key={issue}>{issue}</li>)}</ul> : null}
        </>
      ) : null}
      {heard ? (
        <>
          <p className="first-event first-event-heard"><Icon name="check" /><span>First event <time className="tabular">{clockTime(heard.receivedAt, zone)}</time>: {heard.headline || becameOf(heard).words}</span></p>
          {heard.kind === 'alerts' || heard.headline === '' ? null : <p className="quiet small first-event-more">{becameOf(heard).words}</p>}
        </>
      ) : null}
      {!heard && !refused ? <p className="first-event"><span className="first-event-dot" aria-hidden="true" /><span>Waiting for the first event.</span></p> : null}
    </div>
  );
}
