import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { warnsOnResolve } from '#domain/incident/finish';
import { useCommands } from '../../../commands/useCommands';
import type { useFacts } from '../../../live/useFacts';
import { Icon, Row, Rows, say, Sheet } from '../../../ui';
import { useGrownUp } from '../../../ui/useGrownUp';
import AskSheet from '../../incident/AskSheet';
import SnoozeSheet from '../../incident/SnoozeSheet';
import { canAcknowledge } from '../bulk/bulk';

type Props = {
  /** Whose actions; null: the sheet is closed. */
  incident: Incident | null; facts: ReturnType<typeof useFacts>; onClose: () => void;
  onAcknowledge: (incident: Incident) => void; onResolve: (incident: Incident) => void;
  /** null where nothing can be selected. */
  onSelect: ((incident: Incident) => void) | null;
};

/** What a swipe to the left, or a row's own button, offers: everything that one does to an incident without opening it. */
export default function QuickActions(props: Props) {
  // Its sheets outlive it: the incident that they are about is the one that was chosen last.
  const [last, setLast] = useState<Incident | null>(props.incident);
  if (props.incident !== null && props.incident !== last) setLast(props.incident);
  return last === null ? null : <OfIncident key={last.id} {...props} incident={last} open={props.incident !== null} />;
}

function OfIncident({ open, onClose, ...rest }: Props & { incident: Incident; open: boolean }) {
  const [next, setNext] = useState<'snooze' | 'take' | null>(null);
  const { incident, facts } = rest;
  return (
    <>
      <Sheet open={open} onClose={onClose} title={incident.title}>
        <p className="sheet-words tabular">{incident.id} · {incident.severity} · {incident.serviceName}</p>
        {open ? <Actions {...rest} onClose={onClose} onNext={setNext} /> : null}
      </Sheet>
      <SnoozeSheet incident={incident} open={next === 'snooze'} onClose={() => setNext(null)} />
      <AskSheet incident={incident} kind="take" facts={facts} open={next === 'take'} onClose={() => setNext(null)} />
    </>
  );
}

function Actions({ incident, onClose, onAcknowledge, onResolve, onSelect, onNext }: Omit<Props, 'facts'> & { incident: Incident; onNext: (next: 'snooze' | 'take') => void }) {
  const { act } = useCommands();
  // The thumb that swiped the sheet up is still where its rows come to stand.
  const grownUp = useGrownUp(true);
  const { id: incidentId, status } = incident;
  const maySnooze = status === 'triggered' || status === 'acknowledged';
  const then = (run: () => void) => () => {
    if (!grownUp) return;
    onClose();
    run();
  };
  const snooze = async () => {
    const outcome = await act({ type: 'snooze', incidentId, minutes: 60 });
    if (outcome.state === 'answered' && outcome.answer.outcome === 'done') say(outcome.answer.message);
  };
  return (
    // Until its rows take a tap they say so, to those who hear the screen as well.
    <div role="group" aria-disabled={grownUp ? undefined : true}>
      <Rows label="Actions">
        {canAcknowledge(incident) ? <Row start={<Icon name="check" />} title="Acknowledge" onClick={then(() => onAcknowledge(incident))} data-testid="quick-acknowledge" /> : null}
        {maySnooze ? (
          <Row start={<Icon name="clock" />} title="Snooze 1 h" detail="You have it. It pages again after that." onClick={then(() => { void snooze(); })} data-testid="quick-snooze" />
        ) : null}
        {maySnooze ? <Row start={<Icon name="clock" />} title="Snooze for another time" onClick={then(() => onNext('snooze'))} data-testid="quick-snooze-other" /> : null}
        <Row start={<Icon name="forward" />} title="Hand it to somebody" detail="It stays where it is until they accept." onClick={then(() => onNext('take'))} data-testid="quick-hand" />
        <Row
          start={<Icon name="close" />} title="Resolve" detail={`${warnsOnResolve(incident) ? 'Alerts still fire. ' : ''}It waits 8 s, with Undo.`}
          onClick={then(() => onResolve(incident))} data-testid="quick-resolve"
        />
        {onSelect ? <Row start={<Icon name="menu" />} title="Select several" onClick={then(() => onSelect(incident))} data-testid="quick-select" /> : null}
      </Rows>
    </div>
  );
}
