import { useEffect, useMemo, useRef, useState } from 'react';
import { alarmsOf } from '#domain/notification/alarm';
import type { Alarm } from '#domain/notification/alarm';
import { withCommands } from '../../commands/overlay';
import { useQueue } from '../../commands/useCommands';
import { openIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { notificationsOf } from '../../live/notifications';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';

/** A stretch that `now` is allowed to lag behind for `expiresAt` alone, so that no list is built each second. */
const none: readonly never[] = [];

/** The pages that ring for the reader now, worst first; and which were put aside by opening them. */
export function useAlarms(): { alarms: Alarm[]; facts: ReturnType<typeof useFacts>; putAside: (notificationId: string) => void } {
  const person = usePerson();
  const facts = useFacts();
  const queue = useQueue();
  const notifications = known(useLive(notificationsOf(person.userId))) ?? none;
  const incidents = known(useLive(openIncidents)) ?? none;
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set());
  const alarms = useMemo(() => {
    const shown = incidents.map((incident) => withCommands(incident, queue, person, facts));
    return alarmsOf(notifications, shown, person.userId).filter(({ notification }) => !aside.has(notification.id));
  }, [notifications, incidents, queue, person, facts, aside]);
  return { alarms, facts, putAside: (id) => setAside((before) => new Set([...before, id])) };
}

/** The alarm that is on the screen: it stays until it ends, so that what one is about to tap does not turn into another. */
export function useHeld(alarms: readonly Alarm[]): { held: Alarm | null; ended: boolean; dismiss: () => void } {
  const [held, setHeld] = useState<Alarm | null>(null);
  const gone = useRef(false);
  const fresh = held ? alarms.find(({ notification }) => notification.id === held.notification.id || (held.incident !== null && notification.incidentId === held.incident.id)) : undefined;
  useEffect(() => {
    if (fresh) setHeld(fresh);
    else if (held === null && alarms[0]) setHeld(alarms[0]);
  }, [alarms, fresh, held]);
  gone.current = held !== null && fresh === undefined;
  return { held: fresh ?? held, ended: held !== null && fresh === undefined, dismiss: () => setHeld(alarms[0] ?? null) };
}
