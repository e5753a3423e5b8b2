import { useCallback, useMemo, useState } from 'react';
import type { DryRun } from '#domain/routing/evidence';
import type { RoutingRule, RuleScope } from '#domain/routing/rule';
import { useCommands } from '../../commands/useCommands';

type Run = { state: 'none' } | { state: 'running'; since: number; of: string } | { state: 'done'; dryRun: DryRun; of: string } | { state: 'failed'; sentence: string };
export type DryRunState = {
  run: () => void;
  shown: Run;
  /** Whether the evidence is about the rules as they stand. */
  isCurrent: boolean;
};

/** The evidence for these rules over the stored events of 90 days, on demand. */
export function useDryRun(scope: RuleScope, rules: readonly RoutingRule[]): DryRunState {
  const { send } = useCommands();
  const [shown, setShown] = useState<Run>({ state: 'none' });
  const of = useMemo(() => JSON.stringify(rules), [rules]);
  const run = useCallback(() => {
    setShown({ state: 'running', since: Date.now(), of });
    void send({ type: 'dryRunRoutingRules', scope, rules: [...rules] }).then((outcome) => {
      if (outcome.state !== 'answered') return setShown({ state: 'failed', sentence: outcome.sentence });
      setShown(outcome.answer.dryRun ? { state: 'done', dryRun: outcome.answer.dryRun, of } : { state: 'failed', sentence: outcome.answer.message });
    });
  }, [send, scope, rules, of]);
  return { run, shown, isCurrent: shown.state === 'done' && shown.of === of };
}
