import type { ReactNode } from 'react';

/** Names and what holds for them, under one another. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One of them. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div className="fact"><dt>{name}</dt><dd className="tabular">{children}</dd></div>;
}
