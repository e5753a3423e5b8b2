import type { Incident, Responder } from '#domain/incident/incident';
import { notificationWords } from '#domain/notification/words';
import type { Notification } from '#domain/notification/notification';
import { Card, Icon, QuietAction } from '../../ui';
import type { IconName } from '../../ui';
import './responders.css';

const icons: Record<Responder['state'], IconName> = { paged: 'bell', seen: 'eye', acknowledged: 'check' };

/** Who was called, how far they are, and the life of their last page in words. */
export function Responders({ incident, notifications, userId, onTold }: { incident: Incident; notifications: readonly Notification[]; userId: string; onTold: () => void }) {
  if (incident.responders.length === 0) return <Card title="Responders"><p className="quiet">Nobody has been paged.</p></Card>;
  return (
    <Card title="Responders" action={<QuietAction onClick={onTold} data-testid="who-was-told">Who was told</QuietAction>}>
      <ul className="responders">
        {incident.responders.map((responder) => withReceipts(responder, notifications)).map((responder) => (
          <li key={responder.userId}>
            <Icon name={icons[responder.state]} size={20} />
            <span className="responders-name">{responder.userId === userId ? 'You' : responder.name}</span>
            <span className="responders-state">{responder.state}</span>
            <span className="responders-life tabular">{lifeOf(notifications, responder)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A receipt reaches the notification before the incident is written again: whoever has seen a page is not merely paged. */
function withReceipts(responder: Responder, notifications: readonly Notification[]): Responder {
  const seen = notifications.some((each) => each.userId === responder.userId && each.seenAt !== null);
  return responder.state === 'paged' && seen ? { ...responder, state: 'seen' } : responder;
}

/** The newest page of this person, as a part of a sentence. Whoever has acknowledged has plainly seen it: only a proven receipt is worth a line then. */
function lifeOf(notifications: readonly Notification[], { userId, state }: Responder): string {
  const newest = notifications
    .filter((each) => each.userId === userId && (state !== 'acknowledged' || each.deliveredAt !== null))
    .sort((a, b) => b.createdAt - a.createdAt)[0];
  return newest ? `Page ${notificationWords(newest)}` : '';
}
