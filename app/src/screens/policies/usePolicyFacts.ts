import { useMemo } from 'react';
import { mayRead } from '#domain/access/access';
import { reachOf } from '#domain/contact/reach';
import type { Destination } from '#domain/destination/destination';
import type { EscalationPolicy } from '#domain/escalation/policy';
import type { PagingFacts } from '#domain/escalation/targets';
import { holidayDates } from '#domain/oncall/holidays';
import type { Team } from '#domain/people/person';
import type { Service } from '#domain/service/service';
import { contactsOf } from '../../live/contacts';
import { policies, services } from '../../live/configuration';
import { destinations } from '../../live/destinations';
import { holidayCalendars } from '../../live/holidayCalendars';
import { known } from '../../live/live';
import { teams } from '../../live/people';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { useReadable } from '../configuration/useReadable';

const byId = <T extends { id: string }>(all: readonly T[] | undefined): Record<string, T> => Object.fromEntries((all ?? []).map((each) => [each.id, each]));

/** Everything that a policy's words are built on, whole. */
export type PolicyFacts = ReturnType<typeof useFacts> & Required<Pick<PagingFacts, 'teams' | 'destinations' | 'services' | 'policies' | 'holidays'>> & Pick<PagingFacts, 'reach'>;

/**
 * What decides whom a policy reaches, as far as it is known; `complete` is false while some of it loads. `reach` is there for admins alone: nobody else may
 * read how a person is reached.
 */
export function usePolicyFacts(): PolicyFacts {
  const facts = useFacts();
  const everyTeam = known(useReadable('teams/{id}', teams));
  const everyDestination = known(useReadable('destinations/{id}', destinations));
  const everyService = known(useReadable('services/{id}', services));
  const everyPolicy = known(useReadable('escalationPolicies/{id}', policies));
  const calendars = known(useReadable('holidayCalendars/{id}', holidayCalendars));
  const reach = useReachOfAll(facts.people);
  return useMemo(() => {
    const lists = { teams: byId<Team>(everyTeam), destinations: byId<Destination>(everyDestination), services: byId<Service>(everyService), policies: byId<EscalationPolicy>(everyPolicy) };
    const holidays = Object.fromEntries((calendars ?? []).map((calendar) => [calendar.id, holidayDates(calendar)]));
    const complete = facts.complete && [everyTeam, everyDestination, everyService, everyPolicy, calendars].every((each) => each !== undefined);
    return { ...facts, ...lists, holidays, complete, ...(reach === undefined ? {} : { reach }) };
  }, [facts, everyTeam, everyDestination, everyService, everyPolicy, calendars, reach]);
}

/**
 * How everybody is reached. A method is verified by a message that arrived, so its channel is set up: what is verified can be sent by.
 */
function useReachOfAll(people: PagingFacts['people']): PagingFacts['reach'] {
  const { role, userId } = usePerson();
  const ids = Object.keys(people);
  const isAllowed = mayRead({ role, userId }, 'users/{id}/private/{id}');
  const contacts = known(useLive(isAllowed && ids.length > 0 ? contactsOf(ids) : null));
  return useMemo(() => {
    if (contacts === undefined) return undefined;
    const channels = { push: true, sms: true, voice: true, email: true };
    return Object.fromEntries(Object.entries(contacts).map(([id, contact]) => [id, reachOf(contact, channels)]));
  }, [contacts]);
}
