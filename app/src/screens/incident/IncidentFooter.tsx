import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { isHeld } from '#domain/escalation/paging';
import { whoIsNext } from '#domain/escalation/next';
import { list } from '#domain/incident/words';
import { clockTime } from '#domain/time/words';
import { commandQueue } from '../../commands/commandQueue';
import { tokenActs, useTokenAct } from '../../commands/tokenActsOfApp';
import { useCommands } from '../../commands/useCommands';
import { commandName } from '../../commands/words';
import type { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { PrimaryAction, QuietAction, useNow } from '../../ui';
import { putAsideAfterRelease } from '../alarm/aside';
import { footerState } from './footerState';
import { UnsentSpot } from './page/UnsentSpot';
import { useKeptPage } from './page/useKeptPage';
import { answerMeans, askedWords } from './requestWords';
import './incident-footer.css';

type Props = {
  incident: Incident; unsent: Command[]; facts: ReturnType<typeof useFacts>;
  /** null while the runbook is on the screen already. */
  onRunbook: (() => void) | null;
  /** Of one that waits to see whether it heals by itself: pages at once, after its countdown. */
  onPageNow: () => void;
};

/** The thumb's spot: what is asked of the reader, Acknowledge, then Undo for 10 s, then the runbook. Never Resolve: it is too near to where one just tapped. */
export function IncidentFooter(props: Props) {
  const { userId } = usePerson();
  const asked = props.unsent.some(({ type }) => type === 'askResponders');
  const byToken = useTokenAct(props.incident.id);
  const state = footerState(props.incident, props.unsent, userId, useNow(), byToken);
  return (
    <>
      {asked && state.kind !== 'unsent' && state.kind !== 'unsentByToken' ? <p className="incident-footer-words" role="status">What you asked for is not yet sent. Nobody was asked.</p> : null}
      <Spot {...props} state={state} />
    </>
  );
}

function Spot({ incident, facts, onRunbook, onPageNow, state }: Props & { state: ReturnType<typeof footerState> }) {
  const { timeZone } = usePerson();
  const { act } = useCommands();
  const now = useNow();
  const incidentId = incident.id;
  switch (state.kind) {
    case 'unsent': return <NotYetSent type={state.command.type} incident={incident} facts={facts} onRetry={commandQueue.retry} />;
    case 'unsentByToken': return <NotYetSent type="acknowledge" incident={incident} facts={facts} onRetry={tokenActs.retry} />;
    case 'sendingByToken': return <PrimaryAction key="acknowledge" icon="check" busy data-testid="primary-action">Acknowledge</PrimaryAction>;
    case 'asked': return (
      <>
        <p className="incident-footer-asked" data-testid="asked"><b>{askedWords(state.request)}</b> {answerMeans(incident, state.request)}</p>
        <PrimaryAction key="accept" guarded icon="check" onClick={() => { void act({ type: 'answerRequest', incidentId, requestId: state.request.id, accept: true }); }} data-testid="primary-action">Accept</PrimaryAction>
        <QuietAction key="decline" guarded tone="plain" onClick={() => { void act({ type: 'answerRequest', incidentId, requestId: state.request.id, accept: false }); }} data-testid="decline">Decline</QuietAction>
      </>
    );
    case 'acknowledge': return (
      <>
        <PrimaryAction key="acknowledge" guarded icon="check" data-testid="primary-action" onClick={() => { void act({ type: 'acknowledge', incidentId }); }}>Acknowledge</PrimaryAction>
        {isHeld(incident) ? <QuietAction guarded onClick={onPageNow} data-testid="page-now">Page now, do not wait</QuietAction> : null}
      </>
    );
    case 'undo': return (
      <PrimaryAction
        key="undo" guarded tone="plain" icon="undo" data-testid="undo"
        onClick={() => { putAsideAfterRelease(incident); void act({ type: 'release', incidentId }); }}
      >Undo <span className="tabular">({Math.min(10, Math.floor((state.until - now) / 1_000))} s)</span></PrimaryAction>
    );
    case 'stillOnIt': return (
      <>
        <p className="incident-footer-asked">Still on it? It pages again at <span className="tabular">{clockTime(state.until, timeZone)}</span>.</p>
        <PrimaryAction key="still" guarded icon="check" onClick={() => { void act({ type: 'addNote', incidentId, text: 'Still on it' }); }} data-testid="primary-action">Still on it</PrimaryAction>
      </>
    );
    case 'endSnooze': return <PrimaryAction key="end-snooze" guarded tone="plain" icon="clock" onClick={() => { void act({ type: 'endSnooze', incidentId }); }} data-testid="primary-action">End the snooze</PrimaryAction>;
    case 'runbook': return onRunbook === null ? null : <PrimaryAction key="runbook" guarded tone="plain" icon="runbooks" onClick={onRunbook} data-testid="primary-action">Open runbook</PrimaryAction>;
    case 'nothing': return null;
    default: return state satisfies never;
  }
}

/** What waits for a connection never looks done: the words say what goes on meanwhile, and a telephone needs no network for data. */
function NotYetSent({ type, incident, facts, onRetry }: { type: Command['type']; incident: Incident; facts: Props['facts']; onRetry: () => void }) {
  const { userId } = usePerson();
  const kept = useKeptPage(incident.id);
  const next = others(incident, facts, userId);
  const [first] = next;
  const number = first === undefined ? null : (facts.people[first.userId]?.callNumber ?? null);
  const call = first && number !== null ? { name: first.name, number } : (kept?.callNumbers[0] ?? null);
  // Only who takes it can say so by SMS.
  const sms = type === 'acknowledge' && incident.status === 'triggered' && kept !== null && kept.smsCode !== null && kept.smsNumber !== null ? { number: kept.smsNumber, reply: String(kept.smsCode) } : null;
  return <UnsentSpot what={commandName({ type })} meanwhile={meanwhile(type, incident, next)} ways={{ sms, call: incident.status === 'triggered' ? call : null }} onRetry={onRetry} />;
}

function meanwhile(type: Command['type'], incident: Incident, next: readonly { name: string }[]): string {
  if (incident.status === 'triggered') {
    // Who is still woken while it has not arrived: the truth, not the wish.
    return next.length === 0 ? 'Paging goes on until it is.' : `${list(next.map(({ name }) => name))} ${next.length === 1 ? 'is' : 'are'} still being paged.`;
  }
  switch (type) {
    case 'answerRequest': return 'You are still being asked.';
    case 'snooze': return 'It is not snoozed yet.';
    case 'endSnooze': return 'The snooze goes on until it is.';
    default: return 'Nothing changes until it is.';
  }
}

/** Who else is paged next, as far as it is known. */
function others(incident: Incident, facts: Props['facts'], userId: string): { userId: string; name: string }[] {
  return facts.complete ? (whoIsNext(incident, facts)?.people.filter((person) => person.userId !== userId) ?? []) : [];
}
