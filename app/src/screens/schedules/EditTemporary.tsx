import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useParams } from 'react-router-dom';
import type { CommandAnswer } from '#domain/command/answer';
import type { Schedule } from '#domain/oncall/schedule';
import { DAY } from '#domain/time/instant';
import { wallTimeAt } from '#domain/time/zone';
import { schedules } from '../../live/configuration';
import { useUnsavedWarning } from '../../drafts/useDraft';
import { useEdited } from '../../drafts/useEdited';
import { ChoiceField, Empty, Failure, Field, PrimaryAction, QuietAction, Screen, useMinute } from '../../ui';
import { readFailures } from '../../words/errors';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { useOnCall } from '../oncall/useOnCall';
import type { Dated, OnCallFacts } from '../oncall/useOnCall';
import { membersOf } from './members';
import { Preview } from './Preview';
import { ReviewSheet } from './ReviewSheet';
import { SpanFields } from './SpanFields';
import { planShifts, TemporaryDraft, temporaryDraftOf, temporaryOf } from './temporaryDraft';
import './editor.css';

/** Plans a time in which fixed shifts stand in for a schedule's layers, or changes one. */
export default function EditTemporary() {
  const { scheduleId, temporaryId } = useParams();
  const live = useReadable('schedules/{id}', schedules);
  const mayChange = useMay('saveSchedule');
  const facts = useOnCall();
  const of = facts.dated.find(({ schedule }) => schedule.id === scheduleId);
  const back = { to: `/schedules/${encodeURIComponent(scheduleId ?? '')}`, label: 'The schedule' };
  if (!mayChange) return <Screen title="Temporary schedule" back={back}><Failure title={readFailures.denied.title}><p>Only admins change schedules.</p></Failure></Screen>;
  const isThere = temporaryId === undefined || of?.schedule.temporary.some(({ id }) => id === temporaryId);
  if (facts.complete && of && isThere) return <Form key={temporaryId ?? 'new'} of={of} temporaryId={temporaryId} facts={facts} back={back} />;
  return <Screen title="Temporary schedule" back={back}><Reading live={live} label="Loading this schedule">{() => <Empty title="No temporary schedule by this address"><p>It may be over or removed.</p></Empty>}</Reading></Screen>;
}

function Form({ of, temporaryId, facts, back }: { of: Dated; temporaryId: string | undefined; facts: OnCallFacts; back: { to: string; label: string } }) {
  const { schedule, holidays } = of;
  const zone = schedule.timeZone;
  const navigate = useNavigate();
  const now = useMinute();
  const saving = useSaving();
  const [fresh] = useState((): TemporaryDraft => ({ id: crypto.randomUUID(), name: '', start: `${wallTimeAt(now + DAY, zone).slice(0, 10)}T00:00`, end: `${wallTimeAt(now + 8 * DAY, zone).slice(0, 10)}T00:00`, shifts: [] }));
  const [tried, setTried] = useState(false);
  const [review, setReview] = useState<{ schedule: Schedule; found: CommandAnswer } | null>(null);
  const saved = useMemo(() => {
    const stored = schedule.temporary.find(({ id }) => id === temporaryId);
    return stored ? temporaryDraftOf(stored, zone) : fresh;
  }, [schedule, temporaryId, zone, fresh]);
  const edited = useEdited(`temporary:${schedule.id}:${temporaryId ?? 'new'}`, TemporaryDraft, saved);
  useUnsavedWarning(edited?.changed ?? false, 'The temporary schedule is not saved yet. It is kept on this device.');
  const draft = edited?.value ?? saved;
  const made = temporaryOf(draft, zone);
  const withIt = useMemo((): Schedule | null => ('issues' in made ? null : { ...schedule, temporary: [...schedule.temporary.filter(({ id }) => id !== made.id), made] }), [made, schedule]);
  if (!edited) return null;
  const errorAt = (path: string) => (tried && 'issues' in made ? made.issues.find((issue) => issue.path === path)?.message : undefined);
  const set = (fields: Partial<TemporaryDraft>) => edited.change({ ...draft, ...fields });
  const setShift = (key: string, fields: Partial<TemporaryDraft['shifts'][number]>) => set({ shifts: draft.shifts.map((each) => (each.key === key ? { ...each, ...fields } : each)) });
  const look = async (next: Schedule | null) => {
    setTried(true);
    if (!next) return saving.refuse('Not saved yet. Look at what is marked.');
    const found = await saving.save({ type: 'saveSchedule', schedule: next, dryRun: true });
    if (found) setReview({ schedule: next, found });
  };
  const last = draft.shifts.at(-1);
  return (
    <Screen
      title={draft.name.trim() || 'New temporary schedule'} back={back}
      footer={(
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} onClick={() => { void look(withIt); }} data-testid="save">{saving.busy ? 'Looking what changes' : 'See what changes, then save'}</PrimaryAction>
        </>
      )}
    >
      <div className="editor">
        <div className="editor-form">
          <p className="configuration-lead">While it runs, only these shifts count: the layers and overrides of {schedule.name} rest.</p>
          <Field label="Name" placeholder="Christmas" value={draft.name} maxLength={100} error={errorAt('name')} onChange={(event) => set({ name: event.target.value })} />
          <SpanFields draft={draft} zone={zone} whose="the schedule’s" onChange={(span) => set(span)} />
          <div className="fixed-shifts" role="group" aria-label="Shifts">
            {draft.shifts.map((shift, at) => (
              <div className="fixed-shift" key={shift.key}>
                <ChoiceField label={`Shift ${at + 1}`} value={shift.userId} error={errorAt(`shifts.${at}.userId`)} onChange={(event) => setShift(shift.key, { userId: event.target.value })}>
                  <option value="" disabled>Choose a person</option>
                  {membersOf(facts.people, [shift.userId]).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </ChoiceField>
                <SpanFields draft={shift} zone={zone} whose="the schedule’s" onChange={(span) => setShift(shift.key, span)} />
                <QuietAction tone="plain" onClick={() => set({ shifts: draft.shifts.filter(({ key }) => key !== shift.key) })}>Remove shift {at + 1}</QuietAction>
              </div>
            ))}
            <div className="schedule-actions">
              <QuietAction outlined icon="plus" onClick={() => set({ shifts: [...draft.shifts, { key: crypto.randomUUID(), userId: '', start: last?.end ?? draft.start, end: draft.end }] })}>Add a shift</QuietAction>
              {draft.shifts.length === 0 ? <QuietAction outlined icon="copy" onClick={() => set({ shifts: planShifts(draft, of, () => crypto.randomUUID()) })}>Start from the plan so far</QuietAction> : null}
            </div>
          </div>
          {temporaryId === undefined ? null : <div className="editor-remove"><QuietAction tone="danger" onClick={() => { void look({ ...schedule, temporary: schedule.temporary.filter(({ id }) => id !== temporaryId) }); }}>Remove this temporary schedule</QuietAction></div>}
        </div>
        <div className="editor-aside"><Preview schedule={withIt} holidays={holidays} facts={facts} /></div>
      </div>
      {review ? <ReviewSheet {...review} isNew={false} onClose={() => setReview(null)} onSaved={() => { flushSync(() => edited.settle(draft)); void navigate(back.to, { replace: true }); }} /> : null}
    </Screen>
  );
}
