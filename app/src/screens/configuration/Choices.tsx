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
            <input
              type="radio" name={name} value={key} checked={key === chosen} onChange={() => onChange(key)}
              aria-labelledby={`${name}-${key}`} aria-describedby={detail ? `${name}-${key}-detail` : undefined}
            />
            <Words id={`${name}-${key}`} title={title} detail={detail} />
          </label>
          {key === chosen && inside ? <div className="choice-inside">{inside}</div> : null}
        </div>
      ))}
    </fieldset>
  );
}

/** On or off, with a sentence that says what that means. */
export function Check({ label, detail, checked, onChange }: { label: string; detail?: string; checked: boolean; onChange: (checked: boolean) => void }) {
  const id = useId();
  return (
    <label className="choice choice-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} aria-labelledby={id} aria-describedby={detail ? `${id}-detail` : undefined} />
      <Words id={id} title={label} detail={detail} />
    </label>
  );
}

/** The name of a choice, and apart from it (for those who hear the screen too) what it means. */
function Words({ id, title, detail }: { id: string; title: string; detail: string | undefined }) {
  return <span className="choice-words"><span id={id}>{title}</span>{detail ? <span className="choice-detail" id={`${id}-detail`}>{detail}</span> : null}</span>;
}
