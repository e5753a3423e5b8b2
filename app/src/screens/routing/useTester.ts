import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Issue } from '#domain/ingest/parsed';
import type { TestedAlert } from '#domain/routing/evidence';
import type { RoutingRule, RuleScope } from '#domain/routing/rule';
import { useCommands } from '../../commands/useCommands';
import { placeOf } from './ruleDraft';

/** How long the typing rests before the rules are tried, in ms. */
const REST = 500;

export type TesterState = {
  /** Newest first; null: nothing is known yet. What was known stays while it is asked anew. */
  tested: TestedAlert[] | null;
  asking: boolean;
  /** Why it could not be asked. */
  problem: string | null;
  /** How many rules are not finished, and were left out. */
  leftOut: number;
  again: () => void;
};

/** What the rules as they stand make of the newest real alerts; asked anew when they change, and when somebody comes back to the screen. */
export function useTester(scope: RuleScope, rules: readonly RoutingRule[], problems: readonly Issue[]): TesterState {
  const { send } = useCommands();
  const [answer, setAnswer] = useState<{ tested: TestedAlert[] | null; problem: string | null; of: string }>({ tested: null, problem: null, of: '' });
  const [round, setRound] = useState(0);
  const finished = useMemo(() => {
    const wrong = new Set(problems.filter(({ path }) => !path.endsWith('.name')).map(placeOf));
    return rules.filter((_, at) => !wrong.has(at)).map((rule) => ({ ...rule, name: rule.name || 'This rule' }));
  }, [rules, problems]);
  const asked = useMemo(() => JSON.stringify({ scope, finished, round }), [scope, finished, round]);
  const latest = useRef(asked);
  useEffect(() => { latest.current = asked; }, [asked]);

  useEffect(() => {
    const timer = setTimeout(() => {
      void send({ type: 'testRoutingRules', scope, rules: finished }).then((outcome) => {
        // An answer about rules that have changed since would flicker.
        if (latest.current !== asked) return;
        setAnswer((before) => (outcome.state === 'answered'
          ? { tested: outcome.answer.tested ?? [], problem: null, of: asked }
          : { tested: before.tested, problem: outcome.sentence, of: asked }));
      });
    }, REST);
    return () => clearTimeout(timer);
  }, [asked, scope, finished, send]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const onReturn = () => { if (document.visibilityState === 'visible') again(); };
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('online', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('online', onReturn);
    };
  }, [again]);
  return { tested: answer.tested, asking: answer.of !== asked, problem: answer.problem, leftOut: rules.length - finished.length, again };
}
