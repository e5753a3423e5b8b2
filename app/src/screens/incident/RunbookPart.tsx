import type { Incident } from '#domain/incident/incident';
import { runbooks } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Empty, Failure, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import Markdown from '../runbooks/Markdown';
import '../runbooks/runbook-page.css';

/** The incident's runbook, read in place. */
export default function RunbookPart({ incident }: { incident: Incident }) {
  const live = useLive(runbooks);
  const runbook = known(live)?.find(({ id }) => id === incident.runbookId);
  if (live.state === 'loading') return <Skeleton label="Loading the runbook" />;
  if (live.state === 'failed') return <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure>;
  if (!runbook) return <Empty title="No runbook" icon="runbooks"><p>{incident.serviceName} has none. What you find out now is its first page: keep it as a note.</p></Empty>;
  return <article className="runbook" aria-label={runbook.title}><Markdown text={runbook.markdown} /></article>;
}
