import type { ReactNode } from 'react';
import { linesUnfolded } from './noteParts';

/** Logs, or what an action answered, as they came; folded when they are long, or always (`folded`). */
export function Output({ words, text, folded, label }: { words: ReactNode; text: string; folded?: boolean; label: string }) {
  const lines = text.split('\n').length;
  const block = <pre tabIndex={0} aria-label={label}>{text}</pre>;
  if (!folded && lines <= linesUnfolded) return <div className="timeline-output"><p>{words}</p>{block}</div>;
  return (
    <details className="timeline-output">
      <summary>{words} <span className="quiet tabular">· {lines} {lines === 1 ? 'line' : 'lines'}</span></summary>
      {block}
    </details>
  );
}
