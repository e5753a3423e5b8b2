import { lazy, Suspense, useState } from 'react';
import type { RefObject } from 'react';
import { useWide } from '../../layout/useWide';
import { QuietAction } from '../../ui';
import type { ChoicesProps } from './filter/FilterChoices';
import { countOf } from './filter/filter';
import { SearchField } from './search/SearchField';

const FilterChoices = lazy(async () => ({ default: (await import('./filter/FilterChoices')).FilterChoices }));
const FilterSheet = lazy(() => import('./filter/FilterSheet'));

type Props = ChoicesProps & {
  field: RefObject<HTMLInputElement | null>; query: string; onQuery: (query: string) => void; left: number;
  /** How many are chosen; null: nothing is being selected; 'never' where nothing can be. */
  chosen: number | null | 'never'; onSelect: (selecting: boolean) => void; onSelectAll: () => void;
};

/** Over the list: its search, its filters behind one button that says how many are active, and the way into choosing several. */
export function InboxTools({ field, query, onQuery, left, chosen, onSelect, onSelectAll, ...choices }: Props) {
  const wide = useWide();
  const [open, setOpen] = useState<boolean | null>(null);
  const active = countOf(choices.filter);
  if (typeof chosen === 'number') {
    return (
      <div className="inbox-tools inbox-tools-selecting" data-testid="selecting">
        <p className="inbox-chosen tabular" role="status">{chosen} selected</p>
        <QuietAction onClick={onSelectAll} data-testid="select-all">All</QuietAction>
        <QuietAction onClick={() => onSelect(false)} data-testid="select-done">Done</QuietAction>
      </div>
    );
  }
  return (
    <>
      <div className="inbox-tools">
        <SearchField field={field} query={query} onQuery={onQuery} />
        <QuietAction
          outlined={active > 0} aria-expanded={open === true} aria-haspopup={wide ? undefined : 'dialog'} aria-label={active === 0 ? 'Filters' : `Filters, ${active} active`}
          onClick={() => setOpen(open !== true)} data-testid="filters"
        >Filters{active > 0 ? <b className="inbox-count tabular">{active}</b> : null}</QuietAction>
        {chosen === 'never' ? null : <QuietAction onClick={() => onSelect(true)} data-testid="select">Select</QuietAction>}
      </div>
      {open !== null && !wide ? <Suspense fallback={null}><FilterSheet {...choices} left={left} open={open} onClose={() => setOpen(false)} /></Suspense> : null}
      {open === true && wide ? <Suspense fallback={null}><div className="filter-panel" data-testid="filter-panel"><FilterChoices {...choices} /></div></Suspense> : null}
    </>
  );
}
