import { useId } from 'react';
import type { VerdictKind } from '#domain/incident/parts';
import { verdictNames } from '#domain/incident/verdict';
import { TextField } from '../../../ui';
import { verdictChoices, verdictMeanings } from './words';
import './ending.css';

/** What it was, in four large choices with what each means, and why it happened. Both may be left. */
export function VerdictChoice({ verdict, cause, onVerdict, onCause }: {
  verdict: VerdictKind | null; cause: string; onVerdict: (verdict: VerdictKind) => void; onCause: (cause: string) => void;
}) {
  // Two of these may be on the screen, a card and a sheet over it.
  const name = useId();
  return (
    <div className="verdict">
      <fieldset>
        <legend>What was it?</legend>
        {verdictChoices.map((each) => (
          <label key={each} className="verdict-choice" data-testid={`verdict-${each}`}>
            <input type="radio" name={name} checked={each === verdict} onChange={() => onVerdict(each)} />
            <span><b>{verdictNames[each]}</b><span className="quiet small">{verdictMeanings[each]}</span></span>
          </label>
        ))}
      </fieldset>
      {verdict === null ? null : <TextField label="Why did it happen?" rows={3} value={cause} maxLength={1000} hint="In a sentence, if you know it. It can be changed later." onChange={(event) => onCause(event.target.value)} />}
    </div>
  );
}
