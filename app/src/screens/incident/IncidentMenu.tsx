import { useState } from 'react';
import type { Incident, Milestone } from '#domain/incident/incident';
import { isHeld } from '#domain/escalation/paging';
import { warnsOnResolve } from '#domain/incident/finish';
import { useCommands } from '../../commands/useCommands';
import type { useFacts } from '../../live/useFacts';
import { Icon, Row, Rows, Sheet } from '../../ui';
import type { IconName } from '../../ui';
import { putAsideAfterRelease } from '../alarm/aside';
import AskSheet from './AskSheet';
import EscalateSheet from './EscalateSheet';
import { MergeSheet } from './MergeSheet';
import { NoteSheet } from './NoteSheet';
import { ResolveSheet } from './ResolveSheet';
import { SeveritySheet } from './SeveritySheet';
import SnoozeSheet from './SnoozeSheet';

type Which = 'menu' | 'severity' | 'note' | 'escalate' | 'merge' | 'resolve' | 'snooze' | 'take' | 'help' | 'call' | null;
type Props = { incident: Incident; facts: ReturnType<typeof useFacts>; open: boolean; onClose: () => void };

const milestones: readonly { milestone: Milestone; title: string; clock: keyof Incident['clocks'] }[] = [
  { milestone: 'rootCauseIdentified', title: 'Root cause identified', clock: 'rootCauseIdentifiedAt' },
  { milestone: 'fixDeployed', title: 'Fix deployed', clock: 'fixDeployedAt' },
  { milestone: 'serviceRestored', title: 'Service restored', clock: 'mitigatedAt' },
];

/** Everything that is not the one thing to do now. Each row is said in full; what wakes or ends asks once more. */
export default function IncidentMenu({ incident, facts, open, onClose }: Props) {
  const { act } = useCommands();
  const [next, setNext] = useState<Which>(null);
  const { id: incidentId, status, clocks } = incident;
  const isOpen = status !== 'resolved';
  const isSnoozed = status === 'acknowledged' && incident.snoozedUntil !== null;
  const asks = next === 'take' || next === 'help' || next === 'call';
  const then = (which: Which) => { setNext(which); onClose(); };
  const now = (wish: Parameters<typeof act>[0]) => { onClose(); void act(wish); };
  const row = (icon: IconName, title: string, onClick: () => void, testId: string, detail?: string) => (
    <Row key={testId} start={<Icon name={icon} />} title={title} detail={detail} onClick={onClick} data-testid={testId} />
  );
  return (
    <>
      <Sheet open={open} onClose={onClose} title={incidentId}>
        <Rows label="Actions">
          {status === 'acknowledged' ? row('undo', 'Release', () => { putAsideAfterRelease(incident); now({ type: 'release', incidentId }); }, 'menu-release', 'Takes the acknowledge back: paging goes on where it stood.') : null}
          {isOpen ? row('up', isHeld(incident) ? 'Page now' : 'Escalate now', () => then('escalate'), 'menu-escalate', isHeld(incident) ? 'Does not wait any longer.' : 'Wakes the next person.') : null}
          {isOpen ? row('forward', 'Hand it to somebody', () => then('take'), 'menu-take', 'It stays where it is until they accept.') : null}
          {isOpen ? row('people', 'Ask for help', () => then('help'), 'menu-help') : null}
          {isOpen ? row('phone', 'Call somebody', () => then('call'), 'menu-call') : null}
          {isSnoozed ? row('clock', 'End the snooze', () => now({ type: 'endSnooze', incidentId }), 'menu-end-snooze', 'It stays acknowledged.') : null}
          {status === 'triggered' || status === 'acknowledged' ? row('clock', isSnoozed ? 'Snooze anew' : 'Snooze', () => then('snooze'), 'menu-snooze', isSnoozed ? undefined : 'Nobody is paged for a while; then it pages again.') : null}
          {isOpen ? row('incidents', 'Set severity', () => then('severity'), 'menu-severity', `${incident.severity} now`) : null}
          {isOpen ? milestones.filter(({ clock }) => clocks[clock] === null).map(({ milestone, title }) => (
            row('check', title, () => now({ type: 'setMilestone', incidentId, milestone }), `menu-${milestone}`, milestone === 'rootCauseIdentified' ? undefined : 'Then watches whether it holds.')
          )) : null}
          {row('note', 'Add a note', () => then('note'), 'menu-note')}
          {isOpen ? row('open', 'Merge into another incident', () => then('merge'), 'menu-merge', 'Its alerts go on there.') : null}
          {isOpen ? row('close', 'Resolve', () => then('resolve'), 'menu-resolve', warnsOnResolve(incident) ? 'Alerts still fire.' : undefined) : null}
          {(status === 'resolved' && incident.mergedInto === null) || status === 'monitoring' ? row('bell', 'Reopen', () => now({ type: 'reopen', incidentId }), 'menu-reopen', 'Pages again from the first step.') : null}
        </Rows>
      </Sheet>
      <EscalateSheet incident={incident} facts={facts} open={next === 'escalate'} onClose={() => setNext(null)} />
      <AskSheet incident={incident} kind={asks ? next : 'take'} facts={facts} open={asks} onClose={() => setNext(null)} />
      <SnoozeSheet incident={incident} open={next === 'snooze'} onClose={() => setNext(null)} />
      <SeveritySheet incident={incident} open={next === 'severity'} onClose={() => setNext(null)} />
      <NoteSheet incidentId={incidentId} open={next === 'note'} onClose={() => setNext(null)} />
      <MergeSheet incident={incident} open={next === 'merge'} onClose={() => setNext(null)} />
      <ResolveSheet incident={incident} open={next === 'resolve'} onClose={() => setNext(null)} />
    </>
  );
}
