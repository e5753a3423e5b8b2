import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import type { StatusComponent } from '#domain/statusPage/component';
import type { MaintenanceNotice } from '#domain/statusPage/notice';
import { untilWords, utcWords } from '#domain/statusPage/words';
import { useUnsavedWarning } from '../../../drafts/useDraft';
import type { Edited } from '../../../drafts/useEdited';
import { useZone } from '../../../session/useZone';
import { Field, QuietAction, say, TextField } from '../../../ui';
import { EditScreen } from '../../configuration/EditScreen';
import { useSaving } from '../../configuration/useSaving';
import { CancelMaintenance } from './CancelMaintenance';
import { ComponentChecks } from './ComponentChecks';
import { hoursOf, type MaintenanceDraft, maintenanceOf, ofExisting } from './maintenanceDraft';

/** Planned maintenance while it is written. What is typed stays on this device until it is announced; what others announce meanwhile is said. */
export function MaintenanceForm({ notice, edited: { value: draft, changed, overtaken, change, discard, settle }, components, title, back }: {
  notice: MaintenanceNotice | null; edited: Edited<MaintenanceDraft>; components: readonly StatusComponent[]; title: string; back: { to: string; label: string };
}) {
  const navigate = useNavigate();
  const zone = useZone();
  const saving = useSaving();
  const set = (changes: Partial<MaintenanceDraft>) => change({ ...draft, ...changes });
  useUnsavedWarning(changed, 'The maintenance is not announced. What you wrote is kept on this device.');
  const hours = hoursOf(draft, zone);
  const save = async () => {
    const typed = maintenanceOf(ofExisting(draft, components), zone);
    if ('issues' in typed) return saving.refuse('Not announced yet. Look at what is marked.', typed.issues);
    const answer = await saving.save({ type: 'saveMaintenanceNotice', noticeId: notice?.id ?? null, ...typed });
    if (answer === null) return;
    // Before the screen is left, or it would warn of what it has just announced.
    flushSync(() => settle(draft));
    say(answer.message, 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }} does={notice === null ? 'Announce it' : 'Change what is announced'} doing={notice === null ? 'Announcing' : 'Changing'}>
      {overtaken && notice !== null ? <p className="configuration-problem" role="status">Somebody else has changed this announcement since you began. Yours replaces theirs; Discard shows it.</p> : null}
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
      {changed ? <QuietAction tone="plain" onClick={() => { discard(); say(notice === null ? 'Discarded.' : 'Discarded. This is what is announced.'); }} data-testid="discard">Discard my changes</QuietAction> : null}
      {notice === null ? null : <CancelMaintenance notice={notice} onCancelled={() => { flushSync(discard); }} />}
    </EditScreen>
  );
}
