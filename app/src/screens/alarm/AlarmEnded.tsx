import { useEffect } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { Alarm } from '#domain/notification/alarm';
import { statusLine } from '#domain/incident/words';
import { durationWords } from '#domain/time/words';
import type { Notification } from '#domain/notification/notification';
import { incident as watchedIncident } from '../../live/incidents';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { PrimaryAction, SeverityMark, useNow } from '../../ui';
import { requestEnded } from './asked';

/** A page that ended while it rang says how, instead of vanishing or ringing on. `incident` is how it was last seen ringing. */
export function AlarmEnded({ incident: last, notification, others, onDismiss }: { incident: Incident; notification: Notification; others: readonly Alarm[]; onDismiss: () => void }) {
  const incident = known(useLive(watchedIncident(last.id))) ?? last;
  const { userId, timeZone } = usePerson();
  const facts = useFacts();
  const now = useNow();
  // What the reader took, here a moment ago or on another device, is no news to them.
  const isOwn = incident.status === 'acknowledged' && incident.owner.userId === userId;
  useEffect(() => { if (isOwn) onDismiss(); }, [isOwn, onDismiss]);
  if (isOwn) return null;
  const asked = requestEnded(notification, incident);
  return (
    <>
      <div className="alarm-words">
        <p className="alarm-kind alarm-kind-ended">{asked === null ? 'this page ended' : 'nothing is asked any more'}</p>
        <p className="alarm-what"><SeverityMark severity={incident.severity} /><span>{incident.serviceName}</span></p>
        <h1 id="alarm-title">{incident.title}</h1>
        <p className="alarm-why tabular" role="status">
          {asked !== null ? asked : incident.status === 'resolved' && incident.resolvedBy === null && incident.clocks.resolvedAt !== null
            ? `Resolved by itself after ${durationWords(incident.clocks.resolvedAt - incident.clocks.triggeredAt)}. Nothing to do.`
            : incident.status === 'triggered' ? 'This page was overtaken by another one.' : statusLine(incident, { userId, zone: timeZone }, facts, now)}
        </p>
      </div>
      <div className="alarm-actions">
        <PrimaryAction guarded tone="plain" onClick={onDismiss} data-testid="alarm-dismiss">{others.length > 0 ? `Next page (${others.length} more)` : 'Close'}</PrimaryAction>
      </div>
    </>
  );
}
