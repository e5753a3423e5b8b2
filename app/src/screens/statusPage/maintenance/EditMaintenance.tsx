import { useMemo } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import type { StatusComponent } from '#domain/statusPage/component';
import type { MaintenanceNotice } from '#domain/statusPage/notice';
import { untilWords, utcWords } from '#domain/statusPage/words';
import { useDraft, useUnsavedWarning } from '../../../drafts/useDraft';
import { known } from '../../../live/live';
import { notice as noticeOf, statusComponents } from '../../../live/statusPage';
import { useZone } from '../../../session/useZone';
import { Empty, Failure, Field, say, Screen, TextField, useMinute } from '../../../ui';
import { readFailures } from '../../../words/errors';
import { EditScreen } from '../../configuration/EditScreen';
import { Reading } from '../../configuration/Reading';
import { useMay, useReadable } from '../../configuration/useReadable';
import { useSaving } from '../../configuration/useSaving';
import '../../configuration/configuration.css';
import { isOverMaintenance } from '../views';
import '../status-page.css';
import { CancelMaintenance } from './CancelMaintenance';
import { ComponentChecks } from './ComponentChecks';
import { hoursOf, MaintenanceDraft, maintenanceDraftOf, maintenanceOf } from './maintenanceDraft';
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
  if (mayPlan && every && every.length > 0 && (found || noticeId === undefined)) return <Form key={noticeId ?? 'new'} notice={found ?? null} components={every} title={title} />;
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

function Form({ notice, components, title }: { notice: MaintenanceNotice | null; components: readonly StatusComponent[]; title: string }) {
  const navigate = useNavigate();
  const zone = useZone();
  const now = useMinute();
  const saving = useSaving();
  const { draft: kept, keep } = useDraft(`maintenance:${notice?.id ?? 'new'}`, MaintenanceDraft);
  const draft = kept ?? maintenanceDraftOf(notice, now, zone);
  const set = (changes: Partial<MaintenanceDraft>) => keep({ ...draft, ...changes });
  useUnsavedWarning(kept !== null && !saving.busy, 'The maintenance is not announced. What you wrote is kept on this device.');
  const hours = hoursOf(draft, zone);
  const save = async () => {
    const typed = maintenanceOf(draft, zone);
    if ('issues' in typed) return saving.refuse('Not announced yet. Look at what is marked.', typed.issues);
    const answer = await saving.save({ type: 'saveMaintenanceNotice', noticeId: notice?.id ?? null, ...typed });
    if (answer === null) return;
    keep(null);
    say(answer.message, 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }} does={notice === null ? 'Announce it' : 'Change what is announced'} doing={notice === null ? 'Announcing' : 'Changing'}>
      <p className="configuration-lead">{notice === null ? 'Everybody can read it from then on, and whoever subscribed is told by e-mail.' : 'Everybody can read it.'} It holds no page back: that is what Maintenance under More is for.</p>
      <Field
        label="Title" placeholder="The database moves" value={draft.title} maxLength={150} error={saving.issueAt('title', 'The title')}
        onChange={(event) => set({ title: event.target.value })} data-testid="maintenance-title"
      />
      <ComponentChecks components={components} chosen={draft.componentIds} error={saving.issueAt('components', 'The components')} onChange={(componentIds) => set({ componentIds })} />
      <div className="configuration-pair configuration-pair-wide status-hours">
        <Field label="Start" type="datetime-local" value={draft.startsAt} error={saving.issueAt('startsAt', 'The start')} onChange={(event) => set({ startsAt: event.target.value })} />
        <Field label="End" type="datetime-local" value={draft.endsAt} error={saving.issueAt('endsAt', 'The end')} onChange={(event) => set({ endsAt: event.target.value })} />
      </div>
      <p className="quiet small tabular" data-testid="in-utc">By your clock, {zone.replaceAll('_', ' ')}.{hours === null ? '' : ` The page says ${utcWords(hours.startsAt)} to ${untilWords(hours.endsAt, hours.startsAt)}.`}</p>
      <TextField
        label="What to expect" rows={5} value={draft.text} maxLength={4000} error={saving.issueAt('text', 'The text')} hint="What is done, and what does not work meanwhile."
        onChange={(event) => set({ text: event.target.value })} data-testid="maintenance-text"
      />
      {notice === null ? null : <CancelMaintenance notice={notice} onCancelled={() => keep(null)} />}
    </EditScreen>
  );
}
