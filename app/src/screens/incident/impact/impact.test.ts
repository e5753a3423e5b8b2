import { describe, expect, it } from 'vitest';
import { otherSeverity, peopleOf } from './impactView';

const all = { money: 'none', security: 'none', compliance: 'none' };

describe('the severity that an assessment calls for', () => {
  it.each([
    ['SEV3', { affected: 'everybody' }, 'SEV1'], ['SEV1', { affected: 'everybody' }, null], ['SEV2', {}, null],
    // What is open could only make it worse, so a lower one is proposed once everything is answered.
    ['SEV1', { affected: 'some' }, null], ['SEV1', { affected: 'some', ...all }, 'SEV3'],
  ] as const)('%s with %j', (severity, answers, proposed) => {
    expect(otherSeverity({ severity, status: 'acknowledged' }, answers)?.severity ?? null).toBe(proposed);
  });

  it('is none for what is over', () => {
    expect(otherSeverity({ severity: 'SEV3', status: 'resolved' }, { affected: 'everybody' })).toBeNull();
  });
});

describe('how many people', () => {
  it.each([['', { people: null }], [' 12,000 ', { people: 12_000 }], ['0', { people: 0 }], ["1'200", { people: 1_200 }]])('%j', (typed, people) => {
    expect(peopleOf(typed)).toEqual(people);
  });

  it.each(['many', '-3', '99999999999'])('%j is none', (typed) => {
    expect(peopleOf(typed)).toHaveProperty('problem');
  });
});
