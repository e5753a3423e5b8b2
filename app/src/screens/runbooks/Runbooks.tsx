import { useMatch } from 'react-router-dom';
import { runbooks, services } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Empty, Failure, Icon, Row, Rows, Screen, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';

/** Every runbook, by title, with the services it belongs to. */
export default function Runbooks() {
  const isMember = usePerson().role !== 'stakeholder';
  const live = useLive(isMember ? runbooks : null);
  const every = known(useLive(isMember ? services : null)) ?? [];
  const current = useMatch('/runbooks/:runbookId')?.params.runbookId;
  const shown = known(live);
  const nameOf = (id: string) => every.find((service) => service.id === id)?.name ?? id;
  if (!isMember) {
    return <Screen title="Runbooks"><Empty title="Runbooks are for responders" icon="runbooks"><p>They tell whoever is on call what to do. You see incidents and how they go.</p></Empty></Screen>;
  }
  return (
    <Screen title="Runbooks">
      {live.state === 'loading' ? <Skeleton label="Loading runbooks" /> : null}
      {live.state === 'failed' ? <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure> : null}
      {shown?.length === 0 ? <Empty title="No runbooks yet" icon="runbooks"><p>A runbook says what to check first, so that nobody has to remember it at night.</p></Empty> : null}
      <Rows label="Runbooks">
        {[...(shown ?? [])].sort((a, b) => a.title.localeCompare(b.title)).map((runbook) => (
          <Row
            key={runbook.id} to={`/runbooks/${runbook.id}`} current={runbook.id === current} start={<Icon name="runbooks" />}
            title={runbook.title} detail={runbook.serviceIds.map(nameOf).join(', ')}
          />
        ))}
      </Rows>
    </Screen>
  );
}
