import { useMemo } from 'react';
import { holidaysOf } from '#domain/escalation/targets';
import type { PagingFacts } from '#domain/escalation/targets';
import { holidayDates } from '#domain/oncall/holidays';
import type { HolidayCalendar } from '#domain/oncall/holidays';
import type { Schedule } from '#domain/oncall/schedule';
import { holidayCalendars } from '../../live/oncall';
import { known } from '../../live/live';
import { teams } from '../../live/people';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { useSession } from '../../session/useSession';

/** A schedule with the dates of its holidays, as the domain takes them. */
export type Dated = { schedule: Schedule; holidays: readonly string[] };
export type OnCallFacts = PagingFacts & {
  /** False while something that decides is still loading: no sentence may be built on it then. */
  complete: boolean;
  /** Every schedule by name. */
  dated: readonly Dated[];
  calendars: readonly HolidayCalendar[];
  nameOf: (userId: string) => string;
};

/** Who is on call when, as far as it is known: people, schedules with their holidays, and teams. */
export function useOnCall(): OnCallFacts {
  const session = useSession();
  const facts = useFacts();
  const isMember = session.state === 'signedIn' && session.person.role !== 'stakeholder';
  const calendars = known(useLive(isMember ? holidayCalendars : null));
  const everyTeam = known(useLive(isMember ? teams : null));
  return useMemo(() => {
    const holidays = Object.fromEntries((calendars ?? []).map((calendar) => [calendar.id, holidayDates(calendar)]));
    const schedules = Object.values(facts.schedules).sort((a, b) => a.name.localeCompare(b.name));
    return {
      ...facts, holidays, calendars: calendars ?? [], teams: Object.fromEntries((everyTeam ?? []).map((team) => [team.id, team])),
      // Nobody waits for a list of holidays that no schedule goes by.
      complete: facts.complete && (calendars !== undefined || schedules.every(({ holidayCalendarId }) => holidayCalendarId === null)),
      dated: schedules.map((schedule) => ({ schedule, holidays: holidaysOf(schedule, { holidays }) })),
      nameOf: (userId) => facts.people[userId]?.name ?? 'Somebody who left',
    };
  }, [facts, calendars, everyTeam]);
}
