import { lazy, Suspense, useContext, useState } from 'react';
import { useParams } from 'react-router-dom';
import { usePerson } from '../../session/useSession';
import { Empty, Failure, IconAction, QuietAction, Screen, SegmentPanel, Segments, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { IncidentFooter } from './IncidentFooter';
import { IncidentHead } from './IncidentHead';
import { StakeholderView } from './StakeholderView';
import { useIncident } from './useIncident';
import { PageToken } from './usePageToken';

const PageByToken = lazy(() => import('./PageByToken'));
const Now = lazy(() => import('./Now'));
const Told = lazy(() => import('./Told'));
const Timeline = lazy(() => import('./Timeline'));
const RunbookPart = lazy(() => import('./RunbookPart'));
const IncidentMenu = lazy(() => import('./IncidentMenu'));
const EscalateSheet = lazy(() => import('./EscalateSheet'));

const segments = [{ key: 'now', title: 'Now' }, { key: 'told', title: 'Told' }, { key: 'timeline', title: 'Timeline' }, { key: 'runbook', title: 'Runbook' }] as const;
type Segment = (typeof segments)[number]['key'];
const back = { to: '/incidents', label: 'All incidents' };

/** One incident: its head, then what helps now, what happened, and what to do. */
export default function IncidentPage() {
  const { incidentId = '' } = useParams();
  // Another incident is another page: its segment, menu and countdown start anew.
  return <OneIncident key={incidentId} incidentId={incidentId} />;
}

function OneIncident({ incidentId }: { incidentId: string }) {
  const isMember = usePerson().role !== 'stakeholder';
  const { live, incident, unsent, facts } = useIncident(incidentId);
  const token = useContext(PageToken);
  const [segment, setSegment] = useState<Segment>('now');
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never');
  const [pageNow, setPageNow] = useState<'never' | 'open' | 'closed'>('never');

  if (live.state === 'loading' && token) return <Suspense fallback={null}><PageByToken token={token} incidentId={incidentId} signedOut={false} /></Suspense>;
  if (live.state === 'loading') return <Screen title={incidentId} code back={back}><Skeleton rows={4} label="Loading the incident" /></Screen>;
  if (live.state === 'failed') {
    const { title, text } = readFailures[live.reason];
    return (
      <Screen title={incidentId} code back={back}>
        <Failure title={title} action={<QuietAction onClick={() => window.location.reload()}>Reload</QuietAction>}><p>{text}</p></Failure>
      </Screen>
    );
  }
  if (!incident) return <Screen title={incidentId} code back={back}><Empty title="No such incident" icon="incidents"><p>Nothing here is called {incidentId}. Look at its letters again, or find it in the list.</p></Empty></Screen>;
  if (!isMember) return <Screen title={incident.id} code back={back}><IncidentHead incident={incident} facts={facts} /><StakeholderView incident={incident} /></Screen>;
  return (
    <Screen
      title={incident.id} code back={back}
      actions={<IconAction label="More actions" icon="more" onClick={() => setMenu('open')} data-testid="incident-menu" />}
      footer={<IncidentFooter incident={incident} unsent={unsent} facts={facts} onRunbook={segment === 'runbook' ? null : () => setSegment('runbook')} onPageNow={() => setPageNow('open')} />}
    >
      <IncidentHead incident={incident} facts={facts} />
      <Segments label="Parts of the incident" segments={segments} current={segment} onChange={setSegment} />
      <SegmentPanel segment={segment}>
        <Suspense fallback={<Skeleton rows={3} />}>
          {segment === 'now' ? <Now incident={incident} onRunbook={() => setSegment('runbook')} onTold={() => setSegment('told')} /> : null}
          {segment === 'told' ? <Told incident={incident} facts={facts} /> : null}
          {segment === 'timeline' ? <Timeline incidentId={incident.id} /> : null}
          {segment === 'runbook' ? <RunbookPart incident={incident} /> : null}
        </Suspense>
      </SegmentPanel>
      <Suspense fallback={null}>
        {menu === 'never' ? null : <IncidentMenu incident={incident} facts={facts} open={menu === 'open'} onClose={() => setMenu('closed')} />}
        {pageNow === 'never' ? null : <EscalateSheet incident={incident} facts={facts} open={pageNow === 'open'} onClose={() => setPageNow('closed')} />}
      </Suspense>
    </Screen>
  );
}
