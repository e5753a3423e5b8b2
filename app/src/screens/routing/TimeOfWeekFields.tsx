import type { TimeOfWeek } from '#domain/routing/rule';
import { Field } from '../../ui';
import './rule-editor.css';

const weekdays = [[1, 'Mon', 'Monday'], [2, 'Tue', 'Tuesday'], [3, 'Wed', 'Wednesday'], [4, 'Thu', 'Thursday'], [5, 'Fri', 'Friday'], [6, 'Sat', 'Saturday'], [7, 'Sun', 'Sunday']] as const;

/** Days, a span of the day and the zone whose clocks tell it. A span that ends before it begins goes past midnight. */
export function TimeOfWeekFields({ during, wrong, onChange }: { during: TimeOfWeek; wrong: (field: string) => string | undefined; onChange: (during: TimeOfWeek) => void }) {
  const daysWrong = wrong('weekdays');
  return (
    <div className="rule-fields">
      <fieldset className="options options-days">
        <legend>Days</legend>
        {weekdays.map(([day, short, name]) => (
          <label key={day}>
            <input
              type="checkbox" aria-label={name} checked={during.weekdays.includes(day)}
              onChange={(event) => onChange({ ...during, weekdays: event.target.checked ? [...during.weekdays, day].sort((a, b) => a - b) : during.weekdays.filter((each) => each !== day) })}
            />
            <span>{short}</span>
          </label>
        ))}
      </fieldset>
      {daysWrong ? <p className="field-error" role="alert">{daysWrong}</p> : null}
      <div className="rule-pair">
        <Field label="From" type="time" value={during.from} error={wrong('from')} onChange={(event) => onChange({ ...during, from: event.target.value })} />
        <Field label="until" type="time" value={during.until} error={wrong('until')} hint={during.until <= during.from ? 'the next day' : undefined} onChange={(event) => onChange({ ...during, until: event.target.value })} />
      </div>
      <Field
        label="By the clocks of" autoCapitalize="none" autoComplete="off" list="rule-zones" value={during.timeZone} error={wrong('timeZone')} maxLength={64}
        onChange={(event) => onChange({ ...during, timeZone: event.target.value })}
      />
      <datalist id="rule-zones">{Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone} value={zone} />)}</datalist>
    </div>
  );
}
