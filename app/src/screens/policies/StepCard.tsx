import { placeWord } from '#domain/escalation/targets';
import { IconAction } from '../../ui';
import { HoursField } from '../services/HoursField';
import { InlineChoice } from './Inline';
import type { StepDraft } from './policyDraft';
import { TargetsField } from './TargetsField';
import type { PolicyFacts } from './usePolicyFacts';
import { WaitField } from './WaitField';

const whens = [['always', 'at all times'], ['inside', 'only inside these hours'], ['outside', 'only outside these hours']] as const;

type Move = { canUp: boolean; canDown: boolean; canRemove: boolean; up: () => void; down: () => void; remove: () => void };

/** One step in the words of its sentence: whom it pages, at what times, and how long it waits. */
export function StepCard({ step, index, count, facts, now, errorAt, onChange, move }: {
  step: StepDraft; index: number; count: number; facts: PolicyFacts; now: number; errorAt: (path: string, name: string) => string | undefined; onChange: (step: StepDraft) => void; move: Move;
}) {
  const place = `step ${index + 1}`;
  const waitWrong = errorAt('delaySeconds', 'The wait');
  const tells = step.targets.length > 0 && step.targets.every(({ kind }) => kind === 'destination');
  return (
    <li className="policy-step" data-step={step.key} data-testid="step">
      <div className="policy-step-head">
        <h2>Step {index + 1}{index < 2 ? <span className="quiet"> · {placeWord(index)}</span> : null}</h2>
        <IconAction label={`Move step ${index + 1} up`} icon="up" data-way="up" disabled={!move.canUp} onClick={move.up} />
        <IconAction label={`Move step ${index + 1} down`} icon="up" data-way="down" disabled={!move.canDown} onClick={move.down} />
        <IconAction label={`Remove step ${index + 1}`} icon="close" disabled={!move.canRemove} onClick={move.remove} />
      </div>
      <div className="policy-words">
        <span>{tells ? 'Tell' : 'Page'}</span>
        <TargetsField
          targets={step.targets} facts={facts} now={now} place={place} errorAt={(path) => errorAt(path, 'Whom it pages')}
          onChange={(targets) => onChange({ ...step, targets })}
        />
        <InlineChoice label={`When ${place} counts`} value={step.when} onChange={({ target }) => onChange({ ...step, when: whens.find(([key]) => key === target.value)?.[0] ?? 'always' })}>
          {whens.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
        </InlineChoice>
      </div>
      {step.when === 'always' ? null : (
        <div className="policy-hours">
          <HoursField draft={step.hours} onChange={(hours) => onChange({ ...step, hours })} errorAt={(path, name) => errorAt(`branch.${path}`, name)} />
          <p className="quiet small">At other times this step is passed over at once.</p>
        </div>
      )}
      <p className="policy-words">
        <span>If nobody acknowledges within</span> <WaitField wait={step.wait} place={place} error={waitWrong} onChange={(wait) => onChange({ ...step, wait })} /> <span>{index + 1 < count ? `go on to step ${index + 2}.` : 'go on below.'}</span>
      </p>
      {waitWrong ? <p className="field-error" role="alert">{waitWrong}</p> : null}
    </li>
  );
}
