import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../ui';

/** One step of the lead-through: its number or a check, its title, what came of it, and its inside while it is open. */
export function Step({ number, title, done, summary, open, onToggle, children }: {
  number: number; title: string; done: boolean; summary?: string | undefined; open: boolean; onToggle: () => void; children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`welcome-step${open ? ' welcome-step-open' : ''}${done ? ' welcome-step-done' : ''}`}>
      <h2>
        <button type="button" className="welcome-step-head" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <span className="welcome-step-number tabular" aria-hidden="true">{done ? <Icon name="check" size={18} /> : number}</span>
          <span className="welcome-step-words">
            <span>{title}{done ? <span className="visually-hidden"> (done)</span> : null}</span>
            {summary && !open ? <span className="welcome-step-summary">{summary}</span> : null}
          </span>
        </button>
      </h2>
      <div id={id} hidden={!open} className="welcome-step-inside">{open ? children : null}</div>
    </section>
  );
}
