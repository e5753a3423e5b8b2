import './rule-editor.css';

/** One of a few, side by side. */
export function Options<Key extends string>({ legend, name, value, options, onChange }: {
  legend: string; name: string; value: Key; options: readonly (readonly [Key, string])[]; onChange: (key: Key) => void;
}) {
  return (
    <fieldset className="options">
      <legend>{legend}</legend>
      {options.map(([key, words]) => (
        <label key={key}>
          <input type="radio" name={name} value={key} checked={key === value} onChange={() => onChange(key)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
