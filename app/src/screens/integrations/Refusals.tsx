import { whenWords } from '#domain/time/words';
import { refusalsOf } from '../../live/events';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Card, useMinute } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import { refusalWords } from './outcomes';
import './integrations.css';

/** What was turned away, why and how often: a tool that is half connected shows here. Nothing where nothing was. */
export function Refusals({ integrationId }: { integrationId: string }) {
  const refusals = known(useReadable('refusals/{id}', refusalsOf(integrationId))) ?? [];
  const zone = useZone();
  const now = useMinute();
  if (refusals.length === 0) return null;
  return (
    <Card flush title="Refused">
      <ul className="events" data-testid="refusals">
        {refusals.map((refusal) => {
          const { reason, issues } = refusalWords(refusal);
          return (
            <li key={`${refusal.status}-${refusal.lastSeenAt}`}>
              <p className="event-head"><span>{reason}</span><time className="tabular">{whenWords(refusal.lastSeenAt, now, zone)}</time></p>
              {issues.length > 0 ? <ul className="refusal-issues">{issues.map((issue) => <li key={issue} style={{ padding: 0, border: 0 }}>{issue}</li>)}</ul> : null}
              <p className="event-became tabular">{refusal.count === 1 ? 'Once' : `${refusal.count.toLocaleString('en')} times`} within the hour. The tool was answered {refusal.status}.</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
