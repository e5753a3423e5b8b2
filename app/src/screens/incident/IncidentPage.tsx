import { lazy, Suspense, useContext, useState } from 'react';
import { useParams } from 'react-router-dom';
import { usePerson } from '../../session/useSession';
import { Empty, Failure, IconAction, QuietAction, Screen, SegmentPanel, Segments, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { DrillBanner } from './drill/DrillBanner';
import { IncidentFooter } from './IncidentFooter';
import { IncidentHead } from './IncidentHead';
import { useIncident } from './useIncident';
import { PageToken } from './usePageToken';

const PageByToken = lazy(() => import('./PageByToken'));
const Now = lazy(() => import('./Now'));
const Told = lazy(() => import('./Told'));
const Timeline = lazy(() => import('./Timeline'));
const RunbookPart = lazy(() => import('./RunbookPart'));
const IncidentMenu = lazy(() => import('./IncidentMenu'));
const EscalateSheet = lazy(() => import('./EscalateSheet'));
const StakeholderView = lazy(() => import('./StakeholderView'));
const Updates = lazy(() => import('./updates/Updates'));
const Afterwards = lazy(() => import('./ending/Afterwards'));
const NoteSheet = lazy(() => import('./NoteSheet'));
const Shortcuts = lazy(() => import('./Shortcuts'));

const segments = [{ key: 'now', title: 'Now' }, { key: 'told', title: 'Told' }, { key: 'timeline', title: 'Timeline' }, { key: 'runbook', title: 'Runbook' }, { key: 'updates', title: 'Updates' }] as const;
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
  const [note, setNote] = useState<'never' | 'open' | 'closed'>('never');

  // Without a network an incident that was never read here fails at once: the page's own words stand in for it all the same.
  if ((live.state === 'loading' || live.state === 'failed') && token) return <Suspense fallback={null}><PageByToken token={token} incidentId={incidentId} signedOut={false} /></Suspense>;
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
  if (!isMember) return <Screen title={incident.id} code back={back} under={<DrillBanner incident={incident} />}><Suspense fallback={<Skeleton rows={4} label="Loading the incident" />}><StakeholderView incident={incident} /></Suspense></Screen>;
  const toUpdates = () => setSegment('updates');
  // By key: the focus goes along, as if the tab had been walked to.
  const go = (to: Segment) => { setSegment(to); document.getElementById(`segment-${to}`)?.focus(); };
  return (
    <Screen
      title={incident.id} code back={back} under={<DrillBanner incident={incident} />}
      actions={<IconAction label="More actions" icon="more" onClick={() => setMenu('open')} data-testid="incident-menu" />}
      footer={<IncidentFooter incident={incident} unsent={unsent} facts={facts} onRunbook={segment === 'runbook' ? null : () => setSegment('runbook')} onPageNow={() => setPageNow('open')} />}
    >
      <IncidentHead incident={incident} facts={facts} onUpdates={toUpdates} />
      <Segments label="Parts of the incident" segments={segments} current={segment} onChange={setSegment} />
      <SegmentPanel segment={segment}>
        <Suspense fallback={<Skeleton rows={3} />}>
          {segment === 'now' && incident.status === 'resolved' ? <Afterwards incident={incident} onFinalUpdate={toUpdates} /> : null}
          {segment === 'now' ? <Now incident={incident} onRunbook={() => setSegment('runbook')} onTold={() => setSegment('told')} onUpdates={toUpdates} /> : null}
          {segment === 'told' ? <Told incident={incident} facts={facts} /> : null}
          {segment === 'timeline' ? <Timeline incident={incident} /> : null}
          {segment === 'runbook' ? <RunbookPart incident={incident} /> : null}
          {segment === 'updates' ? <Updates incident={incident} facts={facts} /> : null}
        </Suspense>
      </SegmentPanel>
      <Suspense fallback={null}>
        {menu === 'never' ? null : <IncidentMenu incident={incident} facts={facts} open={menu === 'open'} onClose={() => setMenu('closed')} onUpdate={toUpdates} onFinalUpdate={toUpdates} />}
        {pageNow === 'never' ? null : <EscalateSheet incident={incident} facts={facts} open={pageNow === 'open'} onClose={() => setPageNow('closed')} />}
        {note === 'never' ? null : <NoteSheet incidentId={incident.id} open={note === 'open'} onClose={() => setNote('closed')} />}
        <Shortcuts
          incident={incident} unsent={unsent} onEscalate={() => setPageNow('open')} onNote={() => setNote('open')} onMenu={() => setMenu('open')}
          onRunbook={() => go('runbook')} onTimeline={() => go('timeline')}
        />
      </Suspense>
    </Screen>
  );
}
