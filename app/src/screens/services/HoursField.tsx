import { Weekday } from '#domain/time/weeklyWindow';
import { ChoiceField, Field, IconAction, QuietAction } from '../../ui';
import { anotherWindow, dayNames } from './hours';
import type { HoursDraft } from './hours';
import './hours.css';

/** Parts of the week and the place whose clocks tell them. `errorAt` answers what is wrong with a field such as `windows.0.start`. */
export function HoursField({ draft, onChange, errorAt }: { draft: HoursDraft; onChange: (draft: HoursDraft) => void; errorAt: (path: string, name: string) => string | undefined }) {
  const { timeZone, windows } = draft;
  const zones = [...new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  const set = (index: number, fields: Partial<HoursDraft['windows'][number]>) => onChange({ ...draft, windows: windows.map((each, at) => (at === index ? { ...each, ...fields } : each)) });
  const none = errorAt('windows', 'Hours');
  return (
    <div className="hours">
      {windows.map(({ days, start, end }, index) => {
        const daysWrong = errorAt(`windows.${index}.days`, 'Days');
        return (
          <div key={index} className="hours-part">
            <div className="hours-top">
              <fieldset className="hours-days" aria-invalid={daysWrong ? true : undefined} tabIndex={daysWrong ? -1 : undefined}>
                <legend className="visually-hidden">Days{windows.length > 1 ? `, part ${index + 1}` : ''}</legend>
                {Weekday.options.map((day) => (
                  <label key={day}>
                    <input
                      type="checkbox" aria-label={dayNames[day].whole} checked={days.includes(day)}
                      onChange={({ target }) => set(index, { days: target.checked ? [...days, day] : days.filter((each) => each !== day) })}
                    />
                    <span aria-hidden="true">{dayNames[day].short}</span>
                  </label>
                ))}
              </fieldset>
              {windows.length > 1 ? <IconAction label={`Remove part ${index + 1}`} icon="close" onClick={() => onChange({ ...draft, windows: windows.filter((_, at) => at !== index) })} /> : null}
            </div>
            {daysWrong ? <p className="field-error" role="alert">{daysWrong}</p> : null}
            <div className="hours-times">
              <Field label="From" type="time" value={start} error={errorAt(`windows.${index}.start`, 'The start')} onChange={(event) => set(index, { start: event.target.value })} />
              <Field
                label="until" type="time" value={end} error={errorAt(`windows.${index}.end`, 'The end')} hint={endHint(start, end)}
                onChange={(event) => set(index, { end: event.target.value })}
              />
            </div>
          </div>
        );
      })}
      {none && windows.length === 0 ? <p className="field-error" role="alert">{none}</p> : null}
      {windows.length < 7 ? <QuietAction icon="plus" onClick={() => onChange({ ...draft, windows: [...windows, anotherWindow(windows)] })}>Add other days</QuietAction> : null}
      <ChoiceField label="By the clocks of" value={timeZone} error={errorAt('timeZone', 'The zone')} onChange={(event) => onChange({ ...draft, timeZone: event.target.value })}>
        {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
      </ChoiceField>
    </div>
  );
}

function endHint(start: string, end: string): string {
  if (start === '' || end === '' || start < end) return '';
  return start === end ? '24 hours' : 'the next day';
}
