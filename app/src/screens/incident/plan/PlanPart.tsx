import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { PlanRun, RunStep } from '#domain/plan/planRun';
import { useConnection } from '../../../live/connection';
import { known } from '../../../live/live';
import { planRun } from '../../../live/plans';
import { useLive } from '../../../live/useLive';
import { Card, Icon, QuietAction, Row } from '../../../ui';
import { useOpening } from '../useOpening';
import { useSending } from '../useSending';
import { PlanSteps } from './PlanSteps';
import './plan.css';

const HandSheet = lazy(() => import('./HandSheet'));
const RetrySheet = lazy(() => import('./RetrySheet'));

/** What the response plan did, does and left undone. `offers`: where nothing has run, a row that offers to. */
export default function PlanPart({ incident, offers }: { incident: Incident; offers: boolean }) {
  const run = known(useLive(planRun(incident.id)));
  const sheet = useOpening<true>();
  const begun = run !== undefined && run !== null && run.steps.length > 0 ? run : null;
  const mayDo = incident.status !== 'resolved';
  return (
    <>
      {begun !== null ? <Run incident={incident} run={begun} onMore={mayDo ? () => sheet.show(true) : null} /> : null}
      {begun === null && offers && mayDo && run !== undefined ? (
        <Card flush><Row start={<Icon name="runbooks" />} title="Response plan" detail="Nothing has run by itself" end={<Icon name="plus" size={18} />} onClick={() => sheet.show(true)} data-testid="begin-plan" /></Card>
      ) : null}
      <Suspense fallback={null}>{sheet.about === null ? null : <HandSheet incident={incident} run={run ?? null} open={sheet.open} onClose={sheet.close} />}</Suspense>
    </>
  );
}

function Run({ incident, run, onMore }: { incident: Incident; run: PlanRun; onMore: (() => void) | null }) {
  const { sending, send } = useSending();
  const offline = useConnection().state === 'offline';
  const isUnderWay = run.stoppedBy === null && run.steps.some(({ state, by }) => by === null && (state === 'waiting' || state === 'running'));
  const stop = () => { void send('stop', { type: 'stopPlan', incidentId: incident.id }); };
  const again = useOpening<RunStep>();
  const retry = ({ id }: RunStep) => { void send(id, { type: 'retryPlanStep', incidentId: incident.id, stepId: id }); };
  const onRetry = (step: RunStep) => (step.step.kind === 'page' ? again.show(step) : retry(step));
  return (
    <Card
      title="Response plan"
      action={isUnderWay ? <QuietAction outlined guarded icon="close" disabled={offline || sending === 'stop'} onClick={stop} data-testid="stop-plan">{sending === 'stop' ? 'Stopping' : 'Stop'}</QuietAction> : null}
    >
      <div className="plan-run" data-testid="plan-run">
        {run.planName === '' ? null : <p className="plan-run-name">{run.planName}</p>}
        {run.stoppedBy === null ? null : <p className="plan-stopped" data-testid="plan-stopped"><Icon name="silence" size={18} /><span>Stopped by {run.stoppedBy}. Nothing more runs by itself.</span></p>}
        <PlanSteps run={run} sending={sending} onRetry={onMore === null || offline ? null : onRetry} />
        {onMore === null ? null : <QuietAction icon="plus" onClick={onMore} data-testid="plan-by-hand">Do more by hand</QuietAction>}
      </div>
      <Suspense fallback={null}>
        {again.about === null ? null : <RetrySheet incident={incident} step={again.about.step} open={again.open} onClose={again.close} onDone={() => { if (again.about !== null) retry(again.about); }} />}
      </Suspense>
    </Card>
  );
}
