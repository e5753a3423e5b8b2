import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Alarm } from '#domain/notification/alarm';
import type { Notification } from '#domain/notification/notification';
import { useCommands, useQueue } from '../../commands/useCommands';
import { notYetSent } from '../../commands/overlay';
import type { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { Elapsed, PrimaryAction, QuietAction, Remaining, say, SeverityMark, useNow } from '../../ui';
import { Countdown } from '../incident/Countdown';
import { escalateWords } from '../incident/escalateWords';
import { pagingAmong } from './asked';
import { SILENCE_FOR } from './silence';
import { moreWords, otherwise, whyMe } from './why';

type Props = {
  alarm: { notification: Notification; incident: Incident }; others: readonly Alarm[]; facts: ReturnType<typeof useFacts>;
  silencedAt: number | null; onSilence: () => void;
  onLeave: (incidentIds: readonly string[], to: string) => void;
};

/** A page: what, for how long, why me, what happens if I do nothing, how many more; and the one thing to do under the thumb. */
export function AlarmPage({ alarm: { incident }, others, facts, silencedAt, onSilence, onLeave }: Props) {
  const { userId } = usePerson();
  const { act } = useCommands();
  const queue = useQueue();
  const now = useNow();
  const [escalating, setEscalating] = useState(false);
  const more = others.flatMap(({ incident: other }) => (other ? [other] : []));
  const alsoPaging = pagingAmong(others);
  const unsent = notYetSent(queue, incident.id).some(({ type }) => type === 'acknowledge');
  const next = otherwise(incident, facts, userId);
  const here = `/incidents/${incident.id}`;
  // The next screen shows Undo in the spot that was just tapped, or that it is not yet sent.
  const acknowledge = (ids: readonly string[], to: string) => {
    for (const incidentId of ids) void act({ type: 'acknowledge', incidentId });
    onLeave(ids, to);
  };
  const escalate = async () => {
    const outcome = await act({ type: 'escalate', incidentId: incident.id });
    if (outcome.state === 'answered' && outcome.answer.outcome === 'done') say(outcome.answer.message);
  };
  return (
    <>
      <div className="alarm-words">
        <p className={`alarm-kind${incident.drillId === null ? '' : ' alarm-kind-drill'}`}>{incident.drillId === null ? '' : 'DRILL · '}paging you</p>
        <p className="alarm-what"><SeverityMark severity={incident.severity} /><span>{incident.serviceName}</span>{more.length > 0 ? <span className="alarm-more">and {more.length} more</span> : null}</p>
        <h1 id="alarm-title">{incident.title}</h1>
        <p className="alarm-elapsed"><span className="visually-hidden">for </span><Elapsed since={incident.clocks.triggeredAt} /></p>
        {incident.alertCounts.total > 0 ? <p className="quiet">{incident.alertCounts.firing} {incident.alertCounts.firing === 1 ? 'alert' : 'alerts'} firing</p> : null}
        <div className="alarm-why tabular">
          <p>{whyMe(incident, facts, userId)}</p>
          {next ? <p>{next.before} {next.at > now ? <>in <Remaining at={next.at} /></> : 'now'}.</p> : null}
          {more.length > 0 ? <p data-testid="alarm-others">{moreWords(more)}</p> : null}
        </div>
        {silencedAt !== null ? <p className="alarm-silenced" role="status">Silent on this device for <Remaining at={silencedAt + SILENCE_FOR} />. The escalation goes on.</p> : null}
      </div>
      {escalating ? (
        <Countdown
          words={escalateWords(incident, facts)} onCancel={() => setEscalating(false)}
          onDone={() => { setEscalating(false); onSilence(); void escalate(); }}
        />
      ) : (
        <div className="alarm-actions">
          {unsent ? <p className="alarm-unsent" role="status" data-testid="not-yet-sent">Not yet sent. You are still being paged.</p> : null}
          <PrimaryAction guarded autoFocus disabled={unsent} onClick={() => acknowledge([incident.id], here)} data-testid="alarm-acknowledge">Acknowledge</PrimaryAction>
          <div className="alarm-others">
            <QuietAction guarded tone="plain" onClick={() => onLeave([incident.id], here)} data-testid="alarm-open">Open</QuietAction>
            <QuietAction guarded tone="plain" onClick={() => setEscalating(true)} data-testid="alarm-escalate">Not mine</QuietAction>
            <QuietAction guarded tone="plain" onClick={onSilence} disabled={silencedAt !== null} data-testid="alarm-silence">Silence</QuietAction>
          </div>
          {alsoPaging.length > 0 ? (
            <QuietAction guarded outlined tone="plain" onClick={() => acknowledge([incident.id, ...alsoPaging.map(({ id }) => id)], '/incidents')} data-testid="alarm-acknowledge-all">Acknowledge all {alsoPaging.length + 1}</QuietAction>
          ) : null}
        </div>
      )}
    </>
  );
}
