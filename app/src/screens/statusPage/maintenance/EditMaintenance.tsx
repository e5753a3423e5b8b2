import { useMemo, useState } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import type { StatusComponent } from '#domain/statusPage/component';
import type { MaintenanceNotice } from '#domain/statusPage/notice';
import { useEdited } from '../../../drafts/useEdited';
import { known } from '../../../live/live';
import { notice as noticeOf, statusComponents } from '../../../live/statusPage';
import { useZone } from '../../../session/useZone';
import { Empty, Failure, Screen, useMinute } from '../../../ui';
import { readFailures } from '../../../words/errors';
import { Reading } from '../../configuration/Reading';
import { useMay, useReadable } from '../../configuration/useReadable';
import '../../configuration/configuration.css';
import { isOverMaintenance } from '../views';
import '../status-page.css';
import { MaintenanceDraft, maintenanceDraftOf } from './maintenanceDraft';
import { MaintenanceForm } from './MaintenanceForm';
import { MaintenanceOver } from './MaintenanceOver';

const back = { to: '/status-page', label: 'Status page' };

/** Announces planned maintenance, or changes what is announced; what is over is only read. */
export default function EditMaintenance() {
  const { noticeId } = useParams();
  const mayPlan = useMay('saveMaintenanceNotice');
  const live = useReadable('notices/{id}', useMemo(() => noticeOf(noticeId ?? 'none'), [noticeId]));
  const components = useReadable('statusComponents/{id}', statusComponents);
  const now = useMinute();
  const every = known(components);
  const found = noticeId === undefined ? null : known(live);
  if (found?.kind === 'incident') return <Navigate to={`/status-page/notices/${found.id}`} replace />;
  const title = noticeId === undefined ? 'Plan maintenance' : 'Planned maintenance';
  if (every && found && isOverMaintenance(found, now)) return <MaintenanceOver notice={found} components={every} back={back} />;
  if (mayPlan && every && every.length > 0 && (found || noticeId === undefined)) return <Editing key={noticeId ?? 'new'} notice={found ?? null} components={every} title={title} />;
  return (
    <Screen title={title} back={back}>
      {mayPlan ? (
        <Reading live={components} label="Loading the components">
          {(all) => (all.length === 0
            ? <Empty title="Nothing to announce yet" icon="maintenance"><p>Maintenance says which component is worked on, and the status page has none. An admin adds them there.</p></Empty>
            : <Reading live={live} label="Loading this maintenance">{(one) => (one === null ? <Empty title="No maintenance by this address" icon="maintenance"><p>Go back to the status page.</p></Empty> : null)}</Reading>)}
        </Reading>
      ) : <Failure title={readFailures.denied.title}><p>Responders announce maintenance.</p></Failure>}
    </Screen>
  );
}

function Editing({ notice, components, title }: { notice: MaintenanceNotice | null; components: readonly StatusComponent[]; title: string }) {
  const zone = useZone();
  // As of when the screen was opened: the hours that a new one begins with do not move while somebody types.
  const [opened] = useState(() => Date.now());
  const saved = useMemo(() => maintenanceDraftOf(notice, opened, zone), [notice, opened, zone]);
  const edited = useEdited(`maintenance:${notice?.id ?? 'new'}`, MaintenanceDraft, saved);
  return edited === null ? null : <MaintenanceForm notice={notice} edited={edited} components={components} title={title} back={back} />;
}
