import { useMemo, useState } from 'react';
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
import { isAside, isGivenBack, useAside } from './aside';

/** One array for "nothing yet": a new one at each render would make everything that hangs on it anew. */
const none: readonly never[] = [];

/** The pages that ring for the reader now, worst first: all of them, and those on the screen, which are not put aside. */
export function useAlarms(): { ringing: Alarm[]; alarms: Alarm[]; facts: ReturnType<typeof useFacts> } {
  const person = usePerson();
  const facts = useFacts();
  const queue = useQueue();
  const notifications = known(useLive(notificationsOf(person.userId))) ?? none;
  const incidents = known(useLive(openIncidents)) ?? none;
  const aside = useAside();
  const ringing = useMemo(
    // A test by SMS is for the phone that gets it: it says nothing about this device.
    () => alarmsOf(notifications.filter(({ kind, channel }) => kind !== 'test' || channel === 'push'), incidents.map((incident) => withCommands(incident, queue, person, facts)), person.userId),
    [notifications, incidents, queue, person, facts],
  );
  const alarms = useMemo(
    () => ringing.filter(({ notification, incident }) => !isGivenBack(notification) && !isAside(aside, incident?.id ?? notification.id, notification.createdAt)),
    [ringing, aside],
  );
  return { ringing, alarms, facts };
}

/**
 * The alarm that is on the screen: it stays until it ends, so that what one is about to tap does not turn into another. One that has ended gives way to
 * one that rings: nobody must read "nothing to do" while the phone rings.
 */
export function useHeld(alarms: readonly Alarm[]): { held: Alarm | null; ended: boolean; dismiss: () => void } {
  const [last, setLast] = useState<Alarm | null>(null);
  const fresh = (last ? alarms.find((alarm) => isSamePage(alarm, last)) : undefined) ?? alarms[0];
  // Kept as it was seen last, for the words of its end.
  if (fresh && fresh !== last) setLast(fresh);
  return { held: fresh ?? last, ended: last !== null && fresh === undefined, dismiss: () => setLast(null) };
}

/** One incident pages somebody again and again: for the reader that is one page. */
function isSamePage(a: Alarm, b: Alarm): boolean {
  return a.notification.id === b.notification.id || (b.incident !== null && a.incident?.id === b.incident.id);
}
