import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { policyProblems, uncovered } from '#domain/escalation/reach';
import type { Issue } from '../../commands/send';
import { useUnsavedWarning } from '../../drafts/useDraft';
import type { Edited } from '../../drafts/useEdited';
import { useZone } from '../../session/useZone';
import { Field, Icon, QuietAction, say, useMinute } from '../../ui';
import { EditScreen } from '../configuration/EditScreen';
import { useSaving } from '../configuration/useSaving';
import { Afterwards } from './Afterwards';
import { mostSteps, movedTo, newStep, pagingPart, policyOf } from './policyDraft';
import type { PolicyDraft } from './policyDraft';
import { PolicyPreview } from './PolicyPreview';
import { StepCard } from './StepCard';
import type { PolicyFacts } from './usePolicyFacts';
import './policies.css';

const sentence = (name: string, message: string): string => (/^[A-Z]/.test(message) ? message : `${name} ${message}.`);

/** A policy while it is written: its steps as sentences, what is wrong with them, and what they would do. */
export function PolicyForm({ policy, edited: { value: draft, changed, overtaken, change, discard, settle }, facts, title, back }: {
  policy: EscalationPolicy | null; edited: Edited<PolicyDraft>; facts: PolicyFacts; title: string; back: { to: string; label: string };
}) {
  const navigate = useNavigate();
  const zone = useZone();
  const now = useMinute();
  const saving = useSaving();
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<{ key: string; way: 'up' | 'down' } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const typed = useMemo(() => policyOf(draft), [draft]);
  const pages = useMemo(() => pagingPart(draft), [draft]);
  // What the server would refuse is told while it is typed; what is not filled in yet, when somebody saves.
  const problems = useMemo((): Issue[] => ('policy' in typed ? policyProblems(typed.policy, facts, now) : tried ? typed.issues : []), [typed, facts, now, tried]);
  const gaps = useMemo(() => ('policy' in typed && problems.length === 0 ? uncovered(typed.policy, facts, now) : []), [typed, problems, facts, now]);
  useUnsavedWarning(changed, 'The policy is not saved. What you changed is kept on this device.');
  // A button that moved with its step has lost the focus: the next press of the key must find it again.
  useEffect(() => {
    if (focus === null) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-step="${focus.key}"] button[data-way]`) ?? [])];
    (buttons.find(({ dataset, disabled }) => dataset.way === focus.way && !disabled) ?? buttons.find(({ disabled }) => !disabled))?.focus();
  }, [focus, draft.steps]);

  const errorAt = (path: string, name: string): string | undefined => {
    const issue = problems.find((each) => each.path === path);
    return issue ? sentence(name, issue.message) : saving.issueAt(path, name);
  };
  const setSteps = (steps: PolicyDraft['steps']) => change({ ...draft, steps });
  const move = (from: number, to: number, way: 'up' | 'down') => {
    setSteps(movedTo(draft.steps, from, to));
    setSaid(`Step ${from + 1} is step ${to + 1} now.`);
    setFocus({ key: draft.steps[from]?.key ?? '', way });
  };
  const save = async () => {
    setTried(true);
    const wrong = 'issues' in typed ? typed.issues : policyProblems(typed.policy, facts, Date.now());
    // What is wrong is marked from the draft itself, so that a mended field is calm at once.
    if ('issues' in typed || wrong.length > 0) return saving.refuse('Not saved yet. Look at what is marked.');
    const answer = await saving.save({ type: 'savePolicy', policy: typed.policy });
    if (!answer) return;
    // Before the screen is left, or it would warn of what it has just saved.
    flushSync(() => settle(draft));
    const open = answer.findings?.length ?? 0;
    say(open === 0 ? answer.message : `${answer.message} Coverage has ${open === 1 ? 'something new' : `${open} new things`} to look at.`, open === 0 ? 'good' : 'plain');
    void navigate(`/policies/${typed.policy.id}`, { replace: true });
  };
  const whole = problems.find(({ path }) => path === 'policy.steps')?.message;
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }}>
      {overtaken && policy !== null ? <p className="configuration-problem" role="status">Somebody else has changed this policy since you began. Saving replaces theirs; Discard shows it.</p> : null}
      <Field label="Name" placeholder="Checkout" value={draft.name} maxLength={80} error={errorAt('policy.name', 'The name')} onChange={(event) => change({ ...draft, name: event.target.value })} />
      <p className="visually-hidden" role="status">{said}</p>
      <ol className="policy-steps" ref={list}>
        {draft.steps.map((step, index) => (
          <StepCard
            key={step.key} step={step} index={index} count={draft.steps.length} facts={facts} now={now} errorAt={(path, name) => errorAt(`policy.steps.${index}.${path}`, name)}
            onChange={(next) => setSteps(draft.steps.map((each) => (each.key === next.key ? next : each)))}
            move={{
              canUp: index > 0, canDown: index + 1 < draft.steps.length, canRemove: draft.steps.length > 1,
              up: () => move(index, index - 1, 'up'), down: () => move(index, index + 1, 'down'),
              remove: () => { setSteps(draft.steps.filter(({ key }) => key !== step.key)); setSaid(`Step ${index + 1} is removed.`); },
            }}
          />
        ))}
      </ol>
      {draft.steps.length < mostSteps ? <QuietAction outlined icon="plus" onClick={() => setSteps([...draft.steps, newStep(crypto.randomUUID(), zone)])} data-testid="add-step">Add a step</QuietAction> : <p className="quiet small">Ten steps are the most.</p>}
      <Afterwards draft={draft} policies={Object.values(facts.policies)} error={errorAt('policy.handOffTo', 'The hand-off')} onChange={change} />
      {whole ? <p className="configuration-problem" role="alert">{whole}</p> : null}
      {gaps.length > 0 ? <div role="status"><ul className="policy-gaps">{gaps.map((gap) => <li key={gap}><Icon name="warning" size={18} /><span>{gap}</span></li>)}</ul></div> : null}
      <PolicyPreview policy={pages} facts={facts} />
      {changed ? <QuietAction tone="plain" onClick={() => { discard(); setTried(false); say('Discarded. This is what is saved.'); }} data-testid="discard">Discard my changes</QuietAction> : null}
    </EditScreen>
  );
}
