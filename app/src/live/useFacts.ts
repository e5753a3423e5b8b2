import { useMemo } from 'react';
import type { PagingFacts } from '#domain/escalation/targets';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import type { SeverityPolicy } from '#domain/incident/severity';
import { useSession } from '../session/useSession';
import { holidayDates } from '#domain/oncall/holidays';
import { policies, schedules, severities } from './configuration';
import { holidayCalendars } from './holidayCalendars';
import { known } from './live';
import { people, teams } from './people';
import { useLive } from './useLive';

const byId = <T extends { id: string }>(all: readonly T[] | undefined): Record<string, T> =>
  Object.fromEntries((all ?? []).map((each) => [each.id, each]));

/**
 * What the domain needs to say who is paged next: people, schedules and the severity policy, as far as they are known.
 * `complete` is false while they load, and for stakeholders, who may not read them: no sentence may be built on them then.
 */
export function useFacts(): PagingFacts & { severities: SeverityPolicy; complete: boolean } {
  const session = useSession();
  const isMember = session.state === 'signedIn' && session.person.role !== 'stakeholder';
  const everybody = known(useLive(isMember ? people : null));
  const every = known(useLive(isMember ? schedules : null));
  const policy = known(useLive(isMember ? severities : null));
  const everyTeam = known(useLive(isMember ? teams : null));
  const everyPolicy = known(useLive(isMember ? policies : null));
  const calendars = known(useLive(isMember ? holidayCalendars : null));
  return useMemo(() => ({
    people: byId(everybody), schedules: byId(every), severities: policy ?? defaultSeverityPolicy, teams: byId(everyTeam), policies: byId(everyPolicy),
    holidays: Object.fromEntries((calendars ?? []).map((calendar) => [calendar.id, holidayDates(calendar)])),
    complete: everybody !== undefined && every !== undefined,
  }), [everybody, every, policy, everyTeam, everyPolicy, calendars]);
}
