import { FieldTest } from '#domain/routing/rule';
import { ChoiceField, Field, IconAction, TextField } from '../../ui';
import { operatorWords } from './ruleWords';
import { labelFields } from './suggestions';
import type { Suggestions } from './suggestions';
import './rule-editor.css';

const fields = ['title', 'description', 'name', 'service', 'severity', 'severityWord', 'source', 'integration', 'dedupKey', 'groupKey', 'status'];
const fieldNames: Readonly<Record<string, string>> = { severityWord: 'the source’s own severity', dedupKey: 'dedup key', groupKey: 'group key' };

/** How many values are offered at once. */
const FEW = 6;

/** One test: which field, how, and with what; values of real alerts are a tap away. */
export function TestFields({ at, test, wrong, suggestions, onChange, onRemove }: {
  at: number; test: FieldTest; wrong: (field: string) => string | undefined; suggestions: Suggestions; onChange: (test: FieldTest) => void; onRemove: () => void;
}) {
  const { field, operator, values } = test;
  const labels = labelFields(suggestions);
  const isListed = fields.includes(field) || labels.includes(field);
  const takesValue = operator !== 'present' && operator !== 'absent';
  const typed = values.join('\n');
  const offered = takesValue ? (suggestions.get(field) ?? []).filter((value) => !values.includes(value)).slice(0, FEW) : [];
  const error = wrong('values');
  return (
    <fieldset className="test-fields">
      <legend className="visually-hidden">Test {at + 1}</legend>
      <div className="test-fields-top">
        <ChoiceField label="Field" value={isListed ? field : 'label.'} onChange={(event) => onChange({ ...test, field: event.target.value })} data-testid="test-field">
          {fields.map((each) => <option key={each} value={each}>{fieldNames[each] ?? each}</option>)}
          {labels.length > 0 ? <optgroup label="Labels of the newest alerts">{labels.map((each) => <option key={each} value={each}>{each}</option>)}</optgroup> : null}
          <option value="label.">another label</option>
        </ChoiceField>
        <IconAction label={`Remove test ${at + 1}`} icon="close" onClick={onRemove} />
      </div>
      {isListed ? null : (
        <Field
          label="Label" placeholder="env" autoCapitalize="none" autoComplete="off" maxLength={128} value={field.slice('label.'.length)} error={wrong('field')}
          onChange={(event) => onChange({ ...test, field: `label.${event.target.value}` })}
        />
      )}
      <ChoiceField label="How" value={operator} onChange={(event) => onChange({ ...test, operator: FieldTest.shape.operator.parse(event.target.value) })}>
        {FieldTest.shape.operator.options.map((each) => <option key={each} value={each}>{operatorWords[each]}</option>)}
      </ChoiceField>
      {!takesValue ? null : operator === 'oneOf' ? (
        <TextField label="Values" rows={3} hint="One a line." autoCapitalize="none" value={typed} error={error} onChange={(event) => onChange({ ...test, values: event.target.value === '' ? [] : event.target.value.split('\n') })} />
      ) : (
        <Field
          label="Value" autoCapitalize="none" autoComplete="off" maxLength={300} value={values[0] ?? ''} error={error} hint={operator === 'like' ? 'The whole value, with * for anything.' : undefined}
          onChange={(event) => onChange({ ...test, values: event.target.value === '' ? [] : [event.target.value] })} data-testid="test-value"
        />
      )}
      {offered.length > 0 ? (
        <ul className="test-offered" aria-label={`Values of ${field} in the newest alerts`}>
          {offered.map((value) => (
            <li key={value}>
              <button type="button" onClick={() => onChange({ ...test, values: operator === 'oneOf' ? [...values.filter((each) => each.trim() !== ''), value] : [value] })}>{value}</button>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
