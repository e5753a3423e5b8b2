import './switch.css';

/** On or off, at once. `label` is what it switches, for those who hear the screen; `words` stand beside it. */
export function Switch({ label, words, on, onChange }: { label: string; words?: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="switch">
      {words ? <span className="switch-words">{words}</span> : null}
      <input type="checkbox" role="switch" aria-label={label} checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span className="switch-track" aria-hidden="true" />
    </label>
  );
}
