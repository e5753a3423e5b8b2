import { useMemo } from 'react';
import type { Incident } from '#domain/incident/incident';
import { similarTo } from '#domain/postMortem/similar';
import { whenWords } from '#domain/time/words';
import { known } from '../../live/live';
import { incidentsOfService } from '../../live/postMortems';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, Row, Rows, SeverityMark, useMinute } from '../../ui';
import { useSending } from '../incident/useSending';

/** Earlier incidents of the service that look alike, and whether this one is the same again: repeats are counted. */
export function Similar({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { sending, send } = useSending();
  const others = known(useLive(useMemo(() => incidentsOfService(incident.serviceId), [incident.serviceId])));
  const similar = useMemo(() => similarTo(incident, others ?? []), [incident, others]);
  const { repeatOf } = incident;
  const mark = (of: string | null) => { void send(of ?? 'none', { type: 'setRepeat', incidentId: incident.id, of }); };
  if (similar.length === 0 && repeatOf === null) return null;
  return (
    <Card title="Similar before" flush>
      {repeatOf === null ? null : (
        <div className="post-mortem-repeat" data-testid="repeat-of">
          <p>Marked as a repeat of <b>{repeatOf.title}</b> by {repeatOf.by}.</p>
          <QuietAction outlined disabled={sending !== null} onClick={() => mark(null)} data-testid="not-a-repeat">Not a repeat</QuietAction>
        </div>
      )}
      <Rows label="Similar incidents">
        {similar.filter(({ incident: other }) => other.id !== repeatOf?.incidentId).map(({ incident: other, why }) => (
          <div key={other.id} className="post-mortem-similar" data-testid="similar-incident">
            <Row to={`/incidents/${other.id}`} start={<SeverityMark severity={other.severity} word={false} />} title={other.title} detail={`${whenWords(other.clocks.triggeredAt, now, timeZone)} · ${why.join('; ')}`} />
            <QuietAction outlined disabled={sending !== null} onClick={() => mark(other.id)} aria-label={`Mark as a repeat of ${other.title}`} data-testid="mark-repeat">Mark as repeat</QuietAction>
          </div>
        ))}
      </Rows>
    </Card>
  );
}
