import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { phaseOf } from '#domain/incident/phase';
import type { SeverityPolicy } from '#domain/incident/severity';
import type { StatusComponent } from '#domain/statusPage/component';
import { drafted, touchedBy } from '#domain/statusPage/draft';
import { useDraft } from '../../../drafts/useDraft';
import { services } from '../../../live/configuration';
import { incident as incidentOf } from '../../../live/incidents';
import { known } from '../../../live/live';
import { noticesOf, statusComponents } from '../../../live/statusPage';
import { useFacts } from '../../../live/useFacts';
import { Empty, Failure, Screen } from '../../../ui';
import { readFailures } from '../../../words/errors';
import { Reading } from '../../configuration/Reading';
import { useMay, useReadable } from '../../configuration/useReadable';
import '../../configuration/configuration.css';
import { beginningOf, newNoticeName, NoticeDraft, type Written } from './noticeDraft';
import { NoticeForm } from './NoticeForm';
import { ToItsNotice } from './ToItsNotice';
import '../status-page.css';
import './notice.css';

const nothing: Written = { title: '', components: [], phase: 'investigating', text: '' };
const title = 'New notice';

/** A notice that nobody has drafted: of no incident, or (`?incident=`) of one. An incident that has one already leads to it. */
export default function NewNotice() {
  const [search] = useSearchParams();
  const incidentId = search.get('incident');
  const mayPublish = useMay('publishNotice');
  const components = useReadable('statusComponents/{id}', statusComponents);
  const back = incidentId === null ? { to: '/status-page', label: 'Status page' } : { to: `/incidents/${incidentId}`, label: 'The incident' };
  const every = known(components);
  if (mayPublish && every !== undefined && every.length > 0) {
    return incidentId === null ? <Form key="none" incidentId={null} components={every} back={back} first={() => nothing} /> : <OfIncident key={incidentId} incidentId={incidentId} components={every} back={back} />;
  }
  return (
    <Screen title={title} back={back}>
      {mayPublish
        ? <Reading live={components} label="Loading the components">{() => <Empty title="Nothing to tell of yet" icon="services"><p>A notice says which component it touches, and the status page has none. An admin adds them there.</p></Empty>}</Reading>
        : <Failure title={readFailures.denied.title}><p>Responders tell the public.</p></Failure>}
    </Screen>
  );
}

type Props = { components: readonly StatusComponent[]; back: { to: string; label: string } };

function OfIncident({ incidentId, components, back }: Props & { incidentId: string }) {
  const incident = useReadable('incidents/{id}', useMemo(() => incidentOf(incidentId), [incidentId]));
  const notices = useReadable('notices/{id}', useMemo(() => noticesOf(incidentId), [incidentId]));
  const everyService = known(useReadable('services/{id}', services));
  const { severities } = useFacts();
  const one = known(incident);
  const notice = known(notices)?.find((found) => found.kind === 'incident');
  if (notice) return <ToItsNotice notice={notice} incidentId={incidentId} />;
  if (one && one.drillId === null && known(notices) && everyService) {
    const touched = touchedBy(everyService.find(({ id }) => id === one.serviceId), components);
    return <Form incidentId={one.id} components={components} back={back} first={() => firstWordsOf(one, touched, severities, Date.now())} />;
  }
  return (
    <Screen title={title} back={back}>
      <Reading live={incident} label="Loading the incident">
        {(found: Incident | null) => (found === null ? <Empty title="No such incident" icon="incidents"><p>Nothing here is called {incidentId}.</p></Empty>
          : found.drillId === null ? <Reading live={notices} label="Loading its notice">{() => null}</Reading> : <Empty title="This is a drill" icon="note"><p>A drill is never told to the public.</p></Empty>)}
      </Reading>
    </Screen>
  );
}

/** What the server would draft of it; no words where its service touches no component: then a person says which. */
function firstWordsOf(incident: Incident, [first, ...others]: readonly StatusComponent[], severities: SeverityPolicy, now: number): Written {
  if (first === undefined) return nothing;
  return beginningOf(drafted(undefined, incident, [first, ...others], phaseOf(incident), { noticeId: '', by: null }, { severities }, now));
}

function Form({ incidentId, components, back, first }: Props & { incidentId: string | null; first: () => Written }) {
  const navigate = useNavigate();
  // As of when the screen was opened: words that change by themselves are read by nobody.
  const [beginning] = useState(first);
  const { draft, keep } = useDraft(newNoticeName(incidentId), NoticeDraft);
  return (
    <NoticeForm
      notice={null} incidentId={incidentId} beginning={beginning} components={components} draft={draft} keep={keep} back={back} title={title}
      onDiscard={() => undefined} onPublished={(id) => { void navigate(id === undefined ? '/status-page' : `/status-page/notices/${id}`, { replace: true }); }}
    />
  );
}
