import { describe, expect, it } from 'vitest';
import type { RunbookStep } from '#domain/runbook/steps';
import type { Entry } from '../../../commands/queue';
import { firstOpen, progressWords, shownFirst, standingWords, stepRows, underHeadings } from './stepView';
import type { StepStanding } from './stepView';

const step = (key: string, heading: string | null = null): RunbookStep => ({ key, words: `Do ${key}`, codes: [], action: null, heading });
const steps = [step('a'), step('b'), step('c')];
const tick = (key: string, state: 'done' | 'skipped' = 'done', runbookId = 'book', at = 10) => ({ runbookId, step: key, state, by: 'Sam', at });
const sent = (key: string, state: 'done' | 'skipped' | 'open', how: Entry['state'], changes: { incidentId?: string; runbookId?: string } = {}): Entry => ({
  command: { type: 'tickStep', commandId: `tick-${key}-${state}`, incidentId: 'INC-K7Q2MD', runbookId: 'book', step: key, words: key, state, ...changes },
  userId: 'ada', queuedAt: 99, order: 1, state: how,
});
const rows = (ticks: Parameters<typeof stepRows>[0]['ticks'] = [], queue: Entry[] = []) => stepRows({ incidentId: 'INC-K7Q2MD', runbookId: 'book', steps, ticks, queue });
const shown = (...of: Parameters<typeof rows>) => rows(...of).map(({ standing }) => standing);
const open: StepStanding = { state: 'open', by: null, at: null, pending: null };

describe('the steps in an incident', () => {
  it('show who ticked them', () => {
    expect(shown([tick('a'), tick('c', 'skipped')])).toEqual([{ state: 'done', by: 'Sam', at: 10, pending: null }, open, { state: 'skipped', by: 'Sam', at: 10, pending: null }]);
  });

  it('do not take the ticks of another runbook for theirs', () => {
    expect(shown([tick('a', 'done', 'other')])).toEqual([open, open, open]);
  });

  it.each([['sending', 'sending'], ['waiting', 'waiting'], ['settled', null]] as const)('a tick that is %s says so', (state, pending) => {
    expect(shown([], [sent('b', 'done', state)])[1]).toEqual({ state: 'done', by: null, at: 99, pending });
  });

  it('the last tap on a step counts, also the one that takes a tick back', () => {
    expect(shown([tick('b')], [sent('b', 'skipped', 'waiting'), sent('b', 'open', 'waiting')])[1]).toEqual({ state: 'open', by: null, at: 99, pending: 'waiting' });
  });

  it.each([{ incidentId: 'INC-AAAAAA' }, { runbookId: 'other' }])('a tap elsewhere is not theirs: %j', (changes) => {
    expect(shown([], [sent('a', 'done', 'sending', changes)])[0]).toEqual(open);
  });
});

it('the first open step is neither done nor skipped', () => {
  expect(firstOpen(rows([tick('a'), tick('b', 'skipped')]))?.step.key).toBe('c');
  expect(firstOpen(rows([tick('a'), tick('b'), tick('c')]))).toBeNull();
});

it('counts what is done, and what was skipped apart', () => {
  expect(progressWords(rows([tick('a')]))).toBe('1 of 3 done');
  expect(progressWords(rows([tick('a'), tick('b', 'skipped')]))).toBe('1 of 3 done, 1 skipped');
  expect(progressWords(rows([tick('a')], [sent('b', 'done', 'waiting'), sent('c', 'skipped', 'sending')]))).toBe('1 of 3 done, 1 skipped, 1 not yet sent');
});

it.each<[StepStanding, string | null]>([
  [open, null],
  [{ state: 'done', by: 'Sam', at: 10, pending: null }, 'Done by Sam, 03:12'],
  [{ state: 'skipped', by: null, at: 10, pending: null }, 'Skipped by you, 03:12'],
  [{ state: 'done', by: null, at: 10, pending: 'sending' }, 'Done. Sending.'],
  [{ state: 'open', by: null, at: 10, pending: 'waiting' }, 'Open again here. Not yet sent: nobody else sees it.'],
])('%j reads "%s"', (standing, words) => {
  expect(standingWords(standing, () => '03:12')).toBe(words);
});

it('shows the runbook that somebody works with, else the best one', () => {
  const matched = [{ runbook: { id: 'best' } }, { runbook: { id: 'other' } }];
  expect(shownFirst(matched, [])?.runbook.id).toBe('best');
  expect(shownFirst(matched, [tick('a', 'done', 'best', 1), tick('a', 'done', 'other', 2), tick('a', 'done', 'not matched', 3)])?.runbook.id).toBe('other');
  expect(shownFirst([], [])).toBeNull();
});

it('keeps the order of the headings, and does not join two of the same name that stand apart', () => {
  const under = [step('a', 'Check'), step('b', 'Check'), step('c', 'Mend'), step('d', 'Check')];
  const groups = underHeadings(stepRows({ incidentId: 'INC-K7Q2MD', runbookId: 'book', steps: under, ticks: [], queue: [] }));
  expect(groups.map(({ heading, rows: inside }) => [heading, inside.map(({ number }) => number)])).toEqual([['Check', [1, 2]], ['Mend', [3]], ['Check', [4]]]);
});
