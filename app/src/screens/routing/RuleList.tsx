import { useEffect, useRef, useState } from 'react';
import type { RoutingRule } from '#domain/routing/rule';
import type { Issue } from '../../commands/send';
import { Empty, Icon, IconAction, PrimaryAction, QuietAction } from '../../ui';
import { moved, placeOf, sentence } from './ruleDraft';
import { conditionWords, outcomeWords } from './ruleWords';
import type { Names } from './ruleWords';
import { Switch } from './Switch';
import { useDragOrder } from './useDragOrder';
import './rule-list.css';

/** The rules in the order in which they are asked, each as a sentence. Moved by dragging or by its buttons. */
export function RuleList({ rules, names, problems, warnings, onChange, onEdit, onAdd }: {
  rules: readonly RoutingRule[]; names: Names; problems: readonly Issue[]; warnings: readonly { ruleId: string; message: string }[];
  onChange: (rules: RoutingRule[]) => void; onEdit: (rule: RoutingRule) => void; onAdd: () => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<{ id: string; way: 'up' | 'down' } | null>(null);
  const move = (from: number, to: number) => {
    onChange(moved(rules, from, to));
    setSaid(`${rules[from]?.name ?? ''} is rule ${to + 1} of ${rules.length} now.`);
  };
  const drag = useDragOrder(list, move);
  // A button that moved with its row has lost the focus: the next press of the key must find it again.
  useEffect(() => {
    if (focus === null) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-rule="${focus.id}"] button[data-way]`) ?? [])];
    (buttons.find(({ dataset, disabled }) => dataset.way === focus.way && !disabled) ?? buttons.find(({ disabled }) => !disabled))?.focus();
  }, [focus, rules]);

  if (rules.length === 0) {
    return (
      <Empty title="No rules yet" icon="menu" action={<PrimaryAction icon="plus" onClick={onAdd} data-testid="add-rule">Add the first rule</PrimaryAction>}>
        <p>Alerts are as their source calls them. A rule can suppress them, hold them back, rate them anew or send them elsewhere.</p>
      </Empty>
    );
  }
  return (
    <>
      <p className="visually-hidden" role="status">{said}</p>
      <ol className={`rule-list${drag.dragged === null ? '' : ' rule-list-dragging'}`} ref={list} data-testid="rule-list">
        {rules.map((rule, at) => {
          const problem = problems.find((each) => placeOf(each) === at);
          const warning = warnings.find(({ ruleId }) => ruleId === rule.id);
          const button = (way: 'up' | 'down', to: number, label: string) => (
            <IconAction
              label={`${label}: ${rule.name}`} icon="up" disabled={to < 0 || to >= rules.length} data-way={way}
              onClick={() => { move(at, to); setFocus({ id: rule.id, way }); }}
            />
          );
          return (
            <li key={rule.id} data-rule={rule.id} className={`rule${rule.enabled ? '' : ' rule-off'}${drag.dragged === at ? ' rule-dragged' : ''}`} style={drag.styleOf(at)}>
              <div className="rule-head">
                <span className="rule-handle" aria-hidden="true" {...drag.handle(at)}><Icon name="menu" size={20} /></span>
                <p className="rule-name"><span className="tabular">{at + 1}.</span> {rule.name.trim() || 'A rule without a name'}</p>
                <Switch label={`${rule.name}: ${rule.enabled ? 'on' : 'off'}`} on={rule.enabled} onChange={(enabled) => onChange(rules.map((each) => (each.id === rule.id ? { ...each, enabled } : each)))} />
              </div>
              <p className="routing-sentence">{conditionWords(rule.when)} → <b>{outcomeWords(rule.then, names)}</b></p>
              {problem ? <p className="rule-problem" role="alert"><Icon name="warning" size={18} /><span>{sentence(problem.message)}</span></p> : null}
              {!problem && warning ? <p className="rule-warning"><Icon name="warning" size={18} /><span>{warning.message}</span></p> : null}
              <div className="rule-foot">
                {button('up', at - 1, 'Move up')}
                {button('down', at + 1, 'Move down')}
                <QuietAction onClick={() => onEdit(rule)} aria-label={`Change ${rule.name}`} data-testid="edit-rule">Change</QuietAction>
              </div>
            </li>
          );
        })}
      </ol>
      <QuietAction outlined icon="plus" onClick={onAdd} data-testid="add-rule">Add a rule</QuietAction>
    </>
  );
}
