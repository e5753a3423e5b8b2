import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { VerdictKind } from '#domain/incident/parts';
import { whenWords } from '#domain/time/words';
import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import { PrimaryAction, QuietAction, Row, say, SeverityMark, Sheet, useMinute } from '../../ui';
import { VerdictChoice } from '../incident/ending/VerdictChoice';
import { ListCard } from './ListCard';

/** What has ended and nobody has judged: asked here, one after the other, where there is time for it. */
export function Owed({ incidents }: { incidents: readonly Incident[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [about, setAbout] = useState<Incident | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <ListCard title={`Verdicts still owed: ${incidents.length}`} label="Verdicts still owed" all={incidents}>
        {(incident) => (
          <Row
            key={incident.id} data-testid="verdict-owed" onClick={() => { setAbout(incident); setOpen(true); }} start={<SeverityMark severity={incident.severity} word={false} />} title={incident.title}
            detail={<span className="tabular">{incident.serviceName} · {whenWords(incident.clocks.triggeredAt, now, timeZone)}</span>} end={<span className="shift-review-ask">What was it?</span>}
          />
        )}
      </ListCard>
      {about === null ? null : <VerdictSheet key={about.id} incident={about} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}

function VerdictSheet({ incident: { id, title }, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  const [verdict, setVerdict] = useState<VerdictKind | null>(null);
  const [cause, setCause] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (verdict === null) return;
    setBusy(true);
    const outcome = await act({ type: 'setVerdict', incidentId: id, verdict, cause: cause.trim() });
    setBusy(false);
    if (outcome.state !== 'answered') return;
    say('Kept.', 'good');
    onClose();
  };
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <VerdictChoice verdict={verdict} cause={cause} onVerdict={setVerdict} onCause={setCause} />
      <div className="sheet-actions">
        <PrimaryAction busy={busy} disabled={verdict === null} onClick={() => { void save(); }} data-testid="verdict-save">Keep it</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Not now</QuietAction>
      </div>
    </Sheet>
  );
}
