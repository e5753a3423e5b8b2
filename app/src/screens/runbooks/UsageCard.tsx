import { useMemo } from 'react';
import type { Runbook } from '#domain/runbook/runbook';
import { usageOf } from '#domain/runbook/usage';
import { known } from '../../live/live';
import { incidentsOfRunbook } from '../../live/runbookUse';
import { useLive } from '../../live/useLive';
import { Card, useMinute } from '../../ui';
import { agoWords } from '../../words/ago';
import { counted } from '../configuration/counted';
import { usagePairs } from './usageWords';
import './runbook-page.css';

/** Whether it helps: how often it was used, how fast, and which steps people leave out. */
export function UsageCard({ runbook }: { runbook: Runbook }) {
  const live = useLive(incidentsOfRunbook(runbook.id));
  const incidents = known(live);
  const now = useMinute();
  const usage = useMemo(() => (incidents ? usageOf(incidents, runbook) : null), [incidents, runbook]);
  if (live.state === 'failed') return <Card title="Use"><p className="quiet">It could not be read how it was used.</p></Card>;
  if (usage === null) return <Card title="Use"><p className="quiet">Counting…</p></Card>;
  if (usage.times === 0) return <Card title="Use"><p className="quiet" data-testid="usage">No incident has used it yet.</p></Card>;
  return (
    <Card title="Use">
      <dl className="runbook-pairs" data-testid="usage">
        {usagePairs(usage, (at) => agoWords(at, now)).map(([name, figure]) => <div key={name}><dt>{name}</dt><dd className="tabular">{figure}</dd></div>)}
      </dl>
      {usage.skipped.length > 0 ? (
        <>
          <h3 className="runbook-part">Most skipped</h3>
          <ul className="runbook-skipped">{usage.skipped.slice(0, 3).map(({ key, words, times }) => <li key={key}><span>{words}</span><span className="quiet tabular">{counted(times, 'time')}</span></li>)}</ul>
        </>
      ) : null}
    </Card>
  );
}
