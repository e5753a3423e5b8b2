import { ChoiceField, Field, QuietAction } from '../../ui';
import { operators } from './testWords';
import type { TestDraft } from './windowDraft';
import './maintenance.css';

/** Which alerts a window takes: those that pass all of these; none at all means every one. */
export function TestsField({ tests, onChange, errorAt }: { tests: readonly TestDraft[]; onChange: (tests: TestDraft[]) => void; errorAt: (index: number, part: 'field' | 'values') => string | undefined }) {
  const change = (index: number, changed: Partial<TestDraft>) => onChange(tests.map((test, at) => (at === index ? { ...test, ...changed } : test)));
  return (
    <div className="maintenance-tests" role="group" aria-label="Only alerts where">
      <p className="maintenance-tests-legend">{tests.length === 0 ? 'Every new alert of these services' : 'Only alerts where'}</p>
      {tests.map(({ field, operator, value }, index) => (
        <div className="maintenance-test" key={index}>
          <Field label="Field" placeholder="label.env" value={field} autoCapitalize="none" autoComplete="off" spellCheck={false} error={errorAt(index, 'field')} onChange={(event) => change(index, { field: event.target.value })} />
          <ChoiceField label="Test" value={operator} onChange={(event) => change(index, { operator: operators.find(({ key }) => key === event.target.value)?.key ?? operator })}>
            {operators.map(({ key, words }) => <option key={key} value={key}>{words}</option>)}
          </ChoiceField>
          {operator === 'present' || operator === 'absent' ? null : (
            <Field
              label={operator === 'oneOf' ? 'Values' : 'Value'} placeholder={operator === 'oneOf' ? 'staging, test' : 'staging'} value={value} error={errorAt(index, 'values')} autoCapitalize="none" autoComplete="off"
              onChange={(event) => change(index, { value: event.target.value })}
            />
          )}
          <QuietAction tone="danger" onClick={() => onChange(tests.filter((_, at) => at !== index))}>Leave this out</QuietAction>
        </div>
      ))}
      {tests.length < 10 ? <QuietAction outlined icon="plus" onClick={() => onChange([...tests, { field: 'label.', operator: 'is', value: '' }])}>{tests.length === 0 ? 'Only some alerts' : 'And'}</QuietAction> : null}
    </div>
  );
}
