import { useParams } from 'react-router-dom';
import { runbooks } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Empty, Failure, Screen, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import Markdown from './Markdown';
import './runbook-page.css';

/** One runbook, to be read with one thumb. */
export default function RunbookPage() {
  const { runbookId } = useParams();
  const isMember = usePerson().role !== 'stakeholder';
  const live = useLive(isMember ? runbooks : null);
  const runbook = known(live)?.find(({ id }) => id === runbookId);
  const failure = isMember ? (live.state === 'failed' ? live.reason : null) : 'denied';
  return (
    <Screen title={runbook?.title ?? 'Runbook'} back={{ to: '/runbooks', label: 'All runbooks' }}>
      {isMember && live.state === 'loading' ? <Skeleton label="Loading the runbook" /> : null}
      {failure ? <Failure title={readFailures[failure].title}><p>{readFailures[failure].text}</p></Failure> : null}
      {known(live) && !runbook ? <Empty title="No such runbook" icon="runbooks"><p>It may have been removed since this link was made.</p></Empty> : null}
      {runbook ? <article className="runbook"><Markdown text={runbook.markdown} /></article> : null}
    </Screen>
  );
}
