import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { VerdictKind } from '#domain/incident/parts';
import { clockTime } from '#domain/time/words';
import { useCommands } from '../../../commands/useCommands';
import { usePerson } from '../../../session/useSession';
import { Card, PrimaryAction, QuietAction, say, useMinute } from '../../../ui';
import { isNight } from '../../alarm/silence';
import { VerdictChoice } from './VerdictChoice';
import { verdictLine } from './words';

/** Of a resolved incident: what it was, asked until somebody has said it, and open to be said anew. */
export function VerdictCard({ incident }: { incident: Incident }) {
  const [editing, setEditing] = useState(false);
  if (incident.status !== 'resolved') return null;
  const { verdict } = incident;
  if (verdict !== null && !editing) {
    return (
      <Card title="What it was" action={<QuietAction onClick={() => setEditing(true)} data-testid="verdict-change">Change</QuietAction>}>
        <p data-testid="verdict-said">{verdictLine(verdict)}.</p>
        {verdict.cause === '' ? null : <p className="quiet">{verdict.cause}</p>}
      </Card>
    );
  }
  return <Asking key={verdict?.at ?? 'none'} incidentId={incident.id} said={verdict} onDone={() => setEditing(false)} cancels={verdict !== null} />;
}

function Asking({ incidentId, said, cancels, onDone }: { incidentId: string; said: Incident['verdict']; cancels: boolean; onDone: () => void }) {
  const { act } = useCommands();
  const [verdict, setVerdict] = useState<VerdictKind | null>(said?.kind ?? null);
  const [cause, setCause] = useState(said?.cause ?? '');
  const [busy, setBusy] = useState(false);
  const { timeZone } = usePerson();
  const now = useMinute();
  // Never asked at night (LOOK); there for who wants it. Whoever opened it to change it wants it.
  const foldsAtNight = !cancels && isNight(clockTime(now, timeZone));
  const save = async () => {
    if (verdict === null) return;
    setBusy(true);
    const outcome = await act({ type: 'setVerdict', incidentId, verdict, cause: cause.trim() });
    setBusy(false);
    if (outcome.state !== 'answered') return;
    if (outcome.answer.outcome === 'done') say('Kept. It counts in the review of the shift.', 'good');
    onDone();
  };
  const asking = (
    <>
      <VerdictChoice verdict={verdict} cause={cause} onVerdict={setVerdict} onCause={setCause} />
      {verdict === null && !cancels ? null : (
        <div className="sheet-actions">
          <PrimaryAction busy={busy} disabled={verdict === null} onClick={() => { void save(); }} data-testid="verdict-save">Keep it</PrimaryAction>
          {cancels ? <QuietAction tone="plain" onClick={onDone}>Leave it as it was</QuietAction> : null}
        </div>
      )}
    </>
  );
  return (
    <Card>
      <section aria-label="What was it?" data-testid="verdict-card">
        {foldsAtNight ? <details className="ending-later ending-later-alone"><summary>What it was can wait for the morning</summary>{asking}</details> : asking}
      </section>
    </Card>
  );
}
