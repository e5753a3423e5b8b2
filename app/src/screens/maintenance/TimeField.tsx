import { useZone } from '../../session/useZone';
import { ChoiceField, Field } from '../../ui';
import { Choices } from '../configuration/Choices';
import type { Saving } from '../configuration/useSaving';
import { LengthField } from '../heartbeats/LengthField';
import type { WindowDraft } from './windowDraft';
import './maintenance.css';

const days = [['Mon', 'Monday'], ['Tue', 'Tuesday'], ['Wed', 'Wednesday'], ['Thu', 'Thursday'], ['Fri', 'Friday'], ['Sat', 'Saturday'], ['Sun', 'Sunday']] as const;
type Props = { draft: WindowDraft; onChange: (draft: WindowDraft) => void; issueAt: Saving['issueAt'] };

/** When a window is on: once, or again and again by the clocks of a place. */
export function TimeField(props: Props) {
  const { draft, onChange } = props;
  return (
    <Choices
      legend="When" chosen={draft.kind} onChange={(kind) => onChange({ ...draft, kind })}
      options={[
        { key: 'once', title: 'Once', inside: <Once {...props} /> },
        { key: 'weekly', title: 'Every week', inside: <Weekly {...props} /> },
        { key: 'monthly', title: 'Every month', inside: <Monthly {...props} /> },
      ]}
    />
  );
}

function Once({ draft, onChange, issueAt }: Props) {
  const zone = useZone();
  return (
    <>
      <Field label="Start" type="datetime-local" value={draft.startsAt} error={issueAt('time.startsAt', 'The start')} onChange={(event) => onChange({ ...draft, startsAt: event.target.value })} />
      <Field
        label="End" type="datetime-local" value={draft.endsAt} error={issueAt('time.endsAt', 'The end')} hint={`In your time zone, ${zone.replaceAll('_', ' ')}.`}
        onChange={(event) => onChange({ ...draft, endsAt: event.target.value })}
      />
    </>
  );
}

function Weekly({ draft, onChange, issueAt }: Props) {
  const { weekdays } = draft;
  const error = issueAt('time.weekdays', 'Days');
  return (
    <>
      <fieldset className="maintenance-days">
        <legend>On</legend>
        {days.map(([short, whole], index) => (
          <label key={short}>
            <input
              type="checkbox" aria-label={whole} checked={weekdays.includes(index + 1)}
              onChange={({ target }) => onChange({ ...draft, weekdays: target.checked ? [...weekdays, index + 1] : weekdays.filter((day) => day !== index + 1) })}
            />
            <span aria-hidden="true">{short}</span>
          </label>
        ))}
      </fieldset>
      {error ? <p className="field-error" role="alert">{error}</p> : null}
      <Recurring draft={draft} onChange={onChange} issueAt={issueAt} />
    </>
  );
}

function Monthly({ draft, onChange, issueAt }: Props) {
  return (
    <>
      <Field
        label="On day" inputMode="numeric" value={draft.dayOfMonth} error={issueAt('time.dayOfMonth', 'The day')} hint="A month without it takes its last day."
        onChange={(event) => onChange({ ...draft, dayOfMonth: event.target.value })}
      />
      <Recurring draft={draft} onChange={onChange} issueAt={issueAt} />
    </>
  );
}

function Recurring({ draft, onChange, issueAt }: Props) {
  const zones = [...new Set(['UTC', draft.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <>
      <Field label="From" type="time" value={draft.from} error={issueAt('time.from', 'The time')} onChange={(event) => onChange({ ...draft, from: event.target.value })} />
      <LengthField label="For" draft={draft.length} onChange={(length) => onChange({ ...draft, length })} error={issueAt('time.lengthMinutes', 'The length')} />
      <ChoiceField label="Clocks of" value={draft.timeZone} error={issueAt('time.timeZone', 'The zone')} onChange={(event) => onChange({ ...draft, timeZone: event.target.value })}>
        {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
      </ChoiceField>
      <div className="configuration-pair configuration-pair-wide">
        <Field label="First day" type="date" value={draft.firstDate} error={issueAt('time.firstDate', 'The date')} onChange={(event) => onChange({ ...draft, firstDate: event.target.value })} />
        <Field label="Last day" type="date" value={draft.lastDate} error={issueAt('time.lastDate', 'The date')} hint="Empty: for ever." onChange={(event) => onChange({ ...draft, lastDate: event.target.value })} />
      </div>
    </>
  );
}
