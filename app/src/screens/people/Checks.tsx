import { useId } from 'react';
import './people.css';

/** Several of a list: a box each, 44 px high. `error`: what is wrong with the choice, said below and marked at each box. */
export function Checks({ legend, options, chosen, onChange, nothing, error }: {
  legend: string; options: readonly { id: string; name: string }[]; chosen: readonly string[]; onChange: (ids: string[]) => void; nothing: string; error?: string | undefined;
}) {
  const errorId = useId();
  return (
    <fieldset className="people-checks" aria-describedby={error ? errorId : undefined}>
      <legend>{legend}</legend>
      {options.length === 0 ? <p className="quiet">{nothing}</p> : null}
      {options.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} aria-invalid={error ? true : undefined} onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))} />
          <span>{name}</span>
        </label>
      ))}
      {error ? <p className="field-error" id={errorId} role="alert">{error}</p> : null}
    </fieldset>
  );
}
