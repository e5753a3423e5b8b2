import type { Command } from '#domain/command/command';
import { notYetSent } from '../../commands/overlay';
import { useQueue } from '../../commands/useCommands';
import { Card } from '../../ui';

/** What is said where it was tapped: by the footer, the milestones, the steps and the timeline. */
const saidElsewhere: readonly Command['type'][] = [
  'acknowledge', 'release', 'answerRequest', 'snooze', 'endSnooze', 'askResponders', 'setMilestone', 'tickStep', 'addNote', 'sendUpdate',
];

/** How many changes of this incident wait for a connection: nothing that was tapped looks done before it is. */
export function NotYetSent({ incidentId }: { incidentId: string }) {
  const waiting = notYetSent(useQueue(), incidentId).filter(({ type }) => !saidElsewhere.includes(type)).length;
  if (waiting === 0) return null;
  return (
    <Card tone="warning">
      <p role="status" data-testid="changes-not-sent">{waiting === 1 ? 'A change is' : `${waiting} changes are`} not yet sent. {waiting === 1 ? 'It goes' : 'They go'} out, in order, as soon as there is a connection.</p>
    </Card>
  );
}
