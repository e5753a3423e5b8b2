import type { EscalationPolicy } from '#domain/escalation/policy';
import { InlineChoice } from './Inline';
import { roundChoices } from './policyDraft';
import type { PolicyDraft } from './policyDraft';

/** What follows the last step: how often it all begins again, and who takes over then. */
export function Afterwards({ draft, policies, error, onChange }: {
  draft: PolicyDraft; policies: readonly EscalationPolicy[]; error: string | undefined; onChange: (draft: PolicyDraft) => void;
}) {
  const rounds = Number(draft.rounds);
  const offered = [...new Set([...roundChoices, ...(Number.isInteger(rounds) ? [rounds] : [])])].sort((a, b) => a - b);
  const others = policies.filter(({ id }) => id !== draft.id).sort((a, b) => a.name.localeCompare(b.name));
  const isGone = draft.handOffTo !== '' && !others.some(({ id }) => id === draft.handOffTo);
  return (
    <div className="policy-step">
      <div className="policy-step-head"><h2>After the last step</h2></div>
      <p className="policy-words">
        <span>Go through these steps</span>{' '}
        <InlineChoice label="How often the steps are gone through" value={draft.rounds} onChange={({ target }) => onChange({ ...draft, rounds: target.value })}>
          {offered.map((count) => <option key={count} value={count}>{count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}</option>)}
        </InlineChoice>{' '}
        <span>in all, then</span>{' '}
        <InlineChoice label="What follows the last round" value={draft.handOffTo} aria-invalid={error ? true : undefined} onChange={({ target }) => onChange({ ...draft, handOffTo: target.value })}>
          <option value="">page the admins</option>
          {others.map(({ id, name }) => <option key={id} value={id}>hand off to {name}</option>)}
          {isGone ? <option value={draft.handOffTo}>hand off to a policy that was removed</option> : null}
        </InlineChoice>
      </p>
      {error ? <p className="field-error" role="alert">{error}</p> : null}
      <p className="quiet small">
        {draft.handOffTo === '' ? '' : 'If nobody there acknowledges either, it goes to the admins. '}The admins are paged again every 10 min until somebody takes it.
      </p>
    </div>
  );
}
