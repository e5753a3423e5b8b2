import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import { Severity } from '#domain/incident/severity';
import type { ResponsePlan } from '#domain/plan/plan';
import { planProblems } from '#domain/plan/problems';
import type { Issue } from '../../commands/send';
import { useUnsavedWarning } from '../../drafts/useDraft';
import type { Edited } from '../../drafts/useEdited';
import { Field, QuietAction, say, useMinute } from '../../ui';
import { Check } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { useSaving } from '../configuration/useSaving';
import { Checks } from '../people/Checks';
import { AddStep } from './AddStep';
import { DryRun } from './DryRun';
import { movedTo, mostSteps, newStep, planOf, stepsOf } from './planDraft';
import type { PlanDraft } from './planDraft';
import { RemovePlan } from './RemovePlan';
import { StepCard } from './StepCard';
import type { AppPlanFacts } from './usePlanFacts';
import '../policies/policies.css';
import './plans.css';

/** A plan while it is written: when it runs, its steps as cards, what is wrong with them, and what they would do. */
export function PlanForm({ plan, edited: { value: draft, changed, overtaken, change, discard, settle }, facts, title, back }: {
  plan: ResponsePlan | null; edited: Edited<PlanDraft>; facts: AppPlanFacts; title: string; back: { to: string; label: string };
}) {
  const navigate = useNavigate();
  const now = useMinute();
  const saving = useSaving();
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [adding, setAdding] = useState(false);
  const [focus, setFocus] = useState<{ key: string; way: 'up' | 'down' } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const typed = useMemo(() => planOf(draft), [draft]);
  const steps = useMemo(() => stepsOf(draft.steps), [draft.steps]);
  // What the server would refuse is told while it is typed; what is not filled in yet, when somebody saves.
  const problems = useMemo((): Issue[] => ('plan' in typed ? planProblems(typed.plan, plan?.id ?? null, facts) : tried ? typed.issues : []), [typed, plan, facts, tried]);
  useUnsavedWarning(changed, 'The plan is not saved. What you changed is kept on this device.');
  // A button that moved with its step has lost the focus: the next press of the key must find it again.
  useEffect(() => {
    if (focus === null) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-step="${focus.key}"] button[data-way]`) ?? [])];
    (buttons.find(({ dataset, disabled }) => dataset.way === focus.way && !disabled) ?? buttons.find(({ disabled }) => !disabled))?.focus();
  }, [focus, draft.steps]);

  const errorAt = (path: string, name: string): string | undefined => {
    const issue = problems.find((each) => each.path === path);
    if (issue !== undefined) return /^[A-Z]/.test(issue.message) ? issue.message : `${name} ${issue.message}.`;
    return saving.issueAt(`plan.${path}`, name);
  };
  const setSteps = (next: PlanDraft['steps']) => change({ ...draft, steps: next });
  const move = (from: number, to: number, way: 'up' | 'down') => {
    setSteps(movedTo(draft.steps, from, to));
    setSaid(`Step ${from + 1} is step ${to + 1} now.`);
    setFocus({ key: draft.steps[from]?.key ?? '', way });
  };
  const save = async () => {
    setTried(true);
    if ('issues' in typed || problems.length > 0) return saving.refuse('Not saved yet. Look at what is marked.');
    const answer = await saving.save({ type: 'saveResponsePlan', planId: plan?.id ?? null, plan: typed.plan });
    if (!answer) return;
    // Before the screen is left, or it would warn of what it has just saved.
    flushSync(() => settle(draft));
    say(answer.message, 'good');
    void navigate('/plans', { replace: true });
  };
  const whole = errorAt('steps', 'The steps');
  const severitiesWrong = errorAt('severities', 'The severities');
  const id = useId();
  // What EditScreen goes to when it is refused, and what is read out there.
  const wrongGroup = severitiesWrong ? { role: 'group', 'aria-label': 'Severities', 'aria-invalid': true, 'aria-describedby': `${id}-severities`, tabIndex: -1 } as const : {};
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }}>
      {overtaken && plan !== null ? <p className="configuration-problem" role="status">Somebody else has changed this plan since you began. Saving replaces theirs; Discard shows it.</p> : null}
      <Field label="Name" placeholder="Checkout is down" value={draft.name} maxLength={80} error={errorAt('name', 'The name')} hint="The timeline calls it so." onChange={(event) => change({ ...draft, name: event.target.value })} />
      <div className="plan-when" {...wrongGroup}>
        <Checks
          legend="Runs when an incident begins as, or becomes" options={Severity.options.map((id) => ({ id, name: `${id} ${facts.severities[id].name}` }))} chosen={draft.severities} nothing=""
          onChange={(ids) => change({ ...draft, severities: Severity.options.filter((each) => ids.includes(each)) })}
        />
        {severitiesWrong ? <p className="field-error" role="alert" id={`${id}-severities`}>{severitiesWrong}</p> : null}
      </div>
      <div className="plan-when">
        <Checks
          legend="Of these services" options={Object.values(facts.services).sort((a, b) => a.name.localeCompare(b.name))} chosen={draft.serviceIds} nothing="No services yet." onChange={(serviceIds) => change({ ...draft, serviceIds })}
        />
        <p className="quiet small">{draft.serviceIds.length === 0 ? 'None chosen: of all services. A plan that names the service goes before it.' : 'It goes before a plan for all services.'}</p>
      </div>
      <p className="visually-hidden" role="status">{said}</p>
      <section className="plan-steps-part">
        <h2 className="plan-heading">What it does</h2>
        {draft.steps.length === 0 ? <p className="quiet">Nothing yet. Steps run one after the other; one that fails holds up none of the next.</p> : null}
        <ol className="policy-steps" ref={list}>
          {draft.steps.map((step, index) => (
            <StepCard
              key={step.key} step={step} index={index} facts={facts} now={now} errorAt={(path, name) => errorAt(path === '' ? `steps.${index}` : `steps.${index}.${path}`, name)}
              onChange={(next) => setSteps(draft.steps.map((each) => (each.key === next.key ? next : each)))}
              move={{
                canUp: index > 0, canDown: index + 1 < draft.steps.length, up: () => move(index, index - 1, 'up'), down: () => move(index, index + 1, 'down'),
                remove: () => { setSteps(draft.steps.filter(({ key }) => key !== step.key)); setSaid(`Step ${index + 1} is removed.`); },
              }}
            />
          ))}
        </ol>
        {whole ? <p className="field-error" role="alert" id={`${id}-steps`}>{whole}</p> : null}
        {draft.steps.length < mostSteps ? (
          <QuietAction outlined icon="plus" onClick={() => setAdding(true)} aria-invalid={whole ? true : undefined} aria-describedby={whole ? `${id}-steps` : undefined} data-testid="add-step">Add a step</QuietAction>
        ) : <p className="quiet small">Twelve steps are the most.</p>}
      </section>
      {draft.steps.length === 0 ? null : <DryRun steps={'steps' in steps ? steps.steps : null} severities={draft.severities} serviceIds={draft.serviceIds} facts={facts} />}
      <Check label="On" detail={draft.enabled ? 'It runs by itself.' : 'Off: it does nothing by itself; somebody can still run it by hand.'} checked={draft.enabled} onChange={(enabled) => change({ ...draft, enabled })} />
      {changed ? <QuietAction tone="plain" onClick={() => { discard(); setTried(false); say('Discarded. This is what is saved.'); }} data-testid="discard">Discard my changes</QuietAction> : null}
      {plan === null ? null : <RemovePlan plan={plan} onRemoved={() => { flushSync(discard); }} />}
      <AddStep
        open={adding} used={draft.steps.map(({ kind }) => kind)} onClose={() => setAdding(false)}
        onAdd={(kind) => { setSteps([...draft.steps, newStep(crypto.randomUUID(), kind, facts.chat?.slack ? {} : { by: 'post' })]); setAdding(false); }}
      />
    </EditScreen>
  );
}
