import { expect, it } from 'vitest';
import type { Change, TimelineEntry } from '#domain/incident/timeline';
import { lastRun, runWords } from './actionRuns';

const diagnose = { name: 'diagnose', title: 'Collect diagnostics' };
const ran = (changes: Partial<Extract<Change, { type: 'actionRun' }>> = {}): Change =>
  ({ type: 'actionRun', runbook: 'Checkout is failing', action: 'Collect diagnostics', dryRun: false, state: 'started', result: '', ...changes });
const entry = (at: number, change: Change, by = 'Sam'): TimelineEntry =>
  ({ id: `entry-${at}`, at, actor: by === '' ? { kind: 'rouse' } : { kind: 'person', userId: 'sam', name: by }, changes: [change] });

it('tells the last run, and who asked for it, also where Rouse wrote its end', () => {
  const timeline = [entry(1, ran()), entry(2, ran({ state: 'failed', result: 'no' }), ''), entry(3, ran({ dryRun: true }), 'Ada'), entry(4, ran({ dryRun: true, state: 'succeeded', result: 'ok' }), '')];
  expect(lastRun(timeline, 'Checkout is failing', diagnose)).toEqual({ state: 'succeeded', dryRun: true, at: 4, by: 'Ada', result: 'ok' });
  expect(lastRun(timeline.slice(0, 1), 'Checkout is failing', diagnose)).toMatchObject({ state: 'started', by: 'Sam' });
});

it('knows the action by its name too, and no other one', () => {
  expect(lastRun([entry(1, ran({ action: 'diagnose' }))], 'Checkout is failing', diagnose)).not.toBeNull();
  expect(lastRun([entry(1, ran({ action: 'roll-back' })), entry(2, ran({ runbook: 'Another' }))], 'Checkout is failing', diagnose)).toBeNull();
});

it('says it in a sentence', () => {
  expect(runWords({ state: 'succeeded', dryRun: true, at: 4, by: 'Ada', result: '' }, () => '03:12')).toBe('The dry run succeeded at 03:12, asked for by Ada.');
  expect(runWords({ state: 'started', dryRun: false, at: 4, by: null, result: '' }, () => '03:12')).toBe('The run is under way since 03:12.');
});
