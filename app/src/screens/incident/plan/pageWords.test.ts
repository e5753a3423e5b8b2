import { describe, expect, it } from 'vitest';
import { anIncident, aPlan, cadence, planFactsOf } from '#domain/plan/forTests';
import type { PlanStep } from '#domain/plan/plan';
import { planFor } from '#domain/plan/planFor';
import type { PlanRun, StepState } from '#domain/plan/planRun';
import { attend } from '#domain/plan/run';
import { noon } from '#domain/samples';
import { begunWith, pageWords } from './pageWords';

const page = (userId: string): PlanStep => ({ kind: 'page', targets: [{ kind: 'person', userId }], role: null });
const facts = planFactsOf({ plans: [aPlan({ steps: [cadence(), page('sam')] })] });
const incident = anIncident();

describe('what a countdown says', () => {
  it.each<[string, PlanStep[], string | null]>([
    ['nobody', [cadence(), { kind: 'postUpdate' }], null],
    ['somebody', [cadence(), page('sam')], 'Pages Sam'],
    ['two pages', [page('sam'), page('priya')], 'Pages Sam; Pages Priya'],
    ['somebody who is gone', [page('nobody')], null],
    ['whoever the policy reaches, which it has', [{ kind: 'page', targets: [], role: null }], null],
  ])('of %s', (_what, steps, words) => expect(pageWords(steps, incident, facts, noon)).toBe(words));
});

describe('what a plan sets going when it is run by hand', () => {
  const plan = planFor('SEV1', incident.serviceId, facts);
  const runWith = (state: StepState): PlanRun => {
    const { run } = attend(null, incident, facts, noon);
    if (run === null) throw new Error('nothing began');
    return { ...run, steps: run.steps.map((step) => ({ ...step, state })) };
  };

  it('is all of it where nothing ran', () => expect(begunWith(null, incident, plan, facts, noon).map(({ kind }) => kind)).toEqual(['startCadence', 'page']));
  it.each<[StepState, string[]]>([['stopped', ['startCadence', 'page']], ['waiting', []], ['done', []], ['failed', []]])('of what is %s', (state, kinds) => {
    expect(begunWith(runWith(state), incident, plan, facts, noon).map(({ kind }) => kind)).toEqual(kinds);
  });
});
