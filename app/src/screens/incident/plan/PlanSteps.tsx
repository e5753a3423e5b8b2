import type { PlanRun, RunStep, StepState } from '#domain/plan/planRun';
import { stepName } from '#domain/plan/stepName';
import { clockTime } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { Icon, QuietAction, useNow } from '../../../ui';
import type { IconName } from '../../../ui';

const marks: Record<StepState, { icon: IconName; word: string }> = {
  waiting: { icon: 'clock', word: 'Waiting' }, running: { icon: 'clock', word: 'Under way' }, done: { icon: 'check', word: 'Done' }, failed: { icon: 'warning', word: 'Failed' },
  skipped: { icon: 'forward', word: 'Skipped' }, stopped: { icon: 'silence', word: 'Stopped' },
};

/** Each step with its state and what came of it. `onRetry` null: it can't be tried again now. */
export function PlanSteps({ run, sending, onRetry }: { run: PlanRun; sending: string | null; onRetry: ((step: RunStep) => void) | null }) {
  const { timeZone } = usePerson();
  const now = useNow();
  return (
    <ol className="plan-run-steps" aria-label="Steps">
      {run.steps.map((step) => (
        <li key={step.id} className={`plan-run-step plan-run-${step.state}`} data-testid="plan-step" data-state={step.state}>
          <Icon name={marks[step.state].icon} size={20} />
          <div className="plan-run-words">
            <p><b>{stepName(step.step)}</b> <span className="plan-run-state tabular"><span className="plan-run-word">{marks[step.state].word}{step.state === 'done' && step.at !== null ? ` ${clockTime(step.at, timeZone)}` : ''}</span>{step.by === null ? '' : ` · ${step.by.name}`}</span></p>
            {saysOf(step, now) === '' ? null : <p className="plan-run-result tabular">{saysOf(step, now)}</p>}
          </div>
          {onRetry !== null && (step.state === 'failed' || step.state === 'stopped') ? (
            <QuietAction outlined guarded disabled={sending === step.id} onClick={() => onRetry(step)} aria-label={`${step.state === 'failed' ? 'Try again' : 'Run'}: ${stepName(step.step)}`} data-testid="retry-step">
              {sending === step.id ? 'Trying' : step.state === 'failed' ? 'Try again' : 'Run'}
            </QuietAction>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What came of it; of one that failed and waits, when it is tried again. */
function saysOf({ state, result, dueAt }: RunStep, now: number): string {
  if (state !== 'waiting' || result === '' || dueAt === null) return state === 'running' ? '' : result;
  const seconds = Math.ceil((dueAt - now) / 1000);
  return `${result} Tried again ${seconds <= 1 ? 'now' : `in ${seconds} s`}.`;
}
