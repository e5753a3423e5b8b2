import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { RoutingRule } from '#domain/routing/rule';
import { proposedIn, withProposed } from './tuneAddress';
import type { DryRunState } from './useDryRun';

/**
 * Takes a rule that the address proposes into the draft, and looks at the last 90 days by it at once: nobody should save one without. The address then only says that there
 * was one, so a reload finds the draft and the evidence again. Answers whether this is such a visit.
 */
export function useProposed(rules: readonly RoutingRule[], change: (rules: RoutingRule[]) => void, { evidence, mayRun }: { evidence: DryRunState; mayRun: boolean }): boolean {
  const [search, setSearch] = useSearchParams();
  const asks = search.has('tune');
  const wasProposed = search.has('proposed');
  useEffect(() => {
    if (!asks) return;
    const proposed = proposedIn(search);
    if (proposed !== null) change(withProposed(rules, proposed, crypto.randomUUID()));
    setSearch(proposed === null ? {} : { proposed: '1' }, { replace: true });
  }, [asks, search, rules, change, setSearch]);
  const { run, shown } = evidence;
  const runs = wasProposed && mayRun && shown.state === 'none';
  useEffect(() => { if (runs) run(); }, [runs, run]);
  return wasProposed;
}
