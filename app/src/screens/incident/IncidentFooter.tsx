import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { isHeld } from '#domain/escalation/paging';
import { whoIsNext } from '#domain/escalation/next';
import { list } from '#domain/incident/words';
import { useCommands } from '../../commands/useCommands';
import { commandName } from '../../commands/words';
import type { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { PrimaryAction, QuietAction, useNow } from '../../ui';
import { putAsideAfterRelease } from '../alarm/aside';
import './incident-footer.css';

/** How long an acknowledge can be undone in its own spot, in ms (LOOK). */
const UNDO_FOR = 10_000;

type Props = {
  incident: Incident; unsent: Command[]; facts: ReturnType<typeof useFacts>;
  /** null while the runbook is on the screen already. */
  onRunbook: (() => void) | null;
  /** Of one that waits to see whether it heals by itself: pages at once, after its countdown. */
  onPageNow: () => void;
};

/** The thumb's spot: Acknowledge, then Undo for 10 s, then the runbook. Never Resolve: it is too near to where one just tapped. */
export function IncidentFooter({ incident, unsent, facts, onRunbook, onPageNow }: Props) {
  const { userId } = usePerson();
  const { act } = useCommands();
  const waiting = unsent.find(({ type }) => type === 'acknowledge' || type === 'release');
  const now = useNow();

  if (waiting) {
    return (
      <>
        <p className="incident-footer-words" role="status" data-testid="not-yet-sent">Not yet sent. {stillPaged(incident, facts, userId)}</p>
        <PrimaryAction tone="plain" disabled data-testid="primary-action">{commandName(waiting)}: waiting for a connection</PrimaryAction>
      </>
    );
  }
  if (incident.status === 'triggered') {
    return (
      <>
        <PrimaryAction
          key="acknowledge" guarded icon="check" data-testid="primary-action"
          onClick={() => { void act({ type: 'acknowledge', incidentId: incident.id }); }}
        >Acknowledge</PrimaryAction>
        {isHeld(incident) ? <QuietAction guarded onClick={onPageNow} data-testid="page-now">Page now, do not wait</QuietAction> : null}
      </>
    );
  }
  const undoUntil = incident.status === 'acknowledged' && incident.owner.userId === userId ? incident.owner.at + UNDO_FOR : 0;
  if (now < undoUntil) {
    return (
      <PrimaryAction
        key="undo" guarded tone="plain" icon="undo" data-testid="undo"
        onClick={() => { putAsideAfterRelease(incident); void act({ type: 'release', incidentId: incident.id }); }}
      >Undo <span className="tabular">({Math.min(10, Math.floor((undoUntil - now) / 1_000))} s)</span></PrimaryAction>
    );
  }
  if (incident.status === 'resolved' || !incident.runbookId || onRunbook === null) return null;
  return <PrimaryAction key="runbook" guarded tone="plain" icon="runbooks" onClick={onRunbook} data-testid="primary-action">Open runbook</PrimaryAction>;
}

/** Who is still woken while the acknowledge has not arrived: the truth, not the wish. */
function stillPaged(incident: Incident, facts: Props['facts'], userId: string): string {
  if (!facts.complete) return 'Paging goes on until it is.';
  const next = whoIsNext(incident, facts)?.people.filter((person) => person.userId !== userId) ?? [];
  return next.length === 0 ? 'Paging goes on until it is.' : `${list(next.map(({ name }) => name))} ${next.length === 1 ? 'is' : 'are'} still being paged.`;
}
