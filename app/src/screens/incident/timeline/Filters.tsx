import { type Filter, filters } from './sorts';

/** What is shown, as chips in one line that scrolls sideways. */
export function Filters({ current, onChange }: { current: Filter; onChange: (filter: Filter) => void }) {
  return (
    <div className="timeline-filters" role="group" aria-label="Show">
      {filters.map(({ key, title }) => (
        <button key={key} type="button" aria-pressed={key === current} onClick={() => onChange(key)} data-testid={`timeline-${key}`}>{title}</button>
      ))}
    </div>
  );
}
