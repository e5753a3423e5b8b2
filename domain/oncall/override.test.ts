import { describe, expect, it } from 'vitest';
import { applyOverrides } from './override';
import type { Override } from './schedule';

let made = 0;
const span = (startAt = 100, endAt = 200) => ({ id: `override-${(made += 1)}`, startAt, endAt });
const add = (addUserId: string): Override => ({ kind: 'add', ...span(), addUserId });
const remove = (removeUserId: string): Override => ({ kind: 'remove', ...span(), removeUserId });
const replace = (removeUserId: string, addUserId: string): Override => ({
  kind: 'replace',
  ...span(),
  addUserId,
  removeUserId,
});

describe('applyOverrides', () => {
  it('acts from its start until just before its end', () => {
    const onCallAt = (at: number) => applyOverrides(['ann'], [replace('ann', 'ben')], at);
    expect([99, 100, 199, 200].map(onCallAt)).toEqual([['ann'], ['ben'], ['ben'], ['ann']]);
  });

  it.each([
    ['adds one', ['ann'], [add('ben')], ['ann', 'ben']],
    ['adds one where nobody is', [], [add('ben')], ['ben']],
    ['adds nobody twice', ['ann', 'ben'], [add('ann')], ['ann', 'ben']],
    ['replaces in place', ['ann', 'ben'], [replace('ann', 'cy')], ['cy', 'ben']],
    ['replaces only a person who is on call', ['ann'], [replace('ben', 'cy')], ['ann']],
    ['replaces by one who is on call anyway', ['ann', 'ben'], [replace('ann', 'ben')], ['ben']],
    ['removes one', ['ann', 'ben'], [remove('ann')], ['ben']],
    ['can leave nobody', ['ann'], [remove('ann')], []],
    ['removes nobody who is not there', ['ann'], [remove('ben')], ['ann']],
    ['lets a cover be covered for', ['ann'], [replace('ann', 'ben'), replace('ben', 'cy')], ['cy']],
    ['lets a shift be taken back', ['ann'], [replace('ann', 'ben'), replace('ben', 'ann')], ['ann']],
    ['lets the later word win', ['ann'], [remove('ann'), add('ann')], ['ann']],
    ['names each person once', ['ann', 'ann'], [], ['ann']],
  ])('%s', (_what, userIds, overrides, expected) => {
    expect(applyOverrides(userIds, overrides, 150)).toEqual(expected);
  });
});
