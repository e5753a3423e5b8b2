import { lazy, Suspense, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Runbook } from '#domain/runbook/runbook';
import { whenWords } from '#domain/time/words';
import { timelineOf } from '../../../live/incidents';
import { known } from '../../../live/live';
import { useLive } from '../../../live/useLive';
import { usePerson } from '../../../session/useSession';
import { Icon, QuietAction, useMinute } from '../../../ui';
import { inReadingOrder } from '../../runbooks/linkTarget';
import { lastRun, runWords } from './actionRuns';

const ActionSheet = lazy(() => import('./ActionSheet'));

/** What a step may run, and what came of it the last time, as the timeline tells it. `name`: how the step calls it. */
export function ActionOfStep({ incident, runbook, name }: { incident: Incident; runbook: Runbook; name: string }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never');
  const timeline = known(useLive(timelineOf(incident.id)));
  const action = runbook.about?.actions.find((each) => each.name === name);
  if (!action) return <p className="step-action quiet small">This step calls “{name}”, which the runbook does not name under its actions.</p>;
  const run = timeline ? lastRun(timeline, runbook.title, action) : null;
  return (
    <div className="step-action">
      <QuietAction outlined icon="integrations" onClick={() => setSheet('open')} data-testid="step-action">{action.title}</QuietAction>
      <div role="status">
        {run ? <p className="small tabular" data-testid="action-run"><Icon name={run.state === 'failed' ? 'warning' : run.state === 'started' ? 'clock' : 'check'} size={16} /> {runWords(run, (at) => whenWords(at, now, timeZone))}</p> : null}
      </div>
      {run && run.result !== '' ? <pre tabIndex={0} aria-label={`What ${action.title} said`}>{inReadingOrder(run.result)}</pre> : null}
      <Suspense fallback={null}>
        {sheet === 'never' ? null : <ActionSheet incident={incident} runbook={runbook} action={action} open={sheet === 'open'} onClose={() => setSheet('closed')} />}
      </Suspense>
    </div>
  );
}
