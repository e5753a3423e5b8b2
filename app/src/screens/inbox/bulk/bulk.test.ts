import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import type { Outcome } from '../../../commands/send';
import { acknowledged, resolved, triggered, watched } from '../samplesForTests';
import { acknowledgedWords, canAcknowledge, canResolve, leftBehind, releasedWords, resolvedWords } from './bulk';

const answer = (fields: Partial<CommandAnswer>): Outcome => ({ state: 'answered', answer: { outcome: 'done', code: 'done', message: 'Acknowledged by you.', ...fields } });
const done = answer({});
const sams = answer({ outcome: 'unchanged', code: 'already-acknowledged', message: 'Sam has it.', status: 'acknowledged', holder: { userId: 'sam', name: 'Sam', at: 0 } });
const unanswered: Outcome = { state: 'unanswered', sentence: 'No answer.' };
const refused: Outcome = { state: 'refused', code: 'not-allowed', sentence: 'Your role may not do this.', issues: [] };
const results = (...outcomes: Outcome[]) => outcomes.map((outcome, index) => ({ incident: triggered({ id: `INC-AAAAA${index}` }), outcome }));

describe('acknowledging several', () => {
  it.each<[string, Outcome[], string]>([
    ['all of them', [done, done, done], '3 acknowledged.'],
    ['one was somebody’s', [done, done, done, sams], "3 acknowledged, 1 was Sam's already."],
    ['several were the same person’s', [done, sams, sams], "1 acknowledged, 2 were Sam's already."],
    ['the reader’s own', [done, answer({ outcome: 'unchanged', code: 'already-yours', holder: { userId: 'ada', name: 'Ada', at: 0 } })], '1 acknowledged, 1 was yours already.'],
    ['over', [answer({ outcome: 'unchanged', code: 'already-resolved', status: 'resolved', holder: { userId: 'sam', name: 'Sam', at: 0 } }), done], '1 acknowledged, 1 was resolved already.'],
    ['no answer', [done, unanswered, unanswered], '1 acknowledged, 2 not yet sent. Paging goes on until they are.'],
    ['no answer for one', [done, unanswered], '1 acknowledged, 1 not yet sent. Paging goes on until it is.'],
    ['none arrived', [unanswered, unanswered], '2 not yet sent. Paging goes on until they are.'],
    ['refused', [refused, refused], '2 refused: Your role may not do this.'],
    ['a single one speaks for itself', [sams], 'Sam has it.'],
  ])('%s', (_, outcomes, words) => {
    expect(acknowledgedWords(results(...outcomes), [], 'ada').words).toBe(words);
  });

  it('counts what was chosen and is somebody’s, without sending it', () => {
    const held = [acknowledged({}, { userId: 'sam', name: 'Sam' }), watched()];
    expect(acknowledgedWords(results(done), held, 'ada').words).toBe("1 acknowledged, 1 was Sam's already, 1 was being watched already.");
  });

  it('takes only what the server gave: the rest is not there to be given back', () => {
    expect(acknowledgedWords(results(done, sams, unanswered, refused), [], 'ada').took).toEqual(['INC-AAAAA0']);
  });

  it('is for what nobody has', () => {
    const source = acknowledged({}, { userId: null, name: 'Alertmanager' });
    expect([triggered(), source, acknowledged(), watched(), resolved()].map(canAcknowledge)).toEqual([true, true, false, false, false]);
    expect([triggered(), source, acknowledged(), watched(), resolved()].map(canResolve)).toEqual([true, true, true, true, false]);
  });
});

describe('resolving several', () => {
  it.each<[string, Outcome[], string]>([
    ['all of them', [done, done], '2 resolved.'],
    ['while alerts fire', [done, answer({ warning: 'alertsFiring' })], '2 resolved (1 while alerts fire).'],
    ['over before', [done, answer({ outcome: 'unchanged', code: 'already-resolved' })], '1 resolved, 1 was over already.'],
    ['not sent', [unanswered], '1 not yet sent. Nothing is resolved before it is sent.'],
  ])('%s', (_, outcomes, words) => {
    expect(resolvedWords(results(...outcomes))).toBe(words);
  });

  it('says before it is sent what still fires and what the exit lists have open', () => {
    const still = acknowledged({ title: 'Disk full', severity: 'SEV4', alertCounts: { firing: 2, total: 2, events: 2 } });
    const quiet = acknowledged({ severity: 'SEV4', alertCounts: { firing: 0, total: 2, events: 2 } });
    const severe = acknowledged({ severity: 'SEV1', alertCounts: { firing: 0, total: 2, events: 2 } });
    expect(leftBehind([quiet], { ...defaultSeverityPolicy, SEV4: { ...defaultSeverityPolicy.SEV4, exitList: [] } }, 0)).toEqual([]);
    expect(leftBehind([still, severe], { ...defaultSeverityPolicy, SEV4: { ...defaultSeverityPolicy.SEV4, exitList: [] } }, 0)).toEqual([
      'Alerts still fire in “Disk full”.', '1 leaves points of the exit list open; they wait in the shift review.',
    ]);
  });
});

it('says what came of giving back, and what was left alone', () => {
  expect(releasedWords(results(done, done), 0)).toBe('2 given back: paging goes on.');
  expect(releasedWords(results(unanswered), 1)).toBe('1 not yet given back: no answer from Rouse. 1 is no longer yours, and left alone.');
});
