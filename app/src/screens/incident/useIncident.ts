import { useMemo } from 'react';
import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { notYetSent, withCommands } from '../../commands/overlay';
import { useQueue } from '../../commands/useCommands';
import { incident as watchedIncident } from '../../live/incidents';
import { known } from '../../live/live';
import type { Live } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';

/** An incident as it will be once what is on its way has arrived, and what is not yet sent. `live` tells the states apart. */
export function useIncident(id: string): { live: Live<Incident | null>; incident: Incident | null; unsent: Command[]; facts: ReturnType<typeof useFacts> } {
  const person = usePerson();
  const facts = useFacts();
  const queue = useQueue();
  const live = useLive(watchedIncident(id));
  const stored = known(live) ?? null;
  const incident = useMemo(() => (stored ? withCommands(stored, queue, person, facts) : null), [stored, queue, person, facts]);
  const unsent = useMemo(() => notYetSent(queue, id), [queue, id]);
  return { live, incident, unsent, facts };
}
