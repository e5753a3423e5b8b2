import { useMemo, useState } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import type { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice } from '#domain/statusPage/notice';
import { useDraft } from '../../../drafts/useDraft';
import { known } from '../../../live/live';
import { notice as noticeOf, statusComponents } from '../../../live/statusPage';
import { Empty, Screen } from '../../../ui';
import { Reading } from '../../configuration/Reading';
import { useReadable } from '../../configuration/useReadable';
import '../../configuration/configuration.css';
import { beginningOf, NoticeDraft, noticeName, unsent } from './noticeDraft';
import { NoticeForm } from './NoticeForm';
import { ResolvedNotice } from './ResolvedNotice';
import '../status-page.css';
import './notice.css';

const back = { to: '/status-page', label: 'Status page' };

/** What the public is told of one trouble: what waits to be published, what they have read, and at the end what it was. */
export default function NoticePage() {
  const { noticeId = '' } = useParams();
  const live = useReadable('notices/{id}', useMemo(() => noticeOf(noticeId), [noticeId]));
  const every = useReadable('statusComponents/{id}', statusComponents);
  const components = known(every);
  const found = known(live);
  const [goes, setGoes] = useState(false);
  if (found?.kind === 'maintenance') return <Navigate to={`/status-page/maintenance/${noticeId}`} replace />;
  // Discarded by its reader: "there is none" would be no news.
  if (found === null && goes) return <Navigate to={back.to} replace />;
  if (found && components) return <Whole key={noticeId} notice={found} components={components} onDiscard={setGoes} />;
  return (
    <Screen title="Public notice" back={back}>
      <Reading live={live} label="Loading the notice" rows={6}>
        {() => (found ? <Reading live={every} label="Loading the components" rows={6}>{() => null}</Reading> : <Empty title="No notice by this address" icon="note"><p>Its draft may have been discarded before anybody published it. Go back to the status page.</p></Empty>)}
      </Reading>
    </Screen>
  );
}

/** Writing where there is something to say; what was said, and the summary, once it is over. */
function Whole({ notice, components, onDiscard }: { notice: IncidentNotice; components: readonly StatusComponent[]; onDiscard: (goes: boolean) => void }) {
  const { draft, keep } = useDraft(noticeName(notice.id), NoticeDraft);
  const [goesOn, setGoesOn] = useState(false);
  const waiting = unsent(draft, notice.updates);
  const beginning = beginningOf(notice, goesOn);
  // Kept with the first word: after a reload nothing else says that this goes on, and the last update's phase would stand there again, which is resolved.
  const keepPhase = (next: NoticeDraft | null) => keep(next !== null && goesOn && notice.draft === null ? { ...next, phase: next.phase ?? beginning.phase } : next);
  const writes = notice.resolvedAt === null || notice.draft !== null || waiting !== null || goesOn;
  if (!writes) return <ResolvedNotice notice={notice} components={components} back={back} onGoOn={() => setGoesOn(true)} />;
  return (
    <NoticeForm
      notice={notice} incidentId={notice.incidentId} beginning={beginning} components={components} draft={waiting} keep={keepPhase} back={back} title="Public notice"
      onDiscard={onDiscard} onPublished={() => setGoesOn(false)}
    />
  );
}
