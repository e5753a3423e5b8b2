import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, samplePerson, samplePolicy, sampleSchedule } from '../samples';
import { DAY } from '../time/instant';
import { EscalationPolicy } from './policy';
import { canReach, policyProblems, uncovered } from './reach';

const facts = sampleFacts();
const person = (userId: string) => ({ kind: 'person' as const, userId });
const schedule = (scheduleId: string) => ({ kind: 'schedule' as const, scheduleId });
const policyOf = (...targets: (ReturnType<typeof person> | ReturnType<typeof schedule>)[]) => samplePolicy({ steps: [{ targets, delaySeconds: 60 }] });

describe('why a policy must not be saved', () => {
  it('is nothing when it reaches somebody', () => {
    expect(policyProblems(samplePolicy(), facts, noon)).toEqual([]);
  });

  it('is nothing when one step of several reaches somebody', () => {
    const policy = samplePolicy({ steps: [{ targets: [person('stella')], delaySeconds: 60 }, { targets: [person('sam')], delaySeconds: 60 }] });
    expect(policyProblems(policy, facts, noon)).toEqual([]);
  });

  it('names each person and schedule that does not exist, by its place', () => {
    expect(policyProblems(policyOf(person('sam'), person('nobody'), schedule('yearly')), facts, noon)).toEqual([
      { path: 'policy.steps.0.targets.1', message: 'There is no such person. Choose one that exists.' },
      { path: 'policy.steps.0.targets.2', message: 'There is no such schedule. Choose one that exists.' },
    ]);
  });

  it.each([
    { what: 'a stakeholder alone', policy: policyOf(person('stella')) },
    { what: 'an inactive person', policy: policyOf(person('former')) },
    { what: 'a schedule that only inactive people are on', policy: policyOf(schedule('former')) },
    { what: 'a schedule without layers', policy: policyOf(schedule('empty')) },
  ])('is that it reaches nobody: $what', ({ policy }) => {
    const people = { ...facts.people, former: samplePerson('former', { active: false }) };
    const schedules = { former: sampleSchedule('former', ['former']), empty: sampleSchedule('empty', [], { layers: [] }) };
    expect(policyProblems(policy, { people, schedules }, noon)).toEqual([
      { path: 'policy.steps', message: 'Checkout can reach nobody in the next 60 days. Add an active person, or a schedule that somebody is on.' },
    ]);
  });
});

describe('what a schedule can reach', () => {
  it('looks 60 days ahead, and no further', () => {
    const from = (startAt: number) => sampleFacts({
      schedules: { weekly: sampleSchedule('weekly', [], { layers: [], overrides: [{ kind: 'add', id: 'later', startAt, endAt: startAt + DAY, addUserId: 'sam' }] }) },
    });
    expect(canReach(schedule('weekly'), from(noon + 59 * DAY), noon)).toBe(true);
    expect(canReach(schedule('weekly'), from(noon + 60 * DAY), noon)).toBe(false);
  });
});

describe('what a policy leaves uncovered', () => {
  it('is nothing where every step reaches somebody at all times', () => {
    expect(uncovered(samplePolicy(), facts, noon)).toEqual([]);
  });

  it('names the steps that reach nobody, and those with gaps', () => {
    const gap = sampleSchedule('weekly', ['priya'], { overrides: [{ kind: 'remove', id: 'off', startAt: noon, endAt: noon + DAY, removeUserId: 'priya' }] });
    const policy = samplePolicy({ steps: [{ targets: [schedule('weekly')], delaySeconds: 60 }, { targets: [person('stella')], delaySeconds: 60 }] });
    expect(uncovered(policy, { ...facts, schedules: { weekly: gap } }, noon)).toEqual(['Checkout: step 1 has gaps.', 'Checkout: step 2 reaches nobody.']);
  });
});

describe('the form of a policy', () => {
  it('needs a step, a target in each, and a delay between a second and a day', () => {
    const bad = [
      samplePolicy({ steps: [] }), samplePolicy({ rounds: 0 }), samplePolicy({ steps: [{ targets: [], delaySeconds: 60 }] }),
      samplePolicy({ steps: [{ targets: [person('sam')], delaySeconds: 0 }] }), samplePolicy({ steps: [{ targets: [person('sam')], delaySeconds: 86_401 }] }),
    ];
    expect(bad.map((policy) => EscalationPolicy.safeParse(policy).success)).toEqual([false, false, false, false, false]);
    expect(EscalationPolicy.safeParse(samplePolicy()).success).toBe(true);
  });
});
