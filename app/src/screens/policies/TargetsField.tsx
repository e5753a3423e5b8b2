import { useState } from 'react';
import type { Target } from '#domain/escalation/policy';
import { Icon } from '../../ui';
import { targetKey } from './policyDraft';
import { targetChip } from './policyWords';
import { targetIcons } from './targetOptions';
import { TargetSheet } from './TargetSheet';
import type { PolicyFacts } from './usePolicyFacts';

/** Whom a step pages: each as a chip that can be taken away, and a button that offers everybody else. */
export function TargetsField({ targets, facts, now, place, errorAt, onChange }: {
  targets: readonly Target[]; facts: PolicyFacts; now: number; place: string; errorAt: (path: string) => string | undefined; onChange: (targets: Target[]) => void;
}) {
  const [choosing, setChoosing] = useState(false);
  const error = errorAt('targets');
  return (
    <>
      <span className="policy-targets">
        {targets.map((target, index) => {
          const words = targetChip(target, facts, now);
          const wrong = errorAt(`targets.${index}`) !== undefined;
          return (
            <span key={targetKey(target)} className={`policy-target${wrong ? ' policy-target-wrong' : ''}`}>
              <Icon name={targetIcons[target.kind]} size={18} />
              <span>{words}</span>
              <button type="button" aria-label={`Take ${words} away`} onClick={() => onChange(targets.filter((each) => each !== target))}><Icon name="close" size={18} /></button>
            </span>
          );
        })}
        <button
          type="button" className="policy-add" aria-invalid={error ? true : undefined} aria-label={targets.length === 0 ? `Choose somebody for ${place}` : `Add to ${place}`}
          onClick={() => setChoosing(true)} data-testid="choose-targets"
        >
          <Icon name="plus" size={18} /><span>{targets.length === 0 ? 'Choose somebody' : 'Add'}</span>
        </button>
      </span>
      {error ? <p className="field-error" role="alert">{error}</p> : null}
      <TargetSheet open={choosing} title={`Whom ${place} pages`} targets={targets} facts={facts} now={now} onChange={onChange} onClose={() => setChoosing(false)} />
    </>
  );
}
