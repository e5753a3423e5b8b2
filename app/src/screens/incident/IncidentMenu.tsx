import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Incident, Milestone } from '#domain/incident/incident';
import { isHeld } from '#domain/escalation/paging';
import { warnsOnResolve } from '#domain/incident/finish';
import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import type { useFacts } from '../../live/useFacts';
import { Icon, Row, Rows, Sheet } from '../../ui';
import type { IconName } from '../../ui';
import { putAsideAfterRelease } from '../alarm/aside';
import AskSheet from './AskSheet';
import EscalateSheet from './EscalateSheet';
import { MergeSheet } from './MergeSheet';
import { NoteSheet } from './NoteSheet';
import { ReopenSheet } from './ending/ReopenSheet';
import { ResolveSheet } from './ResolveSheet';
import { SeveritySheet } from './SeveritySheet';
import SnoozeSheet from './SnoozeSheet';
import './incident-menu.css';

const DeleteSheet = lazy(() => import('./deletion/DeleteSheet'));
const DecisionSheet = lazy(() => import('./decisions/DecisionSheet'));

type Which = 'menu' | 'severity' | 'note' | 'past' | 'decision' | 'escalate' | 'merge' | 'resolve' | 'reopen' | 'snooze' | 'take' | 'help' | 'call' | 'delete' | null;
type Props = {
  incident: Incident; facts: ReturnType<typeof useFacts>; open: boolean; onClose: () => void;
  /** Opens the writing of an update to the stakeholders, and of the final one; absent: this screen has none. */
  onUpdate?: (() => void) | undefined; onFinalUpdate?: (() => void) | undefined;
};

const milestones: readonly { milestone: Milestone; title: string; clock: keyof Incident['clocks'] }[] = [
  { milestone: 'rootCauseIdentified', title: 'Root cause identified', clock: 'rootCauseIdentifiedAt' },
  { milestone: 'fixDeployed', title: 'Fix deployed', clock: 'fixDeployedAt' },
  { milestone: 'serviceRestored', title: 'Service restored', clock: 'mitigatedAt' },
];

/** Everything that is not the one thing to do now, in three groups. Each row is said in full; what wakes or ends asks once more. */
export default function IncidentMenu({ incident, facts, open, onClose, onUpdate, onFinalUpdate }: Props) {
  const { act } = useCommands();
  const mayDelete = usePerson().role === 'admin' && incident.status === 'resolved';
  const [next, setNext] = useState<Which>(null);
  const { id: incidentId, status, clocks, drillId, publicNotice } = incident;
  const navigate = useNavigate();
  const isOpen = status !== 'resolved';
  const isSnoozed = status === 'acknowledged' && incident.snoozedUntil !== null;
  const reopens = (status === 'resolved' && incident.mergedInto === null) || status === 'monitoring';
  const asks = next === 'take' || next === 'help' || next === 'call';
  const writes = next === 'note' || next === 'past';
  const close = () => setNext(null);
  const then = (which: Which) => { setNext(which); onClose(); };
  const now = (wish: Parameters<typeof act>[0]) => { onClose(); void act(wish); };
  const row = (icon: IconName, title: string, onClick: () => void, testId: string, detail?: string) => (
    <Row key={testId} start={<Icon name={icon} />} title={title} detail={detail} onClick={onClick} data-testid={testId} />
  );
  return (
    <>
      <Sheet open={open} onClose={onClose} title={incidentId}>
        {isOpen ? (
          <Group title="Now">
            {status === 'acknowledged' ? row('undo', 'Release', () => { putAsideAfterRelease(incident); now({ type: 'release', incidentId }); }, 'menu-release', 'Takes the acknowledge back: paging goes on where it stood.') : null}
            {row('up', isHeld(incident) ? 'Page now' : 'Escalate now', () => then('escalate'), 'menu-escalate', isHeld(incident) ? 'Does not wait any longer.' : 'Wakes the next person.')}
            {row('forward', 'Hand it to somebody', () => then('take'), 'menu-take', 'It stays where it is until they accept.')}
            {row('people', 'Ask for help', () => then('help'), 'menu-help')}
            {row('phone', 'Call somebody', () => then('call'), 'menu-call')}
          </Group>
        ) : null}
        <Group title="Incident">
          {row('incidents', 'Classify', () => then('severity'), 'menu-severity', `${incident.severity}, ${incident.type}, ${incident.urgency === 'high' ? 'loud' : 'quiet'} now`)}
          {isOpen ? milestones.filter(({ clock }) => clocks[clock] === null).map(({ milestone, title }) => (
            row('check', title, () => now({ type: 'setMilestone', incidentId, milestone }), `menu-${milestone}`, milestone === 'rootCauseIdentified' ? undefined : 'Then watches whether it holds.')
          )) : null}
          {row('note', 'Add a note', () => then('note'), 'menu-note', 'With pictures, or what you pasted.')}
          {row('clock', 'Add what happened before', () => then('past'), 'menu-past', 'It stands in the timeline at its own time.')}
          {row('check', 'Pin a decision', () => then('decision'), 'menu-decision')}
          {onUpdate ? row('open', 'Update the stakeholders', () => { onClose(); onUpdate(); }, 'menu-update') : null}
          {drillId === null && (isOpen || publicNotice) ? row('eye', publicNotice ? 'Update the public notice' : 'Write a public notice', () => { onClose(); void navigate(`/status-page/notices/new?incident=${incidentId}`); }, 'menu-notice', publicNotice ? undefined : 'Nothing is public before you publish it.') : null}
          {isOpen ? row('services', 'Merge into another incident', () => then('merge'), 'menu-merge', 'Its alerts go on there.') : null}
          {isSnoozed ? row('clock', 'End the snooze', () => now({ type: 'endSnooze', incidentId }), 'menu-end-snooze', 'It stays acknowledged.') : null}
          {status === 'triggered' || status === 'acknowledged' ? row('clock', isSnoozed ? 'Snooze anew' : 'Snooze', () => then('snooze'), 'menu-snooze', isSnoozed ? undefined : 'Nobody is paged for a while; then it pages again.') : null}
        </Group>
        {isOpen || reopens || mayDelete ? (
          <Group title="End">
            {isOpen ? row('close', 'Resolve', () => then('resolve'), 'menu-resolve', warnsOnResolve(incident) ? 'Alerts still fire.' : undefined) : null}
            {reopens ? row('bell', 'Reopen', () => then('reopen'), 'menu-reopen', 'Pages again from the first step.') : null}
            {mayDelete ? row('close', 'Delete this incident', () => then('delete'), 'menu-delete', 'For good, with everything of it.') : null}
          </Group>
        ) : null}
      </Sheet>
      <EscalateSheet incident={incident} facts={facts} open={next === 'escalate'} onClose={close} />
      <AskSheet incident={incident} kind={asks ? next : 'take'} facts={facts} open={asks} onClose={close} />
      <SnoozeSheet incident={incident} open={next === 'snooze'} onClose={close} />
      <SeveritySheet incident={incident} open={next === 'severity'} onClose={close} />
      <NoteSheet incidentId={incidentId} start={writes ? next : 'note'} open={writes} onClose={close} />
      <Suspense fallback={null}><DecisionSheet incidentId={incidentId} open={next === 'decision'} onClose={close} /></Suspense>
      <MergeSheet incident={incident} open={next === 'merge'} onClose={close} />
      <ResolveSheet incident={incident} open={next === 'resolve'} onClose={close} onFinalUpdate={onFinalUpdate} />
      <ReopenSheet incident={incident} open={next === 'reopen'} onClose={close} />
      {mayDelete ? <Suspense fallback={null}><DeleteSheet incident={incident} open={next === 'delete'} onClose={close} /></Suspense> : null}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return <section className="menu-group"><h3>{title}</h3><Rows label={title}>{children}</Rows></section>;
}
