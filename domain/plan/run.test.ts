import { describe, expect, it } from 'vitest';
import { conclude } from '../incident/conclude';
import { defaultSeverityPolicy } from '../incident/severity';
import type { Incident } from '../incident/incident';
import { noon, sampleService } from '../samples';
import { MINUTE, SECOND } from '../time/instant';
import { begunByHand, retried, stopped, withStepByHand } from './byHand';
import { aDestination, anIncident, aPlan, cadence, planFactsOf, post } from './forTests';
import type { PlanRun } from './planRun';
import { attend, newRun } from './run';
import { claimed, ended, type StepOutcome } from './turns';

const ada = { userId: 'ada', name: 'Ada' };
const steps = [post('ops'), { kind: 'postUpdate' as const }, cadence()];
const facts = planFactsOf({ destinations: { ops: aDestination('ops', 'slack') }, plans: [aPlan({ steps })] });
const statesOf = (run: PlanRun | null) => run?.steps.map(({ state }) => state);

function begun(incident = anIncident(), given = facts): PlanRun {
  const { run } = attend(null, incident, given, noon);
  if (run === null) throw new Error('nothing began');
  return run;
}
function tried(run: PlanRun, outcome: StepOutcome, now: number): PlanRun {
  const taken = claimed(run, now);
  const after = taken === null ? null : ended(taken.run, taken.step, outcome, now);
  if (after === null) throw new Error('nothing was due');
  return after.run;
}
const resolved = (): Incident => {
  const decision = conclude(anIncident(), { exitReason: '' } as never, ada, defaultSeverityPolicy, noon); // Only what is left open on an exit list would be looked at.
  if (decision.kind !== 'done') throw new Error('not resolved');
  return { ...decision.turn.incident, status: 'resolved' } as Incident; // SEV1 without worked-on parts ends at once; the state is what is looked at.
};

describe('a run begins', () => {
  it('with the steps of the plan that applies, and says so once', () => {
    const { run, began } = attend(null, anIncident(), facts, noon);
    expect([began, run?.planId, run?.state, run?.dueAt, statesOf(run)]).toEqual(['Plan', 'plan', 'running', noon, ['waiting', 'waiting', 'waiting']]);
    expect(attend(run, anIncident(), facts, noon)).toEqual({ run, began: null });
  });

  it('with nothing where the default can do nothing', () => expect(attend(null, anIncident(), planFactsOf(), noon)).toEqual({ run: null, began: null }));

  it('with what the default can do', () => {
    const { run, began } = attend(null, anIncident(), planFactsOf({ services: { checkout: sampleService({ statusComponentId: 'api' }) } }), noon);
    expect([began, run?.steps.map(({ step }) => step.kind)]).toEqual(['Default of SEV1', ['draftStatusUpdate']]);
  });

  it('when an incident that waits to see whether it heals has not healed', () => {
    const held = anIncident({}, noon + MINUTE);
    const { run, began } = attend(null, held, facts, noon);
    expect([began, run?.isBegun, run?.dueAt, run?.steps]).toEqual([null, false, noon + MINUTE + SECOND, []]);
    expect(attend(run, anIncident(), facts, noon + 2 * MINUTE)).toMatchObject({ began: 'Plan', run: { isBegun: true } });
    expect(attend(run, resolved(), facts, noon + 2 * MINUTE)).toEqual({ run: null, began: null });
  });

  it('not any more when a fix is in', () => {
    const watched = { ...anIncident(), status: 'monitoring' } as unknown as Incident; // Of its state only the word is looked at.
    expect(attend(null, watched, facts, noon)).toEqual({ run: null, began: null });
  });
});

describe('a step', () => {
  it('is in one hand at a time, and in another when that one has died', () => {
    const first = claimed(begun(), noon);
    expect([first?.step.id, first?.step.attempts, first?.run.dueAt]).toEqual(['s1', 1, noon + MINUTE]);
    const run = first?.run ?? begun();
    expect(claimed(run, noon + MINUTE - 1)).toBeNull();
    const second = claimed(run, noon + MINUTE);
    expect([second?.step.id, second?.step.attempts]).toEqual(['s1', 2]);
    expect(ended(second?.run ?? run, { id: 's1', attempts: 1 }, { kind: 'done', result: 'late' }, noon)).toBeNull();
  });

  it('that fails is tried again, beside the next ones, and given up after three', () => {
    let run = tried(begun(), { kind: 'retry', result: 'No answer.' }, noon);
    expect([statesOf(run), run.steps[0]?.dueAt, run.dueAt]).toEqual([['waiting', 'waiting', 'waiting'], noon + 5 * SECOND, noon]);
    run = tried(tried(run, { kind: 'done', result: 'Sent.' }, noon), { kind: 'failed', result: 'No.' }, noon);
    expect([statesOf(run), run.state, run.dueAt]).toEqual([['waiting', 'done', 'failed'], 'running', noon + 5 * SECOND]);
    expect(claimed(run, noon + 4 * SECOND)).toBeNull();
    run = tried(run, { kind: 'retry', result: 'No answer.', afterMilliseconds: 30 * SECOND }, noon + 5 * SECOND);
    expect(run.dueAt).toBe(noon + 35 * SECOND);
    run = tried(run, { kind: 'retry', result: 'No answer.' }, noon + 35 * SECOND);
    expect([statesOf(run), run.state, run.dueAt, run.steps[0]?.attempts]).toEqual([['failed', 'done', 'failed'], 'done', null, 3]);
    const again = retried(run, 's1', noon + MINUTE);
    expect([statesOf(again), again?.dueAt]).toEqual([['waiting', 'done', 'failed'], noon + MINUTE]);
    expect([retried(run, 's2', noon), retried(run, 'gone', noon)]).toEqual([null, null]);
  });

  it('says no more than a run keeps', () => expect(tried(begun(), { kind: 'done', result: 'x'.repeat(5_000) }, noon).steps[0]?.result).toHaveLength(300));
});

describe('a stop', () => {
  it('stops what waits, and lets what is under way come to its end', () => {
    const taken = claimed(begun(), noon);
    const run = stopped(taken?.run ?? begun(), ada, noon + SECOND);
    expect([run.state, statesOf(run)]).toEqual(['stopped', ['running', 'stopped', 'stopped']]);
    const after = ended(run, { id: 's1', attempts: 1 }, { kind: 'retry', result: 'No answer.' }, noon + 2 * SECOND)?.run ?? run;
    expect([statesOf(after), after.dueAt, after.steps[0]?.result]).toEqual([['failed', 'stopped', 'stopped'], null, 'No answer.']);
    expect(attend(after, { ...anIncident(), severity: 'SEV1' }, { ...facts, plans: [] }, noon).run).toEqual(after);
  });

  it('ends when somebody runs the plan again', () => {
    const run = begunByHand(stopped(begun(), ada, noon), anIncident(), { planId: 'plan', name: 'Plan', steps }, facts, noon + MINUTE);
    expect([run?.state, run?.stoppedBy, statesOf(run)]).toEqual(['running', null, ['waiting', 'waiting', 'waiting']]);
    expect(begunByHand(begun(), anIncident(), { planId: 'plan', name: 'Plan', steps }, facts, noon)).toBeNull();
  });
});

describe('a severity that rises meanwhile', () => {
  const plans = [aPlan({ id: 'low', severities: ['SEV3'], steps: [post('ops')] }), aPlan({ id: 'high', name: 'High', steps })];
  it('adds what the worse plan does and has not been done', () => {
    const given = { ...facts, plans };
    const run = tried(begun(anIncident({ severity: 'SEV3' }), given), { kind: 'done', result: 'Posted.' }, noon);
    const { run: after, began } = attend(run, anIncident(), given, noon + MINUTE);
    expect([began, after?.planName, after?.severity, statesOf(after), after?.steps.map(({ id }) => id)]).toEqual(['High', 'High', 'SEV1', ['done', 'waiting', 'waiting'], ['s1', 's2', 's3']]);
    expect(attend(after, anIncident({ severity: 'SEV2' }), given, noon + MINUTE).run).toEqual(after);
  });

  it('adds nothing to what was stopped', () => {
    const given = { ...facts, plans };
    const run = stopped(begun(anIncident({ severity: 'SEV3' }), given), ada, noon);
    expect(attend(run, anIncident(), given, noon)).toEqual({ run, began: null });
  });
});

describe('an incident that ends', () => {
  it.each([[null, 'The incident ended first.'], ['INC-000001', 'It was merged into INC-000001 first.']])('skips what waits (%s)', (mergedInto, why) => {
    const { run } = attend(begun(), { ...resolved(), mergedInto }, facts, noon + MINUTE);
    expect([run?.state, run?.dueAt, run?.steps.map(({ state, result }) => [state, result])]).toEqual(['done', null, Array.from({ length: 3 }, () => ['skipped', why])]);
  });
  it('begins nothing', () => expect(attend(null, resolved(), facts, noon)).toEqual({ run: null, began: null }));
});

describe('what is asked for by hand', () => {
  it('is done beside the plan, which begins all the same', () => {
    const run = withStepByHand(newRun(anIncident(), noon), 'h1', cadence(60), ada, noon);
    expect([run?.state, run?.dueAt, run?.isBegun]).toEqual(['running', noon, false]);
    expect(withStepByHand(run ?? begun(), 'h1', cadence(60), ada, noon)).toEqual(run);
    // The plan's cadence is not started on top of the one by hand.
    expect(attend(run, anIncident(), facts, noon).run?.steps.map(({ id, step }) => [id, step.kind])).toEqual([['h1', 'startCadence'], ['s1', 'openChannel'], ['s2', 'postUpdate']]);
  });

  it.each([['waiting', 1], ['running', 1], ['done', 2], ['failed', 2], ['skipped', 2], ['stopped', 2]] as const)('beside the same that is %s makes %i of it', (state, count) => {
    const page = { kind: 'page' as const, targets: [{ kind: 'person' as const, userId: 'sam' }], role: null };
    const first = withStepByHand(newRun(anIncident(), noon), 'h1', page, ada, noon) ?? begun();
    const before = { ...first, steps: first.steps.map((step) => ({ ...step, state })) };
    expect(withStepByHand(before, 'h2', page, ada, noon)?.steps.length).toBe(count);
    // Others are paged all the same.
    expect(withStepByHand(before, 'h2', { ...page, targets: [{ kind: 'person', userId: 'ada' }] }, ada, noon)?.steps.length).toBe(2);
  });

  it('goes on when the plan is stopped', () => {
    const run = stopped(withStepByHand(begun(), 'h1', { kind: 'makeWarRoom' }, ada, noon) ?? begun(), ada, noon);
    expect([statesOf(run), claimed(run, noon)?.step.id]).toEqual([['stopped', 'stopped', 'stopped', 'waiting'], 'h1']);
  });

  it('is refused when there are as many as a run keeps', () => {
    const full = { ...begun(), steps: Array.from({ length: 24 }, (_, index) => ({ id: `s${index}`, step: cadence(), state: 'done' as const, result: '', attempts: 1, at: noon, dueAt: null, by: null })) };
    expect(withStepByHand(full, 'h1', cadence(), ada, noon)).toBeNull();
  });
});
