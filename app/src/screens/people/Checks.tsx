import './people.css';

/** Several of a list: a box each, 44 px high. */
export function Checks({ legend, options, chosen, onChange, nothing }: {
  legend: string; options: readonly { id: string; name: string }[]; chosen: readonly string[]; onChange: (ids: string[]) => void; nothing: string;
}) {
  return (
    <fieldset className="people-checks">
      <legend>{legend}</legend>
      {options.length === 0 ? <p className="quiet">{nothing}</p> : null}
      {options.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
