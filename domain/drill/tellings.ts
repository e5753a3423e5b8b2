import { peopleOfStep, type PagingFacts } from '../escalation/targets';
import type { Telling } from '../readiness/telling';
import type { Instant } from '../time/instant';
import { whenWords } from '../time/words';
import type { Drill } from './drill';
import { scenarios } from './scenarios';
import { resultWords } from './words';

/**
 * Who is told beforehand of a drill that is no surprise, or that it is called off: those whom its service would page first at that time, but for who planned it. Quietly. Nobody of one that is a
 * surprise. `now`: ms since epoch.
 */
export function announcementsOf(drill: Drill, what: 'planned' | 'cancelled', facts: PagingFacts, now: Instant): Telling[] {
  if (drill.isSurprise) return [];
  const policy = facts.policies?.[facts.services?.[drill.serviceId]?.policyId ?? ''];
  const first = (policy?.steps ?? []).map((step, place) => peopleOfStep(step, place, facts, drill.startsAt)).find((people) => people.length > 0) ?? [];
  return first.filter(({ userId }) => userId !== drill.createdBy.userId).map(({ userId }) => {
    const when = whenWords(drill.startsAt, now, facts.people[userId]?.timeZone ?? 'UTC');
    const subject = `${drill.serviceName}, ${when}: ${scenarios[drill.scenario].name.toLowerCase()}`;
    return {
      userId, cause: `drill.${drill.id}.${what}`, url: `/drills/${drill.id}`, channel: 'push', loud: false,
      title: what === 'planned' ? 'A drill is planned' : 'The drill is called off',
      body: what === 'planned' ? `${subject}. It pages as a real incident would, and says DRILL first.` : `${subject}. Nobody is paged for it.`,
    };
  });
}

/** Who is told how it went: who planned it and everybody who was paged, once. Nobody while there is no result. */
export function outcomesOf({ id, serviceName, createdBy, result }: Drill): Telling[] {
  if (result === null) return [];
  const userIds = [...new Set([createdBy.userId, ...result.reach.map(({ userId }) => userId)])];
  return userIds.map((userId) => ({
    userId, cause: `drill.${id}.over`, url: `/drills/${id}`, channel: 'push', loud: false, title: 'The drill is over', body: `${serviceName}: ${resultWords(result)}.`,
  }));
}
