import { ChoiceField, Field } from '../../ui';
import { units } from './units';
import type { LengthDraft } from './units';

/** A length of time: a number and its unit, side by side. */
export function LengthField({ label, draft, onChange, hint, error }: {
  label: string; draft: LengthDraft; onChange: (draft: LengthDraft) => void; hint?: string; error: string | undefined;
}) {
  return (
    <div className="configuration-pair">
      <Field label={label} inputMode="decimal" value={draft.count} error={error} {...(hint ? { hint } : {})} onChange={(event) => onChange({ ...draft, count: event.target.value })} />
      <ChoiceField
        label="Unit" value={draft.unit}
        onChange={(event) => onChange({ ...draft, unit: units.find(({ key }) => key === event.target.value)?.key ?? draft.unit })}
      >
        {units.map(({ key }) => <option key={key} value={key}>{key}</option>)}
      </ChoiceField>
    </div>
  );
}
