import { useMemo } from 'react';
import { diffOf, folded } from './diff';
import { inReadingOrder } from './linkTarget';
import './diff.css';

/** How one text differs from another, line by line: with + and −, so that no colour is needed to tell. */
export function Diff({ before, after, label }: { before: string; after: string; label: string }) {
  const parts = useMemo(() => folded(diffOf(before, after)), [before, after]);
  if (before === after) return <p className="quiet">They are the same.</p>;
  return (
    <div className="diff" role="group" aria-label={label} tabIndex={0} data-testid="diff">
      {parts.map((part, index) => {
        switch (part.kind) {
          case 'skipped': return <p key={index} className="diff-skipped quiet small">{part.count} {part.count === 1 ? 'line' : 'lines'} alike</p>;
          case 'same': return <code key={index}>{`  ${inReadingOrder(part.text)}`}</code>;
          case 'added': return <ins key={index}><span className="visually-hidden">Added: </span>{`+ ${inReadingOrder(part.text)}`}</ins>;
          case 'removed': return <del key={index}><span className="visually-hidden">Removed: </span>{`− ${inReadingOrder(part.text)}`}</del>;
          default: return part satisfies never;
        }
      })}
    </div>
  );
}
