import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { asWord, ownerOfWord, policyProblems, tidied } from './policyDraft';

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
