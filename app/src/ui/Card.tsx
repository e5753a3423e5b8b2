import type { ReactNode } from 'react';
import './card.css';

/** A surface with 14 px corners and one hairline. `title` is its heading; `action` stands at the heading's end. */
export function Card({ title, action, tone, children, flush }: {
  title?: ReactNode; action?: ReactNode; tone?: 'plain' | 'warning' | 'danger' | 'good';
  /** Without padding, for rows that reach the edges. */
  flush?: boolean; children: ReactNode;
}) {
  return (
    <section className={`card card-${tone ?? 'plain'}${flush ? ' card-flush' : ''}`}>
      {title || action ? <header className="card-header">{title ? <h2>{title}</h2> : <span />}{action}</header> : null}
      {children}
    </section>
  );
}

/** Cards under one another with the edges' space around them, held to a readable width. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="stack">{children}</div>;
}
