import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { asWord, moved, ownerOfWord, policyProblems, tidied, withExitList } from './policyDraft';

const policy = defaultSeverityPolicy;
const changed = (severity: 'SEV1' | 'SEV2' | 'SEV3', change: object) => ({ ...policy, [severity]: { ...policy[severity], ...change } });

describe('the severity policy while it is edited', () => {
  it('is right as it comes', () => {
    expect(policyProblems(policy)).toEqual([]);
  });

  it.each([
    ['a word of two severities', changed('SEV3', { words: ['warning', 'error'] }), 'SEV3.words', '“error” means SEV2 already. Take it out of one of them.'],
    ['a word twice in one', changed('SEV1', { words: ['critical', 'critical'] }), 'SEV1.words', '“critical” means SEV1 already. Take it out of one of them.'],
    ['no name', changed('SEV2', { name: '' }), 'SEV2.name', 'It needs a name.'],
    ['no number', changed('SEV1', { leaseMinutes: 0 }), 'SEV1.leaseMinutes', 'A number, 1 or more.'],
  ])('tells of %s at its field', (_name, wrong, path, message) => {
    expect(policyProblems(wrong)).toEqual([{ path, message }]);
  });

  it('knows words without case and edges', () => {
    expect(ownerOfWord(asWord(' CRITICAL '), policy)).toBe('SEV1');
    expect(ownerOfWord('purple', policy)).toBeNull();
  });

  it('drops empty lines before it is saved', () => {
    expect(tidied(changed('SEV1', { meaning: ' All of it ', exitList: ['Verified ', ' '] })).SEV1).toMatchObject({ meaning: 'All of it', exitList: ['Verified'] });
  });
});

describe('the exit list while it is edited', () => {
  it.each([
    [0, 1, ['b', 'a', 'c']], [2, 0, ['c', 'a', 'b']], [1, 2, ['a', 'c', 'b']], [0, -1, ['a', 'b', 'c']], [2, 3, ['a', 'b', 'c']], [9, 0, ['a', 'b', 'c']],
  ])('item %i moved to %i', (from, to, after) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(after);
  });

  it('a type gets a list of its own, and gives it back', () => {
    const own = withExitList(policy.SEV1, 'security', ['Keys rotated']);
    expect(own.exitLists).toEqual({ security: ['Keys rotated'] });
    expect(withExitList(withExitList(own, 'defect', []), 'security', null).exitLists).toEqual({ defect: [] });
    expect(withExitList(own, 'security', null)).toEqual(policy.SEV1);
  });

  it('drops empty items of every list; a list that is empty on purpose stays', () => {
    const { SEV1 } = tidied(changed('SEV1', { exitLists: { security: [' Keys rotated ', ''], defect: [''] } }));
    expect(SEV1.exitLists).toEqual({ security: ['Keys rotated'], defect: [] });
    expect('exitLists' in tidied(policy).SEV1).toBe(false);
  });

  it.each([
    [{ exitList: ['Verified', 'Verified'] }, 'SEV1.exitList'], [{ exitLists: { security: ['a', 'a'] } }, 'SEV1.exitLists.security'],
  ])('%o: an item twice is refused at its list', (wrong, path) => {
    expect(policyProblems(changed('SEV1', wrong)).map((problem) => problem.path)).toEqual([path]);
  });

  it('too long a list is told of, also that of a type', () => {
    const long = Array.from({ length: 13 }, (_, index) => `Item ${index}`);
    expect(policyProblems(changed('SEV1', { exitLists: { security: long } }))).toEqual([{ path: 'SEV1.exitLists', message: 'At most 12 items of 120 characters.' }]);
  });
});
