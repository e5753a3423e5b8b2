import type { Incident } from '#domain/incident/incident';
import type { SeverityPolicy } from '#domain/incident/severity';
import { PrimaryAction, QuietAction, useNow } from '../../../ui';
import { canAcknowledge, canResolve, leftBehind } from './bulk';
import type { Bulk } from './useBulk';
import './bulk.css';

type Props = {
  bulk: Bulk; severities: SeverityPolicy;
  /** What is chosen; null: nothing is being selected. */
  chosen: readonly Incident[] | null;
  onAcknowledge: (incidents: readonly Incident[]) => void; onResolve: (incidents: readonly Incident[]) => void; onUndo: () => void; onDismiss: () => void;
};

/** The thumb's spot of the list: what can be done to what is chosen, and right after it the way back. */
export function BulkFooter({ bulk, severities, chosen, onAcknowledge, onResolve, onUndo, onDismiss }: Props) {
  if (chosen !== null && bulk.state !== 'held' && bulk.state !== 'sending') return <Chosen chosen={chosen} onAcknowledge={onAcknowledge} onResolve={onResolve} />;
  switch (bulk.state) {
    case 'idle': return null;
    case 'sending': return <PrimaryAction key="sending" tone="plain" disabled busy>{bulk.words}</PrimaryAction>;
    case 'held': return <Held incidents={bulk.incidents} until={bulk.until} severities={severities} onUndo={onUndo} />;
    case 'said': return (
      <>
        <p className="bulk-words" role="status" data-testid="bulk-said">{bulk.words}</p>
        {bulk.undo
          ? <PrimaryAction key="undo" guarded tone="plain" icon="undo" onClick={onUndo} data-testid="bulk-undo">Undo <Left until={bulk.undo.until} /></PrimaryAction>
          : <QuietAction key="dismiss" guarded tone="plain" onClick={onDismiss} data-testid="bulk-dismiss">Close</QuietAction>}
      </>
    );
    default: return bulk satisfies never;
  }
}

function Chosen({ chosen, onAcknowledge, onResolve }: Pick<Props, 'onAcknowledge' | 'onResolve'> & { chosen: readonly Incident[] }) {
  const free = chosen.filter(canAcknowledge).length;
  const open = chosen.filter(canResolve).length;
  return (
    <>
      <PrimaryAction key="acknowledge" guarded icon="check" disabled={free === 0} onClick={() => onAcknowledge(chosen)} data-testid="bulk-acknowledge">
        Acknowledge <span className="tabular">{free}</span>
      </PrimaryAction>
      <QuietAction guarded tone="plain" disabled={open === 0} onClick={() => onResolve(chosen)} data-testid="bulk-resolve">
        Resolve <span className="tabular">{open}</span>
      </QuietAction>
    </>
  );
}

function Held({ incidents, until, severities, onUndo }: { incidents: readonly Incident[]; until: number; severities: SeverityPolicy; onUndo: () => void }) {
  const what = incidents.length === 1 ? `“${incidents[0]?.title ?? ''}”` : `${incidents.length} incidents`;
  return (
    <>
      <div className="bulk-words" data-testid="bulk-held">
        <p role="status">Resolving {what}. Nothing is sent yet.</p>
        {leftBehind(incidents, severities, until).map((sentence) => <p key={sentence} className="bulk-warning">{sentence}</p>)}
      </div>
      <PrimaryAction key="undo-held" guarded tone="plain" icon="undo" onClick={onUndo} data-testid="bulk-undo">Undo <Left until={until} /></PrimaryAction>
    </>
  );
}

/** The seconds that are left, in their own component: they alone tick. */
function Left({ until }: { until: number }) {
  const now = useNow();
  return <span className="tabular">({Math.max(0, Math.ceil((until - now) / 1_000))} s)</span>;
}
