import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { offered } from '#domain/plan/offered';
import type { PlanStep } from '#domain/plan/plan';
import { planFor } from '#domain/plan/planFor';
import type { PlanRun } from '#domain/plan/planRun';
import { isSameAct, stepName } from '#domain/plan/stepName';
import { useCommands } from '../../../commands/useCommands';
import type { Wish } from '../../../commands/wish';
import { useConnection } from '../../../live/connection';
import { Icon, PrimaryAction, QuietAction, Row, Rows, say, Sheet, Skeleton, useMinute } from '../../../ui';
import { kindIcons } from '../../plans/stepWords';
import { usePlanFacts } from '../../plans/usePlanFacts';
import './plan.css';

type Props = { incident: Incident; run: PlanRun | null; open: boolean; onClose: () => void };
type Offer = ReturnType<typeof offered>[number];

/** What a plan can do and has not been done here: one step by hand, or what is left of the plan at once. Each says first what it would do. */
export default function HandSheet(props: Props) {
  const [chosen, choose] = useState<PlanStep | null>(null);
  const close = () => { props.onClose(); choose(null); };
  return (
    <Sheet open={props.open} onClose={close} title={chosen === null ? 'Do by hand' : stepName(chosen)}>
      {props.open ? <Inside {...props} onClose={close} chosen={chosen} onChoose={choose} /> : null}
    </Sheet>
  );
}

function Inside({ incident, run, onClose, chosen, onChoose }: Props & { chosen: PlanStep | null; onChoose: (step: PlanStep | null) => void }) {
  const facts = usePlanFacts();
  const now = useMinute();
  const { send } = useCommands();
  const offline = useConnection().state === 'offline';
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const doIt = async (wish: Wish) => {
    setBusy(true);
    setProblem(null);
    const outcome = await send(wish);
    setBusy(false);
    if (outcome.state !== 'answered') return setProblem(outcome.sentence);
    say(outcome.answer.message);
    onClose();
  };
  if (!facts.complete) return <Skeleton rows={4} label="Loading what can be done" />;
  const offers = offered(incident, run, facts, now);
  const could = offers.filter(({ foreseen }) => foreseen.would === 'run');
  const plan = planFor(incident.severity, incident.serviceId, facts);
  const left = could.filter(({ step }) => plan.steps.some((each) => isSameAct(each, step)));
  const said = (
    <>
      {offline ? <p className="configuration-problem" role="alert">You are offline. It is not kept for later: do it when there is a connection.</p> : null}
      {problem === null ? null : <p className="configuration-problem" role="alert">{problem}</p>}
    </>
  );
  const isOnce = chosen === null ? undefined : offers.find(({ step }) => isSameAct(step, chosen));
  if (chosen !== null) {
    return (
      <>
        <div className="sheet-words"><p>{isOnce?.foreseen.result ?? 'It is done already.'}</p></div>
        {said}
        <div className="sheet-actions">
          <PrimaryAction guarded busy={isBusy} disabled={offline} onClick={() => { void doIt({ type: 'runPlanStep', incidentId: incident.id, step: chosen }); }} data-testid="do-step">{isBusy ? 'Doing it' : stepName(chosen)}</PrimaryAction>
          <QuietAction tone="plain" onClick={() => { setProblem(null); onChoose(null); }}>Back</QuietAction>
        </div>
      </>
    );
  }
  return (
    <>
      {left.length > 1 ? (
        <div className="sheet-actions plan-hand-whole">
          <PrimaryAction guarded busy={isBusy} disabled={offline} onClick={() => { void doIt({ type: 'runPlan', incidentId: incident.id, planId: plan.planId }); }} data-testid="run-plan">{isBusy ? 'Beginning' : `Run ${plan.name}`}</PrimaryAction>
          <p className="quiet small">{left.map(({ step }) => stepName(step)).join(', ')}. Or one of them:</p>
        </div>
      ) : null}
      {said}
      {could.length === 0 ? <p className="quiet">Everything that can be done here has been done.</p> : (
        <Rows label="What can be done">
          {could.map(({ step, foreseen }) => <Row key={keyOf(step)} start={<Icon name={kindIcons[step.kind]} />} title={stepName(step)} detail={foreseen.result} end={<Icon name="forward" size={18} />} onClick={() => onChoose(step)} data-testid={`by-hand-${step.kind}`} />)}
        </Rows>
      )}
      <CanNot offers={offers.filter(({ foreseen }) => foreseen.would !== 'run')} />
    </>
  );
}

/** What is not there to be done, and why. */
function CanNot({ offers }: { offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <div className="plan-hand-not">
      <h3>Not needed, or not set up</h3>
      <ul>{offers.map(({ step, foreseen }) => <li key={keyOf(step)}><b>{stepName(step)}</b> {foreseen.result}</li>)}</ul>
    </div>
  );
}

const keyOf = (step: PlanStep): string => (step.kind === 'callWebhook' ? `${step.kind}-${step.destinationId}` : step.kind === 'page' ? JSON.stringify(step) : step.kind);
