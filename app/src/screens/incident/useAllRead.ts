import { useEffect, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { changesOf } from '../../live/changes';
import { runbooks } from '../../live/configuration';
import { alertsOf } from '../../live/incidents';
import { notificationsAbout } from '../../live/notifications';
import { planRun } from '../../live/plans';
import { knownProblems } from '../../live/problems';
import { useLive } from '../../live/useLive';
import { warRoomSettings } from '../../live/warRoom';

/** So long (ms) the cards wait for each other: what is slower than this comes later, and moves what is beneath it. */
const PATIENCE = 1_500;

/** Whether everything that puts a card among the others has been read, or has failed to be: then they come at once, and none pushes another down under a thumb. */
export function useAllRead(incident: Incident): boolean {
  const [isLate, setLate] = useState(false);
  const all = [
    useLive(runbooks), useLive(knownProblems), useLive(changesOf(incident.serviceId)), useLive(warRoomSettings), useLive(alertsOf(incident.id)), useLive(notificationsAbout(incident.id)), useLive(planRun(incident.id)),
  ];
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return isLate || all.every(({ state }) => state !== 'loading');
}
