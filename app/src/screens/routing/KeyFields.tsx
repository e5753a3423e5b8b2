import type { Outcome } from '#domain/routing/rule';
import { Field } from '../../ui';
import { labelFields } from './suggestions';
import type { Suggestions } from './suggestions';
import './rule-editor.css';

type Keys = Pick<Extract<Outcome, { kind: 'route' }>, 'dedupKey' | 'groupKey'>;

/** What makes alerts the same, and what joins them in one incident: text with the alert's fields in it. Folded, for few rules need it. */
export function KeyFields({ then, wrong, suggestions, onChange }: {
  then: Keys; wrong: (field: string) => string | undefined; suggestions: Suggestions; onChange: (changed: Partial<Keys>) => void;
}) {
  const some = ['name', 'service', ...labelFields(suggestions)].slice(0, 8);
  const offer = (key: keyof Keys) => (
    <ul className="test-offered" aria-label={`Fields for the ${key === 'groupKey' ? 'group' : 'dedup'} key`}>
      {some.map((field) => <li key={field}><button type="button" onClick={() => onChange({ [key]: `${then[key] ?? ''}{${field}}` })}>{`{${field}}`}</button></li>)}
    </ul>
  );
  return (
    <details className="rule-keys" open={then.dedupKey !== null || then.groupKey !== null || wrong('dedupKey') !== undefined || wrong('groupKey') !== undefined}>
      <summary>Keys: what is the same, what goes together</summary>
      <div className="rule-fields">
        <Field
          label="Group key" autoCapitalize="none" autoComplete="off" placeholder="{label.cluster}" maxLength={300} value={then.groupKey ?? ''} error={wrong('groupKey')}
          hint="Alerts of one group become one incident." onChange={(event) => onChange({ groupKey: event.target.value || null })}
        />
        {offer('groupKey')}
        <Field
          label="Dedup key" autoCapitalize="none" autoComplete="off" placeholder="{name} {label.instance}" maxLength={300} value={then.dedupKey ?? ''} error={wrong('dedupKey')}
          hint="Alerts with one key are one alert. Its resolve must make the same key." onChange={(event) => onChange({ dedupKey: event.target.value || null })}
        />
        {offer('dedupKey')}
      </div>
    </details>
  );
}
