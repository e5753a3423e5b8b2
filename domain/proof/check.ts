import type { Instant } from '../time/instant';
import { type CheckFacts, groundOf } from './ground';
import { added, merged, type Occurrence } from './occurrence';
import { personFindings } from './personFindings';
import { policyFindings, serviceFindings } from './policyFindings';
import type { Finding } from './proof';
import { scheduleFindings } from './scheduleFindings';

export type { CheckFacts } from './ground';

/**
 * What the next 60 days leave open, from `now` (ms since epoch) on: worst first, then the soonest, each trouble once. `problem`: somebody may not be reached; `warning`:
 * it holds, but only just; `hint`: what could be better. Schedules that no policy names page nobody and are not looked at. Without `reach` nothing is said about how
 * people are reached.
 */
export function findingsOf(facts: CheckFacts, now: Instant): Finding[] {
  return merged(occurrencesOf(facts, now));
}

/** What a change of the configuration brings that was not so before: also one more gap of a schedule that has some, and one that grew. */
export function newFindings(before: CheckFacts, after: CheckFacts, now: Instant): Finding[] {
  return merged(added(occurrencesOf(before, now), occurrencesOf(after, now)));
}

function occurrencesOf(facts: CheckFacts, now: Instant): Occurrence[] {
  const ground = groundOf(facts, now);
  const schedules = [...ground.stretches.keys()].flatMap((id) => facts.schedules[id] ?? []);
  return [
    ...schedules.flatMap((schedule) => scheduleFindings(schedule, ground)), ...Object.values(facts.policies).flatMap((policy) => policyFindings(policy, ground)),
    ...Object.values(facts.services).flatMap((service) => serviceFindings(service, ground)), ...personFindings(ground),
  ];
}
