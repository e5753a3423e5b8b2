import { lazy, Suspense, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { Card, QuietAction, Stack } from '../../../ui';
import { DrillLine } from '../drill/DrillLine';
import { ReopenSheet } from './ReopenSheet';
import { VerdictCard } from './VerdictCard';
import { owesFinalUpdate } from './words';

const PostMortemLine = lazy(() => import('../../postMortems/PostMortemLine'));

/** What is left to say of a resolved incident, over everything else: what it was, the last words to the stakeholders, and the way back. */
export default function Afterwards({ incident, onFinalUpdate }: { incident: Incident; onFinalUpdate?: (() => void) | undefined }) {
  const [asks, setAsks] = useState(false);
  // Merged, its end is the other incident's.
  if (incident.status !== 'resolved' || incident.mergedInto !== null) return null;
  return (
    <div className="ending-afterwards">
      <Stack>
        {incident.drillId === null ? <VerdictCard incident={incident} /> : <DrillLine drillId={incident.drillId} />}
        {owesFinalUpdate(incident) && (incident.drillId === null || incident.updateCount > 0) ? (
          <Card tone="warning">
            <p>The stakeholders have not heard that it is over.</p>
            {onFinalUpdate ? <p className="ending-action"><QuietAction outlined onClick={onFinalUpdate} data-testid="final-update">Write the final update</QuietAction></p> : null}
          </Card>
        ) : null}
        {incident.drillId === null ? <Suspense fallback={null}><PostMortemLine incidentId={incident.id} /></Suspense> : null}
        <p><QuietAction outlined icon="undo" onClick={() => setAsks(true)} data-testid="reopen">Reopen</QuietAction></p>
      </Stack>
      <ReopenSheet incident={incident} open={asks} onClose={() => setAsks(false)} />
    </div>
  );
}
