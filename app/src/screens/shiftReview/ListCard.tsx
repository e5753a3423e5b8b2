import { useState } from 'react';
import type { ReactNode } from 'react';
import { Card, QuietAction, Rows } from '../../ui';

/** So many lines at first: a bad week has dozens, and the page stays one that is read. */
const atFirst = 6;

/** A card of lines, the first of them at once and the rest at a tap; nothing where there are none. */
export function ListCard<T>({ title, label, all, children }: { title: string; label: string; all: readonly T[]; children: (one: T) => ReactNode }) {
  const [every, setEvery] = useState(false);
  if (all.length === 0) return null;
  const shown = every ? all : all.slice(0, atFirst);
  return (
    <Card flush title={title}>
      <Rows label={label}>{shown.map(children)}</Rows>
      {shown.length < all.length ? <div className="shift-review-more"><QuietAction onClick={() => setEvery(true)}>Show all {all.length.toLocaleString('en')}</QuietAction></div> : null}
    </Card>
  );
}
