import { useState } from 'react';
import type { Runbook } from '#domain/runbook/runbook';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, useMinute } from '../../ui';
import { Diff } from './Diff';

/** Somebody saved a newer version while this one was written: what they wrote, how mine differs, and which one goes on. */
export function Overtaken({ runbook, mine, onTheirs, onMine }: { runbook: Runbook; mine: string; onTheirs: () => void; onMine: () => void }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [view, setView] = useState<'diff' | 'theirs'>('diff');
  return (
    <div className="runbook-overtaken" data-testid="overtaken">
      <Card tone="warning" title={`${runbook.changedBy?.name ?? 'Somebody'} saved version ${runbook.version}${runbook.changedAt > 0 ? `, ${whenWords(runbook.changedAt, now, timeZone)}` : ''}`}>
        <p role="alert">What you wrote is kept. Lines with − are theirs and not in yours, lines with + are only in yours. Go on with yours only when it holds what you want of theirs.</p>
        <div className="configuration-actions runbook-overtaken-actions">
          <QuietAction outlined onClick={() => setView(view === 'diff' ? 'theirs' : 'diff')}>{view === 'diff' ? 'Show all of theirs' : 'Show the difference'}</QuietAction>
          <QuietAction outlined onClick={onMine} data-testid="go-on-with-mine">Go on with mine</QuietAction>
          <QuietAction tone="danger" onClick={onTheirs} data-testid="take-theirs">Drop mine, take theirs</QuietAction>
        </div>
        {view === 'diff' ? <Diff before={runbook.markdown} after={mine} label="From theirs to yours" /> : <pre className="runbook-theirs" tabIndex={0} aria-label="Their version"><code>{runbook.markdown}</code></pre>}
      </Card>
    </div>
  );
}
