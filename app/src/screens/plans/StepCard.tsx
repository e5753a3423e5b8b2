import { useId } from 'react';
import { stepKindNames } from '#domain/plan/stepName';
import { Icon, IconAction } from '../../ui';
import type { StepDraft } from './planDraft';
import { StepFields } from './StepFields';
import { kindDetails, kindIcons } from './stepWords';
import type { AppPlanFacts } from './usePlanFacts';

type Move = { canUp: boolean; canDown: boolean; up: () => void; down: () => void; remove: () => void };

/** One step: what it is, where it stands, and what it needs to know. */
export function StepCard({ step, index, facts, now, errorAt, onChange, move }: {
  step: StepDraft; index: number; facts: AppPlanFacts; now: number; errorAt: (path: string, name: string) => string | undefined; onChange: (step: StepDraft) => void; move: Move;
}) {
  const name = stepKindNames[step.kind];
  const wrong = errorAt('', name);
  const id = useId();
  return (
    <li className="policy-step" data-step={step.key} data-testid="step" {...(wrong ? { 'aria-invalid': true, 'aria-describedby': id, tabIndex: -1 } : {})}>
      <div className="policy-step-head">
        <span className="plan-step-icon"><Icon name={kindIcons[step.kind]} size={20} /></span>
        <h3 className="plan-step-name">{name}</h3>
        <IconAction label={`Move step ${index + 1}, ${name}, up`} icon="up" data-way="up" disabled={!move.canUp} onClick={move.up} />
        <IconAction label={`Move step ${index + 1}, ${name}, down`} icon="up" data-way="down" disabled={!move.canDown} onClick={move.down} />
        <IconAction label={`Remove step ${index + 1}, ${name}`} icon="close" onClick={move.remove} />
      </div>
      <p className="quiet small">{kindDetails[step.kind]}</p>
      <StepFields step={step} place={`step ${index + 1}`} facts={facts} now={now} errorAt={errorAt} onChange={onChange} />
      {wrong ? <p className="field-error" role="alert" id={id}>{wrong}</p> : null}
    </li>
  );
}
