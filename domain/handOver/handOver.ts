import { holidaysOf } from '../escalation/targets';
import { ownerOf } from '../incident/finish';
import type { Incident } from '../incident/incident';
import { onCallAt, shiftsBetween } from '../oncall/oncall';
import { isMember } from '../people/person';
import { type DutyFacts, schedulesInUse, stepsNaming } from '../readiness/duty';
import { isNight } from '../readiness/night';
import { listWords, type Telling } from '../readiness/telling';
import type { Instant } from '../time/instant';

/** A person's shift ended at `endedAt` (ms since epoch), and these people have it from then on. */
export type HandOver = { scheduleId: string; leaverId: string; endedAt: Instant; nextIds: string[] };

/** The shifts of schedules in use that ended within `(from, to]` (ms since epoch). Only active members leave and follow. */
export function handOvers(facts: DutyFacts, from: Instant, to: Instant): HandOver[] {
  const isActive = (userId: string) => {
    const person = facts.people[userId];
    return person !== undefined && isMember(person);
  };
  return schedulesInUse(facts).flatMap((schedule) => {
    const holidays = holidaysOf(schedule, facts);
    return shiftsBetween(schedule, from, to + 1, holidays).filter(({ userId, endAt }) => endAt > from && endAt <= to && isActive(userId)).map(({ userId, endAt }): HandOver => (
      { scheduleId: schedule.id, leaverId: userId, endedAt: endAt, nextIds: onCallAt(schedule, endAt, holidays).filter((id) => id !== userId && isActive(id)) }));
  });
}

/** Whether this incident is offered to the next person: open, with the one who leaves, of a service whose policy pages by that schedule. */
export function isOffered(incident: Incident, { scheduleId, leaverId }: HandOver, { services, policies }: DutyFacts): boolean {
  if (incident.status === 'resolved' || ownerOf(incident)?.userId !== leaverId) return false;
  return stepsNaming(policies[services[incident.serviceId]?.policyId ?? ''], scheduleId).length > 0;
}

/** What the one who leaves is told about what they still have. */
export function leaverTelling({ scheduleId, leaverId, endedAt, nextIds }: HandOver, incidentIds: readonly string[], facts: DutyFacts, now: Instant): Telling | null {
  const person = facts.people[leaverId];
  const [first] = incidentIds;
  if (person === undefined || first === undefined) return null;
  const next = listWords(nextIds.map((id) => facts.people[id]?.name ?? id));
  const stay = `${listWords(incidentIds)} ${incidentIds.length === 1 ? 'stays' : 'stay'} with you`;
  return {
    userId: leaverId, cause: `shift.end.${scheduleId}.${leaverId}.${endedAt}`, title: 'Your shift is over',
    body: next === '' ? `${stay}: nobody is on call after you.` : `${stay} until ${next} ${nextIds.length === 1 ? 'takes' : 'take'} over. ${nextIds.length === 1 ? 'They were' : 'All of them were'} asked.`,
    url: incidentIds.length === 1 ? `/incidents/${first}` : '/', channel: 'push', loud: !isNight(now, person.timeZone),
  };
}
