import { clockTime } from '#domain/time/words';
import { resolveWallTime, WallTime, wallTimeAt } from '#domain/time/zone';
import { usePerson } from '../../session/useSession';
import { Field } from '../../ui';
import { agoAt } from './reportDraft';
import type { StartOfImpact } from './reportDraft';
import './report.css';

const agos = [5, 15, 30];

/** When the impact began: mostly a little before somebody noticed. */
export function StartChoice({ started, error, onChange }: { started: StartOfImpact; error: string | undefined; onChange: (started: StartOfImpact) => void }) {
  const { timeZone } = usePerson();
  const atTime = (local: string): StartOfImpact => {
    const wall = WallTime.safeParse(local);
    return { choice: 'time', local, at: wall.success ? resolveWallTime(wall.data, timeZone, 'first') : null };
  };
  return (
    <div>
      <fieldset className="report-question">
        <legend>Start of impact</legend>
        <Choice words="Now" checked={started.choice === 'now'} onSelect={() => onChange({ choice: 'now' })} />
        {agos.map((minutes) => (
          <Choice key={minutes} words={`${minutes} min ago`} checked={started.choice === 'ago' && started.minutes === minutes} onSelect={() => onChange(agoAt(minutes, Date.now()))} />
        ))}
        <Choice words="At a time" checked={started.choice === 'time'} onSelect={() => onChange(atTime(wallTimeAt(Date.now(), timeZone)))} />
      </fieldset>
      {started.choice === 'ago' ? <p className="field-hint tabular">That was {clockTime(started.at, timeZone)}.</p> : null}
      {started.choice === 'time' ? (
        <Field label="Date and time" type="datetime-local" value={started.local} error={error} hint={`By the clocks of ${timeZone.replaceAll('_', ' ')}.`} onChange={(event) => onChange(atTime(event.target.value))} />
      ) : null}
    </div>
  );
}

function Choice({ words, checked, onSelect }: { words: string; checked: boolean; onSelect: () => void }) {
  return (
    <label className="report-answer">
      <input type="radio" name="started" checked={checked} onChange={onSelect} />
      <span>{words}</span>
    </label>
  );
}
