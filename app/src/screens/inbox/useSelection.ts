import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';

/** What is chosen of the rows on the screen. Whatever leaves the list is no longer chosen; where nothing may be chosen (`may`), nothing is. */
export function useSelection(rows: readonly Incident[], may: boolean): {
  selecting: boolean; chosen: Incident[];
  /** Begins with nothing chosen, or ends. */
  select: (selecting: boolean) => void;
  /** Chooses one, or takes it out; begins selecting. */
  toggle: (id: string) => void;
  selectAll: () => void;
} {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const open = rows.filter(({ status }) => status !== 'resolved');
  return {
    selecting: may && ids !== null,
    chosen: may && ids !== null ? open.filter(({ id }) => ids.includes(id)) : [],
    select: (selecting) => setIds(selecting ? [] : null),
    toggle: (id) => setIds((before) => (before?.includes(id) === true ? before.filter((each) => each !== id) : [...(before ?? []), id])),
    selectAll: () => setIds(open.map(({ id }) => id)),
  };
}
