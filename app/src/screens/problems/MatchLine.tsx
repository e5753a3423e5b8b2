import { known } from '../../live/live';
import { lastIncidents } from '../../live/problems';
import { Card, Row, Rows, SeverityMark } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { matched, matchWords } from './problemDraft';
import type { ProblemDraft } from './problemDraft';

const mostShown = 3;

/** With which of the last incidents the problem would have been shown, while it is typed. */
export function MatchLine({ draft }: { draft: Pick<ProblemDraft, 'serviceId' | 'match'> }) {
  const incidents = known(useReadable('incidents/{id}', lastIncidents));
  const hits = incidents === undefined ? [] : matched(draft, incidents);
  return (
    <Card flush title="Tried on what happened">
      <p className="configuration-empty" role="status" data-testid="problem-matches">{incidents === undefined ? 'Reading the last incidents.' : matchWords(draft, incidents)}</p>
      {hits.length === 0 ? null : (
        <Rows label="Incidents that match">
          {hits.slice(0, mostShown).map(({ id, title, severity, serviceName }) => <Row key={id} start={<SeverityMark severity={severity} />} title={title} detail={`${serviceName} · ${id}`} />)}
        </Rows>
      )}
    </Card>
  );
}
