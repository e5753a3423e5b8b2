import { useMemo, useState } from 'react';
import type { CommandAnswer } from '#domain/command/answer';
import type { Schedule } from '#domain/oncall/schedule';
import { ChoiceField, Field, PrimaryAction, QuietAction, Screen } from '../../ui';
import { holidaysOf } from '#domain/escalation/targets';
import { useWide } from '../../layout/useWide';
import { usePerson } from '../../session/useSession';
import { useSaving } from '../configuration/useSaving';
import type { OnCallFacts } from '../oncall/useOnCall';
import { LayerList } from './LayerList';
import { Preview, PreviewLine } from './Preview';
import { ReviewSheet } from './ReviewSheet';
import { scheduleOf } from './scheduleDraft';
import type { ScheduleDraft } from './scheduleDraft';
import { newLayer } from './templates';
import { ZoneField } from './ZoneField';
import './editor.css';

/** The form of a schedule with what it comes to beside it. `kept`: what is saved of it already; null for a new one. */
export function Editor({ draft, kept, overtaken, facts, title, back, onChange, onDiscard, onSaved, onRemove }: {
  draft: ScheduleDraft; kept: Schedule | null; overtaken: boolean; facts: OnCallFacts; title: string; back: { to: string; label: string };
  onChange: (draft: ScheduleDraft) => void; onDiscard: (() => void) | null; onSaved: () => void; onRemove: (() => void) | null;
}) {
  const { userId } = usePerson();
  const wide = useWide();
  const saving = useSaving();
  const [review, setReview] = useState<{ schedule: Schedule; found: CommandAnswer } | null>(null);
  const made = useMemo(() => scheduleOf(draft, { overrides: kept?.overrides ?? [], temporary: kept?.temporary ?? [] }), [draft, kept]);
  // A name is not what the preview waits for.
  const seen = useMemo(() => {
    const named = scheduleOf({ ...draft, name: draft.name.trim() || 'New' }, { overrides: kept?.overrides ?? [], temporary: kept?.temporary ?? [] });
    return 'issues' in named ? null : named;
  }, [draft, kept]);
  const holidays = useMemo(() => (seen ? holidaysOf(seen, facts) : []), [seen, facts]);
  const [tried, setTried] = useState(false);
  const issues = tried && 'issues' in made ? made.issues : [];
  const errorAt = (path: string) => issues.find((issue) => issue.path === path || (path.endsWith('participants') && issue.path.startsWith(`${path}.`)))?.message ?? saving.issueAt(`schedule.${path}`, 'It') ?? undefined;
  const check = async () => {
    setTried(true);
    if ('issues' in made) return saving.refuse('Not saved yet. Look at what is marked.');
    const found = await saving.save({ type: 'saveSchedule', schedule: made, dryRun: true });
    if (found) setReview({ schedule: made, found });
  };
  const add = () => onChange({ ...draft, layers: [...draft.layers, newLayer({ newId: () => crypto.randomUUID(), timeZone: draft.timeZone, now: Date.now(), userId }, `Layer ${draft.layers.length + 1}`)] });
  return (
    <Screen
      title={title} back={back} under={wide ? null : <PreviewLine schedule={seen} holidays={holidays} facts={facts} />} actions={onDiscard ? <QuietAction onClick={onDiscard} data-testid="discard">Discard</QuietAction> : null}
      footer={(
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} onClick={() => { void check(); }} data-testid="save">{saving.busy ? 'Looking what changes' : 'See what changes, then save'}</PrimaryAction>
        </>
      )}
    >
      <form className="editor" noValidate onSubmit={(event) => { event.preventDefault(); void check(); }}>
        <div className="editor-form">
          {overtaken ? <p className="configuration-problem" role="status">Somebody else has changed this schedule since you began. Saving replaces theirs; Discard shows them.</p> : null}
          <Field label="Name" placeholder="Checkout primary" value={draft.name} maxLength={100} error={errorAt('name')} onChange={(event) => onChange({ ...draft, name: event.target.value })} />
          <ZoneField label="Time zone of the schedule" value={draft.timeZone} hint="All times below are by the clocks there." error={errorAt('timeZone')} onChange={(timeZone) => onChange({ ...draft, timeZone })} />
          {facts.calendars.length > 0 || draft.holidayCalendarId !== null ? (
            <ChoiceField label="Holidays" value={draft.holidayCalendarId ?? ''} onChange={(event) => onChange({ ...draft, holidayCalendarId: event.target.value === '' ? null : event.target.value })}>
              <option value="">None</option>
              {facts.calendars.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </ChoiceField>
          ) : null}
          <LayerList draft={draft} people={facts.people} errorAt={errorAt} onChange={(layers) => onChange({ ...draft, layers })} onAdd={add} />
          {onRemove ? <div className="editor-remove"><QuietAction tone="danger" onClick={onRemove} data-testid="remove-schedule">Remove this schedule</QuietAction></div> : null}
        </div>
        <div className="editor-aside"><Preview schedule={seen} holidays={holidays} facts={facts} /></div>
        <button type="submit" hidden>Save</button>
      </form>
      {review ? <ReviewSheet {...review} isNew={kept === null} onClose={() => setReview(null)} onSaved={onSaved} /> : null}
    </Screen>
  );
}
