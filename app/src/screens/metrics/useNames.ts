import { useMemo } from 'react';
import type { SeverityPolicy } from '#domain/incident/severity';
import type { Team } from '#domain/people/person';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { useFacts } from '../../live/useFacts';

/** Names for what rows hold the ids of, and what else a dashboard goes by. */
export type Names = { serviceOf: (serviceId: string) => string; nameOf: (userId: string) => string; teams: Readonly<Record<string, Team>>; severities: SeverityPolicy };

export function useNames(): Names {
  const { people, teams, severities } = useFacts();
  const every = known(useLive(services));
  return useMemo(() => {
    const byId = new Map((every ?? []).map(({ id, name }) => [id, name]));
    return { serviceOf: (id) => byId.get(id) ?? 'A service that is gone', nameOf: (id) => people[id]?.name ?? 'Somebody who left', teams: teams ?? {}, severities };
  }, [every, people, teams, severities]);
}
