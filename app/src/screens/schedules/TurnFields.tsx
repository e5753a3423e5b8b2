import { ChoiceField, Field } from '../../ui';
import { dayNames } from '../services/hours';
import { Weekday } from '#domain/time/weeklyWindow';
import { onWeekday, weekdayOfDate } from './scheduleDraft';
import type { LayerDraft } from './scheduleDraft';

const units = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month' } as const;

/** "Hands over every 1 week on Tuesday at 10:00, starting 17 November", as fields in a row. */
export function TurnFields({ draft, errorAt, onChange }: { draft: LayerDraft; errorAt: (field: string) => string | undefined; onChange: (fields: Partial<LayerDraft>) => void }) {
  const plural = draft.length === '1' ? '' : 's';
  return (
    <fieldset className="turn-fields">
      <legend>Hands over</legend>
      <div className="turn-row">
        <Field label="Every" inputMode="numeric" value={draft.length} error={errorAt('length')} onChange={(event) => onChange({ length: event.target.value })} />
        <ChoiceField label="Unit" value={draft.unit} onChange={(event) => onChange({ unit: unitOf(event.target.value) })}>
          {Object.entries(units).map(([key, word]) => <option key={key} value={key}>{word}{plural}</option>)}
        </ChoiceField>
        {draft.unit === 'weekly' ? (
          <ChoiceField label="On" value={weekdayOfDate(draft.date) ?? ''} onChange={(event) => { const day = Weekday.safeParse(event.target.value); if (day.success) onChange({ date: onWeekday(draft.date, day.data) }); }}>
            {Weekday.options.map((day) => <option key={day} value={day}>{dayNames[day].whole}</option>)}
          </ChoiceField>
        ) : null}
        <Field label="At" type="time" value={draft.time} onChange={(event) => onChange({ time: event.target.value })} />
        <Field label="Starting" type="date" value={draft.date} error={errorAt('date')} onChange={(event) => onChange({ date: event.target.value })} />
      </div>
      <p className="field-hint">The first person’s turn starts then{draft.unit === 'hourly' ? '' : '; turns go back from there as well'}.</p>
    </fieldset>
  );
}

function unitOf(text: string): LayerDraft['unit'] {
  return text === 'hourly' || text === 'daily' || text === 'monthly' ? text : 'weekly';
}
