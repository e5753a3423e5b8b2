import { expect, it } from 'vitest';
import type { Actor, Change, TimelineEntry } from '../incident/timeline';
import { whatRan } from './automation';

const rouse: Actor = { kind: 'rouse' };
const priya: Actor = { kind: 'person', userId: 'priya', name: 'Priya' };
const entry = (at: number, actor: Actor, ...changes: Change[]): TimelineEntry => ({ id: `e${at}`, at, actor, changes });
const action = (state: 'started' | 'succeeded' | 'failed', dryRun = false): Change => ({ type: 'actionRun', runbook: 'Checkout', action: 'Restart', dryRun, state, result: 'ok' });

it('tells what plans and webhooks did, oldest first, and who asked for it', () => {
  expect(whatRan([
    entry(3, priya, action('started')), entry(4, priya, action('succeeded')), entry(5, priya, action('failed', true)),
    entry(2, rouse, { type: 'typeSet', from: 'other', to: 'outage' }, { type: 'planStep', step: 'Classify', state: 'done', result: 'Type outage.' }),
    entry(1, rouse, { type: 'planStep', step: 'Open a channel', state: 'failed', result: 'Slack does not answer.' }), entry(6, priya, { type: 'planStopped', plan: 'Outage' }), entry(7, rouse, { type: 'acknowledged' }),
  ])).toEqual([
    { at: 1, words: 'Open a channel failed: Slack does not answer.', state: 'failed', by: null }, { at: 2, words: 'Classify: Type outage.', state: 'done', by: null },
    { at: 4, words: '“Restart” of Checkout succeeded: ok', state: 'done', by: 'Priya' }, { at: 6, words: 'Priya stopped the response plan: Outage', state: 'skipped', by: 'Priya' },
  ]);
});
