import { expect, it } from 'vitest';
import { noon } from '../samples';
import { aDestination, anIncident, aPlan, planFactsOf, post, slack } from './forTests';
import { offered } from './offered';
import { attend } from './run';
import { claimed, ended } from './turns';

const facts = planFactsOf({ chat: { slack }, destinations: { ops: aDestination('ops', 'slack'), bridge: aDestination('bridge', 'webhook') }, plans: [aPlan({ steps: [post('ops'), { kind: 'callWebhook', destinationId: 'bridge', name: 'Dump' }] })] });

it('offers by hand what the plan does first, then everything else, each once', () => {
  expect(offered(anIncident(), null, facts, noon).map(({ step, foreseen }) => `${step.kind} ${foreseen.would}`)).toEqual([
    'openChannel run', 'callWebhook run', 'page skip', 'makeWarRoom skip', 'postUpdate run', 'draftStatusUpdate skip', 'startCadence skip',
  ]);
  expect(offered(anIncident(), null, facts, noon).find(({ step }) => step.kind === 'callWebhook')?.step).toMatchObject({ name: 'Dump' });
});

it('leaves out what is done or under way, and offers again what failed', () => {
  const { run } = attend(null, anIncident(), facts, noon);
  const taken = run === null ? null : claimed(run, noon);
  if (taken === null) throw new Error('nothing was due');
  const failed = ended(taken.run, taken.step, { kind: 'failed', result: 'No.' }, noon)?.run ?? null;
  expect(offered(anIncident(), taken.run, facts, noon).map(({ step }) => step.kind)).not.toContain('openChannel');
  expect(offered(anIncident(), failed, facts, noon).map(({ step }) => step.kind)).toContain('openChannel');
});
