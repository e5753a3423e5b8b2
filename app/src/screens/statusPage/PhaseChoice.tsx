import { useId } from 'react';
import { Phase, phaseNames } from '#domain/incident/phase';

/** One of the four phases, side by side as on a track; arrow keys move, as among radio buttons. */
export function PhaseChoice({ phase, hint, onChange }: { phase: Phase; hint: string; onChange: (phase: Phase) => void }) {
  const name = useId();
  return (
    <fieldset className="status-phases" aria-describedby={`${name}-hint`}>
      <legend>How far it is</legend>
      <div>
        {Phase.options.map((each) => (
          <label key={each} className={each === phase ? 'status-phase-chosen' : undefined}>
            <input type="radio" name={name} value={each} checked={each === phase} onChange={() => onChange(each)} data-testid={`phase-${each}`} />
            <span>{phaseNames[each]}</span>
          </label>
        ))}
      </div>
      <p className="field-hint" id={`${name}-hint`}>{hint}</p>
    </fieldset>
  );
}
