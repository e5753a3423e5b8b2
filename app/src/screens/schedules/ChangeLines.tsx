import { Icon } from '../../ui';
import './schedules.css';

/** Who is on call otherwise, one line each; what leaves nobody in red. */
export function ChangeLines({ lines, more = 0, nothing }: { lines: readonly string[]; more?: number; nothing: string }) {
  if (lines.length === 0) return <p className="quiet change-nothing">{nothing}</p>;
  return (
    <ul className="change-lines" aria-label="What changes">
      {lines.map((line) => {
        const gap = line.endsWith('→ nobody');
        return <li key={line} className={`tabular${gap ? ' change-gap' : ''}`}>{gap ? <Icon name="warning" size={18} /> : null}<span>{line}</span></li>;
      })}
      {more > 0 ? <li className="quiet">And {more} more.</li> : null}
    </ul>
  );
}
