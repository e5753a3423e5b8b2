import { useId, useState } from 'react';
import './severities.css';

const units = [['min', 1], ['h', 60], ['d', 1440]] as const;
type Unit = (typeof units)[number][0];
const unitNames: Record<Unit, string> = { min: 'minutes', h: 'hours', d: 'days' };
const sizeOf = (unit: Unit) => units.find(([name]) => name === unit)?.[1] ?? 1;
const largest = (minutes: number): Unit => units.findLast(([, size]) => minutes > 0 && minutes % size === 0)?.[0] ?? 'min';

/** A length of time as a number and its unit, in minutes; 0 while nothing right is typed. `none` names its absence (null), where that is a choice. */
export function LengthField({ label, minutes, none, onlyDays, hint, error, onChange }: {
  label: string; minutes: number | null; none?: string; onlyDays?: boolean; hint?: string; error: string | undefined; onChange: (minutes: number | null) => void;
}) {
  const id = useId();
  // The unit that was chosen stays, also where a larger one would fit: 120 min may be meant as that.
  const [unit, setUnit] = useState<Unit>(minutes === null ? (onlyDays ? 'd' : 'min') : onlyDays ? 'd' : largest(minutes));
  const words = error ?? hint;
  const count = minutes === null || minutes === 0 ? '' : String(minutes / sizeOf(unit));
  const set = (typed: string, of: Unit) => {
    const number = Number(typed);
    onChange(Number.isInteger(number) && number > 0 && number < 100_000 ? number * sizeOf(of) : 0);
  };
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className="severities-length">
        {minutes === null ? null : (
          <input
            id={id} inputMode="numeric" className="tabular" value={count} aria-invalid={error ? true : undefined} aria-describedby={words ? `${id}-words` : undefined}
            onChange={(event) => set(event.target.value, unit)}
          />
        )}
        <select
          id={minutes === null ? id : undefined} aria-label={minutes === null ? undefined : `${label}: unit`} value={minutes === null ? 'none' : unit}
          onChange={(event) => {
            const chosen = units.find(([name]) => name === event.target.value)?.[0];
            if (!chosen) return onChange(null);
            setUnit(chosen);
            set(count === '' ? '1' : count, chosen);
          }}
        >
          {units.filter(([name]) => !onlyDays || name === 'd').map(([name]) => <option key={name} value={name}>{unitNames[name]}</option>)}
          {none ? <option value="none">{none}</option> : null}
        </select>
      </div>
      {words ? <p className={error ? 'field-error' : 'field-hint'} id={`${id}-words`} role={error ? 'alert' : undefined}>{words}</p> : null}
    </div>
  );
}
