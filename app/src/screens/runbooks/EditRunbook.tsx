import { useParams, useSearchParams } from 'react-router-dom';
import { runbooks, services } from '../../live/configuration';
import { known } from '../../live/live';
import { Empty, Failure, Screen } from '../../ui';
import { readFailures } from '../../words/errors';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { RunbookForm } from './RunbookForm';
import { templateFor } from './template';

/** Writes a runbook, or changes one. `?service=`: for which a new one is begun. */
export default function EditRunbook() {
  const { runbookId } = useParams();
  const serviceId = useSearchParams()[0].get('service');
  const mayWrite = useMay('saveRunbook');
  const live = useReadable('runbooks/{id}', runbooks);
  const everyService = useReadable('services/{id}', services);
  const runbook = known(live)?.find(({ id }) => id === runbookId) ?? null;
  const isNew = runbookId === undefined;
  const title = isNew ? 'New runbook' : 'Edit runbook';
  // With a slash at its end: this screen takes the whole width, no list stands beside it, and so the way back is shown.
  const back = isNew ? { to: '/runbooks/', label: 'All runbooks' } : { to: `/runbooks/${runbookId}`, label: 'The runbook' };
  const listed = known(everyService);
  if (mayWrite && known(live) && listed && (runbook || isNew)) {
    const service = listed.find(({ id }) => id === serviceId) ?? null;
    const name = runbookId ?? (service ? `new for ${service.id}` : 'new');
    return <RunbookForm key={name} name={`runbook:${name}`} runbook={runbook} begun={templateFor(service)} title={title} back={back} />;
  }
  return (
    <Screen title={title} back={back}>
      {!mayWrite ? <Failure title={readFailures.denied.title}><p>Runbooks are written by responders.</p></Failure> : (
        <Reading live={live} label="Loading the runbook">
          {() => <Reading live={everyService} label="Loading services">{() => <Empty title="No such runbook" icon="runbooks"><p>It may have been removed since this link was made.</p></Empty>}</Reading>}
        </Reading>
      )}
    </Screen>
  );
}
