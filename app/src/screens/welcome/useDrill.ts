import { useState, useSyncExternalStore } from 'react';
import type { Incident } from '#domain/incident/incident';
import { arrivedAt } from '../../device';
import { incident as incidentOf, openIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { notificationsOf } from '../../live/notifications';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { newCode, welcomeProgress } from './drills';
import type { Drill, DrillName } from './drills';
import { sendAlert } from './sendAlert';

export type RunningDrill = {
  drill: Drill | null; incident: Incident | null; shownAt: number | null;
  busy: boolean; problem: string | null; start: (key: string) => Promise<void>;
};

/** One of the two alerts, and what has become of it. */
export function useDrill(name: DrillName): RunningDrill {
  const { userId } = usePerson();
  const drill = useSyncExternalStore(welcomeProgress.subscribe, welcomeProgress.current)[name];
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = known(useLive(openIncidents)) ?? [];
  const found = drill ? open.find(({ id, title }) => id === drill.incidentId || title.startsWith(`Drill ${drill.code}:`)) : undefined;
  const id = drill?.incidentId ?? found?.id ?? null;
  const watched = known(useLive(id === null ? null : incidentOf(id))) ?? null;
  const mine = (known(useLive(notificationsOf(userId))) ?? []).filter(({ incidentId }) => incidentId !== null && incidentId === id);
  const first = mine.sort((a, b) => a.createdAt - b.createdAt)[0];
  const start = async (key: string) => {
    setBusy(true);
    setProblem(null);
    const sent = await sendAlert(name, newCode(), key);
    setBusy(false);
    if ('sentence' in sent) setProblem(sent.sentence);
    else welcomeProgress.learn({ [name]: sent });
  };
  return { drill, incident: watched ?? found ?? null, shownAt: first ? arrivedAt(first.id) : null, busy, problem, start };
}
