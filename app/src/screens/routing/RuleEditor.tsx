import { useRef, useState } from 'react';
import type { Issue } from '../../commands/send';
import type { RoutingRule } from '#domain/routing/rule';
import { Card, Field, Icon, PrimaryAction, QuietAction } from '../../ui';
import { useFirstFocus } from '../report/useFirstFocus';
import { ConditionFields } from './ConditionFields';
import { OutcomeFields } from './OutcomeFields';
import { problemAt } from './ruleDraft';
import { conditionWords, outcomeWords } from './ruleWords';
import type { Suggestions } from './suggestions';
import { Switch } from './Switch';
import type { Scope } from './useScope';
import './rule-editor.css';

/** One rule while it is written. Everything typed is in the draft at once; nothing waits for Done. */
export function RuleEditor({ rule, at, of, problems, warning, suggestions, onChange, onRemove }: {
  rule: RoutingRule; at: number; of: Scope; problems: readonly Issue[]; warning: string | undefined; suggestions: Suggestions;
  onChange: (rule: RoutingRule) => void; onRemove: () => void;
}) {
  const [removing, setRemoving] = useState(false);
  const [isNew] = useState(rule.name === '');
  const fields = useRef<HTMLDivElement>(null);
  useFirstFocus(fields, isNew);
  const wrong = (field: string) => problemAt(problems, at, field);
  return (
    <div className="rule-editor" ref={fields}>
      <Card>
        <p className="rule-editor-sentence" data-testid="rule-sentence">{conditionWords(rule.when)} → <b>{outcomeWords(rule.then, of.names)}</b></p>
        {warning ? <p className="rule-editor-warning"><Icon name="warning" size={18} /><span>{warning}</span></p> : null}
      </Card>
      <Field
        label="Name" placeholder="Staging is quiet" hint="Stands in the incident that it decides about." value={rule.name} maxLength={80} error={wrong('name')} autoComplete="off"
        onChange={(event) => onChange({ ...rule, name: event.target.value })}
      />
      <Switch label="Rule is on" words={rule.enabled ? 'On' : 'Off: it decides nothing'} on={rule.enabled} onChange={(enabled) => onChange({ ...rule, enabled })} />
      <Card title="When">
        <ConditionFields when={rule.when} wrong={(field) => wrong(`when.${field}`)} suggestions={suggestions} onChange={(when) => onChange({ ...rule, when })} />
      </Card>
      <Card title="Then">
        <OutcomeFields then={rule.then} wrong={(field) => wrong(`then.${field}`)} of={of} suggestions={suggestions} onChange={(then) => onChange({ ...rule, then })} />
      </Card>
      {removing
        ? <PrimaryAction tone="danger" guarded onClick={onRemove} data-testid="remove-rule">Remove this rule</PrimaryAction>
        : <QuietAction tone="danger" onClick={() => setRemoving(true)}>Remove this rule</QuietAction>}
    </div>
  );
}
