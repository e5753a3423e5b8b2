import type { Severity } from '#domain/incident/severity';
import './severity-mark.css';

const shapes: Record<Severity, React.ReactElement> = {
  SEV1: <path d="M8 .5L15.500 8 8 15.500.500 8z" />,
  SEV2: <path d="M8 1l7.500 13.500H.500z" />,
  SEV3: <rect x="1.500" y="1.500" width="13" height="13" rx="1" />,
  SEV4: <circle cx="8" cy="8" r="6.800" />,
};

/** A severity as shape, colour and word together, the same everywhere. `word={false}` where the word stands right beside it. */
export function SeverityMark({ severity, word = true }: { severity: Severity; word?: boolean }) {
  return (
    <span className={`severity-mark severity-mark-${severity.toLowerCase()}`}>
      <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">{shapes[severity]}</svg>
      <span className={word ? undefined : 'visually-hidden'}>{severity}</span>
    </span>
  );
}
