import { ChoiceField, Field } from '../../ui';
import type { choicesOf, Filter } from './auditView';

/** Whose changes, of what, and with which words in them. */
export function Filters({ filter, choices: { people, kinds }, onChange }: { filter: Filter; choices: ReturnType<typeof choicesOf>; onChange: (next: Filter) => void }) {
  return (
    <div className="audit-choose">
      <ChoiceField label="By" value={filter.userId} onChange={({ target }) => onChange({ ...filter, userId: target.value })}>
        <option value="">Everybody</option>
        {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        {filter.userId !== '' && !people.some(({ id }) => id === filter.userId) ? <option value={filter.userId}>{filter.userId}</option> : null}
      </ChoiceField>
      <ChoiceField label="What" value={filter.kind} onChange={({ target }) => onChange({ ...filter, kind: target.value })}>
        <option value="">Everything</option>
        {[...kinds, ...(filter.kind === '' || kinds.includes(filter.kind) ? [] : [filter.kind])].map((kind) => <option key={kind}>{kind}</option>)}
      </ChoiceField>
      <Field label="Words" type="search" placeholder="Checkout, enabled, Priya" value={filter.text} maxLength={100} autoComplete="off" onChange={({ target }) => onChange({ ...filter, text: target.value })} data-testid="audit-words" />
    </div>
  );
}
