import { describe, expect, it } from 'vitest';
import type { PlanStep, ResponsePlan } from '#domain/plan/plan';
import { emptyPlan, movedTo, newStep, planDraftOf, planOf, stepsOf } from './planDraft';

const steps: PlanStep[] = [
  { kind: 'classify', incidentType: 'outage', tags: ['eu', 'pay'] }, { kind: 'openChannel', how: { by: 'post', destinationId: 'ops' }, backupId: 'teams' },
  { kind: 'page', targets: [{ kind: 'person', userId: 'sam' }], role: 'scribe' }, { kind: 'makeWarRoom' }, { kind: 'postUpdate' }, { kind: 'draftStatusUpdate' }, { kind: 'startCadence', minutes: 45 },
  { kind: 'callWebhook', destinationId: 'bridge', name: 'Dump' },
];
const plan: ResponsePlan = { id: 'p', name: 'Outage', enabled: true, severities: ['SEV1', 'SEV2'], serviceIds: ['checkout'], steps };

describe('a plan as it is typed', () => {
  it('comes back as it was saved', () => {
    const { id: _id, ...rest } = plan;
    expect(planOf(planDraftOf(plan))).toEqual({ plan: rest });
  });

  it('has its severities in their order, and tags without their spaces, once', () => {
    const typed = planOf({ ...planDraftOf(plan), severities: ['SEV3', 'SEV1'], steps: [newStep('a', 'classify', { tags: ' eu ,pay,, eu' })] });
    expect(typed).toMatchObject({ plan: { severities: ['SEV1', 'SEV3'], steps: [{ tags: ['eu', 'pay'] }] } });
  });

  it.each([
    ['nothing', emptyPlan, ['name', 'severities', 'steps']],
    ['a post to nowhere', { ...planDraftOf(plan), steps: [newStep('a', 'openChannel', { by: 'post' })] }, ['steps.0.how.destinationId']],
    ['a call without name and webhook', { ...planDraftOf(plan), steps: [newStep('a', 'postUpdate'), newStep('b', 'callWebhook')] }, ['steps.1.destinationId', 'steps.1.name']],
    ['an odd cadence', { ...planDraftOf(plan), steps: [newStep('a', 'startCadence', { minutes: '2' })] }, ['steps.0.minutes']],
    ['six tags', { ...planDraftOf(plan), steps: [newStep('a', 'classify', { tags: 'a,b,c,d,e,f' })] }, ['steps.0.tags']],
  ])('says what is wrong with %s', (_what, draft, paths) => {
    const typed = planOf(draft);
    expect('issues' in typed ? typed.issues.map(({ path }) => path) : []).toEqual(paths);
  });

  it('keeps what another way of opening a channel would need', () => {
    const draft = newStep('a', 'openChannel', { by: 'createSlack', destinationId: 'ops' });
    expect(stepsOf([draft])).toEqual({ steps: [{ kind: 'openChannel', how: { by: 'createSlack' }, backupId: null }] });
  });

  it.each([[0, 2, ['b', 'c', 'a']], [2, 0, ['c', 'a', 'b']], [1, 1, ['a', 'b', 'c']]])('moves a step from %i to %i', (from, to, moved) => expect(movedTo(['a', 'b', 'c'], from, to)).toEqual(moved));
});
