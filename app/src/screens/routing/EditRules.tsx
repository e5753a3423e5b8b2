import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ruleWarnings } from '#domain/routing/problems';
import type { RoutingRule } from '#domain/routing/rule';
import type { Issue } from '../../commands/send';
import { useCommands } from '../../commands/useCommands';
import { fingerprint } from '../../drafts/sameValue';
import { useUnsavedWarning } from '../../drafts/useDraft';
import type { Edited } from '../../drafts/useEdited';
import { PrimaryAction, QuietAction, say, Screen } from '../../ui';
import { Evidence } from './Evidence';
import { OfferEvidence } from './OfferEvidence';
import { newRule, placeOf, problemsOf, quietens, tidied } from './ruleDraft';
import { RuleEditor } from './RuleEditor';
import { RuleList } from './RuleList';
import { ScopeLine } from './ScopeLine';
import { suggestionsOf } from './suggestions';
import { Tester } from './Tester';
import { useDryRun } from './useDryRun';
import { useProposed } from './useProposed';
import type { Scope } from './useScope';
import { useTester } from './useTester';
import './routing.css';

const same = (a: unknown, b: unknown) => fingerprint(a) === fingerprint(b);

/** The rules of a scope while they are changed: the list or one rule, with what they make of real alerts beside it. */
export function EditRules({ of, edited: { value: rules, changed, overtaken, change, discard, settle } }: { of: Scope; edited: Edited<RoutingRule[]> }) {
  const { send } = useCommands();
  const [search, setSearch] = useSearchParams();
  const editing = rules.findIndex(({ id }) => id === search.get('rule'));
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [offered, setOffered] = useState(false);
  const [refused, setRefused] = useState<{ sentence: string; issues: Issue[] } | null>(null);
  const tidy = useMemo(() => rules.map(tidied), [rules]);
  const own = useMemo(() => problemsOf(tidy, of.facts), [tidy, of.facts]);
  const problems = [...own, ...(refused?.issues ?? [])];
  const warnings = useMemo(() => ruleWarnings(tidy), [tidy]);
  const tester = useTester(of.scope, tidy, own);
  const evidence = useDryRun(of.scope, tidy);
  const isProposed = useProposed(rules, change, { evidence, mayRun: changed && own.length === 0 });
  const suggestions = useMemo(() => suggestionsOf(tester.tested ?? []), [tester.tested]);
  useUnsavedWarning(changed, `The changed rules of ${of.name} are not saved. They are kept on this device.`);

  const set = (next: RoutingRule[]) => { setRefused(null); change(next); };
  const edit = (rule: RoutingRule) => setSearch({ rule: rule.id });
  const add = () => {
    const rule = newRule(crypto.randomUUID());
    set([...rules, rule]);
    edit(rule);
  };
  const save = async () => {
    setOffered(false);
    setBusy(true);
    const outcome = await send({ type: 'saveRoutingRules', scope: of.scope, rules: tidy });
    setBusy(false);
    if (outcome.state !== 'answered') return setRefused({ sentence: outcome.sentence, issues: outcome.state === 'refused' ? outcome.issues : [] });
    setTried(false);
    settle(tidy);
    say(outcome.answer.message, 'good');
  };
  const begin = () => {
    setTried(true);
    const [first] = own;
    const wrong = first && rules[placeOf(first) ?? -1];
    if (wrong) return edit(wrong);
    if (!evidence.isCurrent && quietens(tidy, of.saved, same)) return setOffered(true);
    void save();
  };
  const current = rules[editing];
  return (
    // Each of them begins at its top: keyed, because what scrolls is the screen's.
    <Screen
      key={current?.id ?? 'list'} title={current ? (current.name.trim() || 'New rule') : `Rules of ${of.name}`}
      back={current ? { to: `/routing/${of.scope.kind}/${encodeURIComponent(of.scope.id)}`, label: `Rules of ${of.name}` } : { to: '/routing', label: 'Routing rules' }}
      actions={changed && !current ? <QuietAction onClick={() => { setRefused(null); setTried(false); discard(); }} data-testid="discard-rules">Discard</QuietAction> : null}
      footer={current
        ? <PrimaryAction onClick={() => setSearch({})} data-testid="rule-done">Done</PrimaryAction>
        : changed ? <PrimaryAction busy={busy} onClick={begin} data-testid="save-rules">{busy ? 'Saving' : 'Save the rules'}</PrimaryAction> : null}
    >
      <div className="routing-panes">
        <div className="routing-main">
          {refused ? <p className="routing-problem" role="alert">{refused.sentence}</p> : null}
          {overtaken ? <p className="routing-problem" role="status">Somebody else has changed these rules since you began. Saving replaces theirs; Discard shows them.</p> : null}
          {current ? (
            <RuleEditor
              key={current.id} rule={current} at={editing} of={of} problems={tried || refused ? problems : []} warning={warnings.find(({ ruleId }) => ruleId === current.id)?.message}
              suggestions={suggestions} onChange={(next) => set(rules.map((rule) => (rule.id === next.id ? next : rule)))}
              onRemove={() => { set(rules.filter(({ id }) => id !== current.id)); setSearch({}); }}
            />
          ) : (
            <>
              <ScopeLine of={of} />
              {isProposed && changed ? <p className="quiet routing-line" role="status" data-testid="proposed-line">The first rule is a proposal. Nothing has changed yet: look at the evidence below, then save it or discard it.</p> : null}
              <RuleList rules={rules} names={of.names} problems={problems} warnings={warnings} onChange={set} onEdit={edit} onAdd={add} />
              {rules.length > 0 || changed ? <Evidence evidence={evidence} problems={own.length} changed={changed} /> : null}
            </>
          )}
        </div>
        <div className="routing-aside">
          <Tester tester={tester} ruleId={current?.id ?? null} />
        </div>
      </div>
      <OfferEvidence open={offered} onClose={() => setOffered(false)} onSave={() => { void save(); }} onLook={() => { setOffered(false); evidence.run(); }} />
    </Screen>
  );
}
