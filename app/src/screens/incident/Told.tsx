import type { Incident } from '#domain/incident/incident';
import { whenWords } from '#domain/time/words';
import { timelineOf } from '../../live/incidents';
import { known } from '../../live/live';
import { notificationsTold } from '../../live/notificationLog';
import type { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Stack, useMinute } from '../../ui';
import { whyWords } from '../../words/notifications';
import { Reading } from '../configuration/Reading';
import { NotificationLine } from '../notifications/NotificationLine';
import { CallByPhone } from './CallByPhone';
import { notTold, overrideWords, pagingNotes, toldOf } from './told';
import type { Told as ToldOne } from './told';
import './ask.css';

/** Who was told, by which ways and how far each came; who was not, and why. */
export default function Told({ incident, facts }: { incident: Incident; facts: ReturnType<typeof useFacts> }) {
  const live = useLive(notificationsTold(incident.id));
  const entries = known(useLive(timelineOf(incident.id))) ?? [];
  return (
    <Reading live={live} label="Loading who was told">
      {(notifications) => {
        const told = toldOf(notifications);
        return (
          <Stack>
            {told.length === 0 ? <Card><p className="quiet">Nobody has been told yet.</p></Card> : null}
            {told.map((one) => <OneTold key={one.key} told={one} incident={incident} callNumber={one.userId === null ? null : (facts.people[one.userId]?.callNumber ?? null)} />)}
            {facts.complete ? <NotTold people={notTold(incident, facts, told)} /> : null}
            <Notes notes={pagingNotes(entries)} overrides={overrideWords(incident, facts)} />
          </Stack>
        );
      }}
    </Reading>
  );
}

function OneTold({ told: { userId, name, notifications }, incident, callNumber }: { told: ToldOne; incident: Incident; callNumber: string | null }) {
  const me = usePerson().userId;
  const isMe = userId !== null && userId === me;
  const responder = incident.responders.find((each) => each.userId === userId);
  const request = incident.requests.findLast((each) => each.userId === userId);
  const seen = notifications.some(({ seenAt }) => seenAt !== null);
  const state = userId === null ? 'destination' : seen && responder?.state === 'paged' ? 'seen' : (responder?.state ?? request?.state ?? '');
  return (
    <Card>
      <section className="told" aria-label={isMe ? 'You' : name} data-testid="told">
        <h3 className="told-name"><span>{isMe ? 'You' : name}</span><span className="told-state">{state}</span></h3>
        <ul className="told-lines">
          {notifications.map((each, index) => {
            const why = whyWords(each);
            const before = notifications[index - 1];
            // Why is said once for all links of a chain.
            const isNews = before === undefined || whyWords(before) !== why || before.episode !== each.episode;
            return <NotificationLine key={each.id} notification={each} {...(isNews ? { lead: why } : {})} />;
          })}
        </ul>
        {!isMe && callNumber !== null && incident.status !== 'resolved' ? <div><CallByPhone name={name} number={callNumber} quiet /></div> : null}
      </section>
    </Card>
  );
}

function NotTold({ people }: { people: readonly { userId: string; name: string; why: string }[] }) {
  const me = usePerson().userId;
  if (people.length === 0) return null;
  return (
    <Card title="Not told, and why">
      <ul className="told-nots" data-testid="not-told">{people.map(({ userId, name, why }) => <li key={userId}><b>{userId === me ? 'You' : name}</b> <span className="quiet">· {why}.</span></li>)}</ul>
    </Card>
  );
}

function Notes({ notes, overrides }: { notes: ReturnType<typeof pagingNotes>; overrides: readonly string[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  if (notes.length === 0 && overrides.length === 0) return null;
  return (
    <Card title="How it went">
      {overrides.length > 0 ? <ul className="told-nots">{overrides.map((words) => <li key={words}>{words}</li>)}</ul> : null}
      {notes.length > 0 ? <ol className="told-notes">{notes.map(({ key, at, words }) => <li key={key}><time className="tabular" dateTime={new Date(at).toISOString()}>{whenWords(at, now, timeZone)}</time><span>{words}.</span></li>)}</ol> : null}
    </Card>
  );
}
