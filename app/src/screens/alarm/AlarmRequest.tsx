import type { Incident, ResponderRequest } from '#domain/incident/incident';
import type { Alarm } from '#domain/notification/alarm';
import { statusLine } from '#domain/incident/words';
import { useCommands, useQueue } from '../../commands/useCommands';
import { notYetSent } from '../../commands/overlay';
import type { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { Elapsed, PrimaryAction, QuietAction, Remaining, SeverityMark, useNow } from '../../ui';
import { answerMeans, askedWords } from '../incident/requestWords';
import { SILENCE_FOR } from './silence';

type Props = {
  incident: Incident; request: ResponderRequest; others: readonly Alarm[]; facts: ReturnType<typeof useFacts>;
  silencedAt: number | null; onSilence: () => void; onLeave: (incidentIds: readonly string[], to: string) => void;
};

/** Somebody asks: who, for what, and what comes of a yes; Accept and Decline under the thumb. */
export function AlarmRequest({ incident, request, others, facts, silencedAt, onSilence, onLeave }: Props) {
  const { userId, timeZone } = usePerson();
  const { act } = useCommands();
  const queue = useQueue();
  const now = useNow();
  const unsent = notYetSent(queue, incident.id).some(({ type }) => type === 'answerRequest');
  const more = others.filter(({ incident: other }) => other !== null).length;
  const here = `/incidents/${incident.id}`;
  // The next screen shows what came of it, or that it is not yet sent.
  const answer = (accept: boolean) => {
    void act({ type: 'answerRequest', incidentId: incident.id, requestId: request.id, accept });
    onLeave([incident.id], here);
  };
  return (
    <>
      <div className="alarm-words">
        <p className="alarm-kind">{request.kind === 'call' ? 'calling you' : 'asking you'}</p>
        <p className="alarm-what"><SeverityMark severity={incident.severity} /><span>{incident.serviceName}</span></p>
        <h1 id="alarm-title">{askedWords(request)}</h1>
        <p className="alarm-elapsed"><span className="visually-hidden">asked </span><Elapsed since={request.at} /><span className="visually-hidden"> ago</span></p>
        <div className="alarm-why tabular">
          <p>{incident.title}</p>
          <p>{answerMeans(incident, request)}</p>
          {facts.complete && incident.status === 'triggered' ? <p>{statusLine(incident, { userId, zone: timeZone }, facts, now)}</p> : null}
          {more > 0 ? <p>{more} more {more === 1 ? 'incident' : 'incidents'}</p> : null}
        </div>
        {silencedAt !== null ? <p className="alarm-silenced" role="status">Silent on this device for <Remaining at={silencedAt + SILENCE_FOR} />. {request.askedBy.name} still waits for an answer.</p> : null}
      </div>
      <div className="alarm-actions">
        {unsent ? <p className="alarm-unsent" role="status" data-testid="not-yet-sent">Not yet sent. You are still being asked.</p> : null}
        <PrimaryAction guarded autoFocus disabled={unsent} onClick={() => answer(true)} data-testid="alarm-accept">Accept</PrimaryAction>
        <div className="alarm-others">
          <QuietAction guarded tone="plain" disabled={unsent} onClick={() => answer(false)} data-testid="alarm-decline">Decline</QuietAction>
          <QuietAction guarded tone="plain" onClick={() => onLeave([incident.id], here)} data-testid="alarm-open">Open</QuietAction>
          <QuietAction guarded tone="plain" onClick={onSilence} disabled={silencedAt !== null} data-testid="alarm-silence">Silence</QuietAction>
        </div>
      </div>
    </>
  );
}
