import { peopleOfStep } from '../escalation/targets';
import type { Notification } from '../notification/notification';
import { isMember } from '../people/person';
import type { Instant } from '../time/instant';
import { type DutyFacts, stepsNaming } from './duty';
import { nightAt } from './night';
import type { WatchedShift } from './shiftReadiness';
import { onCallPage, peopleOf, type Telling } from './telling';

/** So many pages in one night are enough to offer the rest of it to somebody else. */
const enough = 3;

/** What decides whether a notification was a page that woke somebody. */
export type Page = Pick<Notification, 'kind' | 'urgency' | 'incidentId' | 'episode' | 'cause' | 'createdAt' | 'sentAt'>;

/** How many pages of high urgency a person had since `from` (ms since epoch): the messages of one chain are one page. */
export function pagesSince(pages: readonly Page[], from: Instant): number {
  const counted = pages.filter(({ kind, urgency, createdAt, sentAt }) => kind === 'page' && urgency === 'high' && sentAt !== null && createdAt >= from);
  return new Set(counted.map(({ incidentId, episode, cause }) => `${incidentId} ${episode} ${cause}`)).size;
}

/**
 * The offer to whoever was paged three times or more between 22:00 and 07:00 by their own clocks: once a night, to give the rest of it (at most to the end
 * of their shift) to whoever is paged next. null by day, with fewer pages, or where there is nobody to ask.
 */
export function fatigueTelling(shift: WatchedShift, pages: readonly Page[], facts: DutyFacts, now: Instant): Telling | null {
  const person = facts.people[shift.userId];
  const night = person === undefined ? undefined : nightAt(now, person.timeZone);
  if (night === undefined) return null;
  const count = pagesSince(pages, night.startAt);
  const other = count < enough ? undefined : facts.people[nextInLine(shift, facts, now) ?? ''];
  if (other === undefined) return null;
  const until = Math.min(night.endAt, shift.endAt ?? night.endAt);
  const offer = new URLSearchParams({ offer: shift.scheduleId, to: other.id, until: String(until) }).toString();
  return {
    userId: shift.userId, cause: `fatigue.${night.startAt}`, title: `You were paged ${count} times tonight`,
    body: `Ask ${other.name} to take the rest of the night?`, url: `${onCallPage}?${offer}`, channel: 'push', loud: false,
  };
}

/** Who is paged after the people of this shift: by the next steps of a policy that names its schedule, else another person of it. */
function nextInLine({ scheduleId, userId }: WatchedShift, facts: DutyFacts, now: Instant): string | undefined {
  const policies = Object.values(facts.services).flatMap(({ policyId }) => facts.policies[policyId] ?? []);
  for (const policy of policies) {
    const [place] = stepsNaming(policy, scheduleId);
    if (place === undefined) continue;
    const next = policy.steps.slice(place + 1).flatMap((step, index) => peopleOfStep(step, place + 1 + index, facts, now)).find((reached) => reached.userId !== userId);
    if (next !== undefined) return next.userId;
  }
  const schedule = facts.schedules[scheduleId];
  return schedule === undefined ? undefined : peopleOf(schedule).find((id) => {
    const person = facts.people[id];
    return id !== userId && person !== undefined && isMember(person);
  });
}
