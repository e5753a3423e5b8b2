import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { isWorse } from '#domain/incident/severity';
import { shortStatus } from '#domain/incident/words';
import { useCommands } from '../../commands/useCommands';
import { openIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Elapsed, PrimaryAction, QuietAction, Row, Rows, say, SeverityMark, Sheet, Skeleton } from '../../ui';
import { inOrder } from '../inbox/order';

/** Lets one incident go on in another: choose which, then say yes to what will happen. */
export function MergeSheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  const [into, choose] = useState<Incident | null>(null);
  const close = () => { choose(null); onClose(); };
  return (
    <Sheet open={open} onClose={close} title={into === null ? 'Merge into another incident' : `Merge into ${into.id}`}>
      {!open ? null : into === null ? <Choice incident={incident} onChoose={choose} /> : <Confirm incident={incident} into={into} onBack={() => choose(null)} onClose={close} />}
    </Sheet>
  );
}

/** Those of the same service first: what belongs together mostly hits the same thing. */
function Choice({ incident, onChoose }: { incident: Incident; onChoose: (into: Incident) => void }) {
  const { userId } = usePerson();
  const live = useLive(openIncidents);
  const others = inOrder((known(live) ?? []).filter(({ id }) => id !== incident.id), userId)
    .sort((a, b) => Number(b.serviceId === incident.serviceId) - Number(a.serviceId === incident.serviceId));
  if (live.state === 'loading') return <Skeleton rows={3} label="Loading open incidents" />;
  if (live.state === 'failed') return <p className="sheet-words" role="alert">The open incidents could not be read. Look whether you are online.</p>;
  if (others.length === 0) return <p className="sheet-words">No other incident is open.</p>;
  return (
    <>
      <p className="sheet-words">Its alerts, and what comes of them later, go on there. This one is resolved.</p>
      <Rows label="Open incidents">
        {others.map((other) => (
          <Row
            key={other.id} title={other.title} start={<SeverityMark severity={other.severity} word={false} />} data-testid="merge-choice" onClick={() => onChoose(other)}
            detail={<>{other.id} · {other.serviceName} · <Elapsed since={other.clocks.triggeredAt} whole /> · {shortStatus(other, { userId })}</>}
          />
        ))}
      </Rows>
    </>
  );
}

function Confirm({ incident, into, onBack, onClose }: { incident: Incident; into: Incident; onBack: () => void; onClose: () => void }) {
  const { send } = useCommands();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { firing } = incident.alertCounts;
  const merge = async () => {
    setBusy(true);
    const outcome = await send({ type: 'mergeIncident', incidentId: incident.id, intoId: into.id });
    setBusy(false);
    if (outcome.state !== 'answered') return setProblem(outcome.sentence);
    onClose();
    if (outcome.answer.outcome === 'done') say(`${incident.id} goes on here.`, 'good');
    else say(outcome.answer.message);
    void navigate(`/incidents/${into.id}`);
  };
  return (
    <>
      <div className="sheet-words">
        <p><b>{incident.title}</b> goes on in <b>{into.title}</b>{firing > 0 ? `, with its ${firing} firing ${firing === 1 ? 'alert' : 'alerts'}` : ''}.</p>
        <p>{incident.id} is resolved and pages nobody any more. {isWorse(incident.severity, into.severity)
          ? `${into.id} becomes ${incident.severity}.` : 'Nobody is paged for the merge.'} It cannot be taken back.</p>
        {problem ? <p role="alert">{problem}</p> : null}
      </div>
      <div className="sheet-actions">
        <PrimaryAction guarded busy={busy} onClick={() => { void merge(); }} data-testid="confirm">Merge into {into.id}</PrimaryAction>
        <QuietAction tone="plain" onClick={onBack}>Choose another</QuietAction>
      </div>
    </>
  );
}
