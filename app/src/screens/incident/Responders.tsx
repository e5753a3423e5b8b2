import type { Incident, Responder } from '#domain/incident/incident';
import { notificationWords } from '#domain/notification/words';
import type { Notification } from '#domain/notification/notification';
import { whenWords } from '#domain/time/words';
import { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { Card, Icon, QuietAction, useMinute } from '../../ui';
import type { IconName } from '../../ui';
import { CallByPhone } from './CallByPhone';
import { fewFirst, onTheWayMinutes, onTheWayWords, withReceipts } from './responderRows';
import { useSending } from './useSending';
import './responders.css';

const icons: Record<Responder['state'], IconName> = { paged: 'bell', seen: 'eye', acknowledged: 'check' };

/** Who was called, how far they are, and the life of their last page in words; `mayCome`: whether the reader can say here that they are on the way. */
export function Responders({ incident, notifications, userId, onTold, mayCome = false }: {
  incident: Incident; notifications: readonly Notification[]; userId: string; onTold: () => void; mayCome?: boolean;
}) {
  const { first, rest } = fewFirst(incident.responders.map((responder) => withReceipts(responder, notifications)), userId);
  const { people } = useFacts();
  const numberOf = (id: string) => (id === userId || incident.status === 'resolved' ? null : (people[id]?.callNumber ?? null));
  const rows = (responders: readonly Responder[]) => (
    <ul className="responders">
      {responders.map((responder) => (
        <OneResponder key={responder.userId} responder={responder} isMe={responder.userId === userId} life={lifeOf(notifications, responder)} callNumber={numberOf(responder.userId)} />
      ))}
    </ul>
  );
  return (
    <Card title="Responders" {...(incident.responders.length === 0 ? {} : { action: <QuietAction onClick={onTold} data-testid="who-was-told">Who was told</QuietAction> })}>
      {incident.responders.length === 0 ? <p className="quiet">Nobody has been paged.</p> : rows(first)}
      {rest.length === 0 ? null : <details className="responders-more"><summary>{rest.length} more</summary>{rows(rest)}</details>}
      {mayCome || first.some((each) => each.userId === userId && each.onTheWay) ? <OnMyWay incident={incident} isComing={first.some((each) => each.userId === userId && each.onTheWay !== undefined)} /> : null}
    </Card>
  );
}

function OneResponder({ responder, isMe, life, callNumber }: { responder: Responder; isMe: boolean; life: string; callNumber: string | null }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const coming = onTheWayWords(responder, timeZone, now);
  return (
    <li data-testid="responder">
      <Icon name={icons[responder.state]} size={20} />
      <div className="responders-words">
        <span className="responders-name">{isMe ? 'You' : responder.name}</span>
        <span className="responders-state tabular">{responder.state} {whenWords(responder.at, now, timeZone)}</span>
        {coming === null ? null : <span className="responders-coming tabular">{coming}</span>}
        {life === '' ? null : <span className="responders-life tabular">{life}</span>}
      </div>
      {callNumber === null ? null : <CallByPhone small name={responder.name} number={callNumber} />}
    </li>
  );
}

/** Says that the reader comes, and about when; it acknowledges nothing. */
function OnMyWay({ incident: { id: incidentId, status }, isComing }: { incident: Incident; isComing: boolean }) {
  const { sending, send } = useSending();
  if (status === 'resolved') return null;
  const set = (minutes: number | null) => { void send('onTheWay', { type: 'setOnTheWay', incidentId, minutes }); };
  return (
    <div className="on-my-way" role="group" aria-label="On my way">
      <span className="on-my-way-words">{isComing ? 'You said that you are on the way.' : 'On my way, in'}</span>
      {isComing
        ? <QuietAction outlined tone="plain" disabled={sending !== null} onClick={() => set(null)} data-testid="not-on-my-way">Not any more</QuietAction>
        : onTheWayMinutes.map((minutes) => <QuietAction key={minutes} outlined disabled={sending !== null} onClick={() => set(minutes)} data-testid={`on-my-way-${minutes}`}>{minutes} min</QuietAction>)}
    </div>
  );
}

/** The newest page of this person, as a part of a sentence. Whoever has acknowledged has plainly seen it: only a proven receipt is worth a line then. */
function lifeOf(notifications: readonly Notification[], { userId, state }: Responder): string {
  const newest = notifications
    .filter((each) => each.userId === userId && (state !== 'acknowledged' || each.deliveredAt !== null))
    .sort((a, b) => b.createdAt - a.createdAt)[0];
  return newest ? `Page ${notificationWords(newest)}` : '';
}
