import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { countOf, filterIn, withFilter } from './filter';
import type { Filter } from './filter';
import { filterStore } from './filterStore';

/**
 * The filter of the list. An address that names one wins over what this device kept, so that a link shows what its sender saw; a choice goes into the
 * address of the list, without a step in the history.
 */
export function useFilter(): { filter: Filter; choose: (filter: Filter) => void } {
  const filter = useSyncExternalStore(filterStore.subscribe, filterStore.current);
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const atList = pathname === '/incidents';

  useEffect(() => {
    const asked = filterIn(search);
    const kept = filterStore.current();
    if (asked !== null && withFilter('', asked) !== withFilter('', kept)) filterStore.choose(asked);
    else if (asked === null && atList && countOf(kept) > 0) void navigate({ pathname, search: withFilter(search, kept), hash }, { replace: true });
  }, [atList, hash, navigate, pathname, search]);

  const choose = useCallback((next: Filter) => {
    filterStore.choose(next);
    const wanted = withFilter(search, next);
    // A detail that stands beside the list keeps its own address, unless that names a filter, which would win over the choice.
    if (wanted !== search && (atList || filterIn(search) !== null)) void navigate({ pathname, search: wanted, hash }, { replace: true });
  }, [atList, hash, navigate, pathname, search]);
  return { filter, choose };
}
