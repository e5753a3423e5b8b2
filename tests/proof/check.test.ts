import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onCallOf, type PagingFacts, peopleOfStep } from '#domain/escalation/targets';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { isMember } from '#domain/people/person';
import { seededRandom } from '#domain/samples';
import { DAY } from '#domain/time/instant';
import { type CheckFacts, findingsOf } from '#domain/proof/check';
import { organisations } from './organisations';
import { groundOf, nobodySpans } from '#domain/proof/ground';

/** Whether a policy and those that it hands off to reach somebody at an instant, asked of the rules that page. */
function reaches(policy: EscalationPolicy, facts: PagingFacts & Pick<CheckFacts, 'policies'>, at: number, been: string[] = []): boolean {
  if (policy.steps.some((step, index) => peopleOfStep(step, index, facts, at).length > 0)) return true;
  const next = policy.handOffTo === undefined || been.includes(policy.id) ? undefined : facts.policies[policy.handOffTo];
  return next !== undefined && reaches(next, facts, at, [...been, policy.id]);
}

describe('the check, held to the rules that page', () => {
  it('knows at every instant whom each step reaches, and when a policy reaches nobody', () => {
    let nobody = 0;
    fc.assert(fc.property(organisations, fc.integer(), ({ facts, at }, seed) => {
      const random = seededRandom(seed);
      const ground = groundOf(facts, at);
      for (const policy of Object.values(facts.policies)) {
        const stretches = ground.policies.get(policy.id) ?? [];
        const spans = nobodySpans(policy, ground);
        const edges = [...stretches, ...spans].flatMap(({ startAt, endAt }) => [startAt, endAt - 1, endAt]).filter((edge) => edge < ground.until);
        for (const instant of [...Array.from({ length: 20 }, () => at + random.below(60 * DAY)), ...Array.from({ length: 20 }, () => random.pick([at, ...edges]))]) {
          const stretch = stretches.find(({ startAt, endAt }) => startAt <= instant && instant < endAt);
          expect(stretch?.steps.map((people) => [...(people ?? [])].sort())).toEqual(policy.steps.map((step, index) => peopleOfStep(step, index, facts, instant).map(({ userId }) => userId).sort()));
          const isNobody = spans.some(({ startAt, endAt }) => startAt <= instant && instant < endAt);
          expect(isNobody).toBe(!reaches(policy, facts, instant));
          if (isNobody) nobody += 1;
        }
      }
    }), { numRuns: 100, seed: 4 });
    expect(nobody).toBeGreaterThan(100);
  }, 60_000);

  it('says of a gap only what is one, at its first instant and its last', () => {
    let gaps = 0;
    fc.assert(fc.property(organisations, ({ facts, at }) => {
      for (const { kind, about, startAt, endAt } of findingsOf(facts, at)) {
        if (kind !== 'gap' || startAt === null || endAt === null) continue;
        gaps += 1;
        for (const instant of [startAt, endAt - 1]) {
          const onCall = onCallOf(facts.schedules[about.id], facts, instant);
          expect(onCall.filter((userId) => { const person = facts.people[userId]; return person !== undefined && isMember(person); })).toEqual([]);
        }
      }
    }), { numRuns: 100, seed: 4 });
    expect(gaps).toBeGreaterThan(20);
  }, 60_000);
});
