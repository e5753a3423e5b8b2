import { useId } from 'react';
import type { ReactNode } from 'react';
import './configuration.css';

/** One of a few, each with a sentence that says what it means; what belongs to the chosen one alone stands under it. */
export function Choices<Key extends string>({ legend, options, chosen, onChange }: {
  legend: string; options: readonly { key: Key; title: string; detail?: string; inside?: ReactNode }[]; chosen: Key; onChange: (key: Key) => void;
}) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(({ key, title, detail, inside }) => (
        <div key={key} className={`choice${key === chosen ? ' choice-chosen' : ''}`}>
          <label>
            <input type="radio" name={name} value={key} checked={key === chosen} onChange={() => onChange(key)} />
            <span className="choice-words"><span>{title}</span>{detail ? <span className="choice-detail">{detail}</span> : null}</span>
          </label>
          {key === chosen && inside ? <div className="choice-inside">{inside}</div> : null}
        </div>
      ))}
    </fieldset>
  );
}

/** On or off, with a sentence that says what that means. */
export function Check({ label, detail, checked, onChange }: { label: string; detail?: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="choice choice-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span className="choice-words"><span>{label}</span>{detail ? <span className="choice-detail">{detail}</span> : null}</span>
    </label>
  );
}
