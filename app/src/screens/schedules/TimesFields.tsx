import { Weekday } from '#domain/time/weeklyWindow';
import { Field, IconAction, QuietAction } from '../../ui';
import { Choices } from '../configuration/Choices';
import { anotherWindow, dayNames } from '../services/hours';
import type { LayerDraft } from './scheduleDraft';
import '../services/hours.css';

/** At all times, or only in parts of the week. */
export function TimesFields({ windows, errorAt, onChange }: { windows: LayerDraft['windows']; errorAt: (field: string) => string | undefined; onChange: (windows: LayerDraft['windows']) => void }) {
  return (
    <Choices
      legend="Counts" chosen={windows === null ? 'always' : 'only'} onChange={(key) => onChange(key === 'always' ? null : [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' }])}
      options={[
        { key: 'always', title: 'At all times' },
        { key: 'only', title: 'Only at these times', inside: windows === null ? null : <Parts windows={windows} errorAt={errorAt} onChange={onChange} /> },
      ]}
    />
  );
}

function Parts({ windows, errorAt, onChange }: { windows: NonNullable<LayerDraft['windows']>; errorAt: (field: string) => string | undefined; onChange: (windows: LayerDraft['windows']) => void }) {
  const set = (index: number, fields: Partial<(typeof windows)[number]>) => onChange(windows.map((each, at) => (at === index ? { ...each, ...fields } : each)));
  return (
    <div className="hours">
      {windows.map(({ days, start, end }, index) => (
        <div key={index} className="hours-part">
          <div className="hours-top">
            <fieldset className="hours-days" aria-invalid={errorAt(`windows.${index}.days`) ? true : undefined}>
              <legend className="visually-hidden">Days{windows.length > 1 ? `, part ${index + 1}` : ''}</legend>
              {Weekday.options.map((day) => (
                <label key={day}>
                  <input type="checkbox" aria-label={dayNames[day].whole} checked={days.includes(day)} onChange={({ target }) => set(index, { days: target.checked ? [...days, day] : days.filter((each) => each !== day) })} />
                  <span aria-hidden="true">{dayNames[day].short}</span>
                </label>
              ))}
            </fieldset>
            {windows.length > 1 ? <IconAction label={`Remove part ${index + 1}`} icon="close" onClick={() => onChange(windows.filter((_, at) => at !== index))} /> : null}
          </div>
          {errorAt(`windows.${index}.days`) ? <p className="field-error" role="alert">{errorAt(`windows.${index}.days`)}</p> : null}
          <div className="hours-times">
            <Field label="From" type="time" value={start} error={errorAt(`windows.${index}.start`)} onChange={(event) => set(index, { start: event.target.value })} />
            <Field label="To" type="time" value={end} error={errorAt(`windows.${index}.end`)} {...(end !== '' && end <= start ? { hint: end === start ? '24 hours' : 'the next day' } : {})} onChange={(event) => set(index, { end: event.target.value })} />
          </div>
        </div>
      ))}
      {windows.length < 21 ? <QuietAction icon="plus" onClick={() => onChange([...windows, anotherWindow(windows)])}>Add other days</QuietAction> : null}
    </div>
  );
}
