import { describe, expect, it } from 'vitest';
import { aDestination, aPlan, cadence, planFactsOf, post, slack } from './forTests';
import type { PlanStep } from './plan';
import { planProblems } from './problems';

const destinations = { ops: aDestination('ops', 'slack'), off: aDestination('off', 'teams', { enabled: false }), bridge: aDestination('bridge', 'webhook') };
const facts = planFactsOf({ destinations, teams: { web: { id: 'web', name: 'Web', memberIds: ['sam'] } } });
const pathsOf = (steps: PlanStep[], given = facts) => planProblems(aPlan({ steps }), 'plan', given).map(({ path }) => path);
const create: PlanStep = { kind: 'openChannel', how: { by: 'createSlack' }, backupId: null };
const page = (...targets: Extract<PlanStep, { kind: 'page' }>['targets']): PlanStep => ({ kind: 'page', targets, role: null });

describe('a plan’s problems', () => {
  it('are none of a plan that can be carried out', () => {
    const steps: PlanStep[] = [
      { kind: 'classify', incidentType: 'outage', tags: ['eu'] }, post('ops', 'bridge'), page({ kind: 'person', userId: 'sam' }, { kind: 'schedule', scheduleId: 'weekly' }, { kind: 'team', teamId: 'web' }), page(),
      { kind: 'makeWarRoom' }, { kind: 'postUpdate' }, { kind: 'draftStatusUpdate' }, cadence(), { kind: 'callWebhook', destinationId: 'bridge', name: 'Dump' }, { kind: 'callWebhook', destinationId: 'bridge', name: 'Trace' },
    ];
    expect(planProblems(aPlan({ steps, serviceIds: ['checkout'] }), null, facts)).toEqual([]);
  });

  it.each<[string, PlanStep[], string[]]>([
    ['a destination that is gone', [post('gone')], ['steps.0.how']], ['one that is off', [post('off')], ['steps.0.how']],
    ['a backup that is gone', [post('ops', 'gone')], ['steps.0.backupId']], ['a backup that is the channel', [post('ops', 'ops')], ['steps.0.backupId']],
    ['Slack that is not connected', [create], ['steps.0.how']], ['two channels', [post('ops'), post('bridge')], ['steps.1']], ['two cadences', [cadence(30), cadence(60)], ['steps.1']],
    ['a webhook that is a chat', [{ kind: 'callWebhook', destinationId: 'ops', name: 'x' }], ['steps.0.destinationId']], ['a classification of nothing', [{ kind: 'classify', incidentType: null, tags: [] }], ['steps.0.tags']],
    ['people who cannot be paged', [page({ kind: 'person', userId: 'stella' }, { kind: 'person', userId: 'gone' })], ['steps.0.targets.0', 'steps.0.targets.1']],
    ['a schedule, a team and a chat', [page({ kind: 'schedule', scheduleId: 'gone' }, { kind: 'team', teamId: 'gone' }, { kind: 'destination', destinationId: 'ops' })], ['steps.0.targets.0', 'steps.0.targets.1', 'steps.0.targets.2']],
  ])('name %s', (_what, steps, paths) => expect(pathsOf(steps)).toEqual(paths));

  it('are none of Slack once it is connected', () => expect(pathsOf([create], planFactsOf({ chat: { slack } }))).toEqual([]));

  it.each([
    ['for the same services', aPlan({ id: 'other', name: 'Other' }), [], ['severities']], ['for a service of both', aPlan({ id: 'other', serviceIds: ['checkout'] }), ['checkout'], ['severities']],
    ['for one service, where this is for all', aPlan({ id: 'other', serviceIds: ['checkout'] }), [], []], ['that is off', aPlan({ id: 'other', enabled: false }), [], []],
    ['for another severity', aPlan({ id: 'other', severities: ['SEV2'] }), [], []], ['that it is itself', aPlan(), [], []],
  ])('tell of another plan %s', (_what, other, serviceIds, paths) => {
    expect(planProblems(aPlan({ serviceIds }), 'plan', { ...facts, plans: [other] }).map(({ path }) => path)).toEqual(paths);
  });

  it('name services that are gone', () => expect(planProblems(aPlan({ serviceIds: ['gone'], severities: ['SEV1', 'SEV1'] }), null, facts).map(({ path }) => path)).toEqual(['severities', 'serviceIds']));
});
