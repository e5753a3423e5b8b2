import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Incident } from '#domain/incident/incident';
import { warnsOnResolve } from '#domain/incident/finish';
import type { VerdictKind } from '#domain/incident/parts';
import { clockTime } from '#domain/time/words';
import { useCommands } from '../../../commands/useCommands';
import { usePerson } from '../../../session/useSession';
import { PrimaryAction, TextField, useMinute } from '../../../ui';
import { isNight } from '../../alarm/silence';
import { ExitItems } from './ExitItems';
import { useExitItems } from './useExitItems';
import { VerdictChoice } from './VerdictChoice';
import { canWait, leftOpenWords, progressWords } from './words';
import '../sheet-foot.css';
import './ending.css';

/** Everything that can be said at the end, in one place; everything but the button may be left. */
export function ResolveForm({ incident, onClose, onEnded }: {
  incident: Incident; onClose: () => void;
  /** Called once the server has ended it, where something is left to be offered then; null: the sheet closes at once. */
  onEnded: (() => void) | null;
}) {
  const { timeZone } = usePerson();
  const { act } = useCommands();
  const { items, check } = useExitItems(incident);
  const [verdict, setVerdict] = useState<VerdictKind | null>(incident.verdict?.kind ?? null);
  const [cause, setCause] = useState(incident.verdict?.cause ?? '');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const waits = canWait(incident, isNight(clockTime(useMinute(), timeZone)));
  const warns = warnsOnResolve(incident);
  const left = leftOpenWords(items);
  const { id: incidentId } = incident;
  const resolve = async () => {
    if (onEnded === null) onClose();
    else setBusy(true);
    const outcome = await act({
      type: 'resolve', incidentId, ...(verdict === null ? {} : { verdict, cause: cause.trim() }), ...(left === null || reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    if (onEnded === null) return;
    // What has not arrived is not over: nobody is told so.
    if (outcome.state === 'answered') onEnded();
    else onClose();
  };
  const watch = () => { onClose(); void act({ type: 'setMilestone', incidentId, milestone: 'serviceRestored' }); };

  if (busy) return <p className="sheet-words" role="status">Resolving.</p>;
  const judged = <VerdictChoice verdict={verdict} cause={cause} onVerdict={setVerdict} onCause={setCause} />;
  const list = items.length === 0 ? null : (
    <section className="ending-part" aria-label="Exit list">
      <h3>Before it ends <span className="quiet tabular">{progressWords(items)}</span></h3>
      <ExitItems items={items} check={check} />
      {left === null ? null : <TextField label="Why are items left open?" rows={2} value={reason} maxLength={300} hint={left} onChange={(event) => setReason(event.target.value)} />}
    </section>
  );
  const folded = [waits.exitList ? list : null, waits.verdict ? judged : null].filter((part) => part !== null);
  return (
    <>
      <div className="sheet-words"><p>{warns ? firingWords(incident) : 'No alert fires. It can be reopened.'}</p></div>
      {waits.exitList ? null : list}
      {waits.verdict ? null : <section className="ending-part">{judged}</section>}
      {folded.length > 0 ? <Later>{folded.map((part, index) => <div key={index} className="ending-part">{part}</div>)}</Later> : null}
      <div className="sheet-foot">
        {warns && incident.clocks.mitigatedAt === null ? <PrimaryAction guarded icon="eye" onClick={watch} data-testid="resolve-watch">Watch it (monitoring)</PrimaryAction> : null}
        <PrimaryAction guarded tone={warns ? 'plain' : 'accent'} onClick={() => { void resolve(); }} data-testid="confirm">{warns ? 'Resolve anyway' : 'Resolve'}</PrimaryAction>
      </div>
    </>
  );
}

function firingWords({ alertCounts: { firing } }: Incident): string {
  return `${firing} ${firing === 1 ? 'alert still fires' : 'alerts still fire'}. Watching keeps the incident open and ends it once nothing fires any more. What fires now pages nobody meanwhile.`;
}

/** What is never asked at night (LOOK): there for who wants it, behind one tap. */
function Later({ children }: { children: ReactNode }) {
  return (
    <details className="ending-later" data-testid="resolve-later">
      <summary>Can wait for the morning</summary>
      {children}
    </details>
  );
}
