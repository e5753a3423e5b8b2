import type { ShiftReview } from '#domain/shiftReview/shiftReview';
import { usePerson } from '../../session/useSession';
import { Card, Row, Rows, useMinute } from '../../ui';
import { itemWords } from '../postMortems/words';
import { IncidentLine } from './IncidentLine';

/** What goes on after the shift: incidents that are open, tasks in incidents, and action items of their post-mortems. */
export function FollowUps({ review: { open, tasks, actionItems } }: { review: ShiftReview }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  if (open.length + tasks.length + actionItems.length === 0) return null;
  const words = (item: Parameters<typeof itemWords>[0]) => itemWords(item, { userId, zone: timeZone }, now).words;
  return (
    <Card flush title="Goes on">
      <Rows label="Goes on">
        {open.map((incident) => <IncidentLine key={incident.id} incident={incident} words={<b>still open</b>} />)}
        {tasks.map(({ incident, task }) => (
          <Row
            key={`${incident.id} ${task.id}`} to={`/incidents/${incident.id}`} title={task.title}
            detail={<span className="tabular">Task · {words({ ...task, owner: task.owner === null ? null : { kind: 'person', id: task.owner.userId, name: task.owner.name }, remindedAt: null })} · {incident.title}</span>}
          />
        ))}
        {actionItems.map(({ incidentId, title, item }) => (
          <Row key={`${incidentId} ${item.id}`} to={`/post-mortems/${incidentId}#action-items`} title={item.title} detail={<span className="tabular">Action item · {words(item)} · {title}</span>} />
        ))}
      </Rows>
    </Card>
  );
}
