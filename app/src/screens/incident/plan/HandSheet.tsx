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
import { PrimaryAction, QuietAction, say, Sheet, useMinute } from '../../../ui';
import { FactsMissing } from '../../plans/FactsMissing';
import { usePlanFacts } from '../../plans/usePlanFacts';
import { Countdown } from '../Countdown';
import { HandOffers } from './HandOffers';
import { begunWith, pageWords } from './pageWords';
import './plan.css';

type Props = { incident: Incident; run: PlanRun | null; open: boolean; onClose: () => void };

/** What a plan can do and has not been done here: one step by hand, or what is left of the plan at once. Each says first what it would do; what wakes people counts down 5 s. */
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
  const [counting, count] = useState<string | null>(null);
  const said = (
    <>
      {offline ? <p className="configuration-problem" role="alert">You are offline. It is not kept for later: do it when there is a connection.</p> : null}
      {problem === null ? null : <p className="configuration-problem" role="alert">{problem}</p>}
    </>
  );
  if (!facts.complete) return <>{said}<FactsMissing facts={facts} rows={4} label="Loading what can be done" /></>;
  const offers = offered(incident, run, facts, now);
  const plan = planFor(incident.severity, incident.serviceId, facts);
  const left = offers.filter(({ step, foreseen }) => foreseen.would === 'run' && plan.steps.some((each) => isSameAct(each, step)));
  const offer = chosen === null ? undefined : offers.find(({ step }) => isSameAct(step, chosen));
  // What it was may have begun, or been done, while somebody read or it counted down.
  const canDo = !offline && (chosen === null || offer?.foreseen.would === 'run');
  const wish: Wish = chosen === null ? { type: 'runPlan', incidentId: incident.id, planId: plan.planId } : { type: 'runPlanStep', incidentId: incident.id, step: chosen };
  const doIt = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await send(wish);
    setBusy(false);
    if (outcome.state !== 'answered') return setProblem(outcome.sentence);
    say(outcome.answer.message);
    onClose();
  };
  const begin = () => {
    const pages = pageWords(chosen === null ? begunWith(run, incident, plan, facts, now) : [chosen], incident, facts, now);
    if (pages === null) void doIt();
    else count(pages);
  };
  if (counting !== null) return <Countdown words={counting} onCancel={() => count(null)} onDone={() => { count(null); if (canDo) void doIt(); }} />;
  if (chosen !== null) {
    return (
      <>
        <div className="sheet-words"><p>{offer?.foreseen.result ?? 'It is done already, or under way.'}</p></div>
        {said}
        <div className="sheet-actions">
          <PrimaryAction guarded busy={isBusy} disabled={!canDo} onClick={begin} data-testid="do-step">{isBusy ? 'Doing it' : stepName(chosen)}</PrimaryAction>
          <QuietAction tone="plain" onClick={() => { setProblem(null); onChoose(null); }}>Back</QuietAction>
        </div>
      </>
    );
  }
  return (
    <>
      {left.length > 1 ? (
        <div className="sheet-actions plan-hand-whole">
          <PrimaryAction guarded busy={isBusy} disabled={!canDo} onClick={begin} data-testid="run-plan">{isBusy ? 'Beginning' : `Run ${plan.name}`}</PrimaryAction>
          <p className="quiet small">{left.map(({ step }) => stepName(step)).join(', ')}. Or one of them:</p>
        </div>
      ) : null}
      {said}
      <HandOffers offers={offers} onChoose={onChoose} />
    </>
  );
}
