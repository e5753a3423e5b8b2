import { describe, expect, it } from 'vitest';
import { together } from './contacts';

describe('several documents as one', () => {
  it('wait for the last of them', () => {
    expect(together([['a', { state: 'live', value: 1, unreadable: 0 }], ['b', { state: 'loading' }]])).toEqual({ state: 'loading' });
  });

  it('do without what is not there or refused', () => {
    expect(together([['a', { state: 'live', value: 1, unreadable: 0 }], ['b', { state: 'live', value: null, unreadable: 0 }], ['c', { state: 'failed', reason: 'denied' }]]))
      .toEqual({ state: 'live', value: { a: 1 }, unreadable: 0 });
  });

  it('are as old as the oldest of them', () => {
    expect(together([['a', { state: 'live', value: 1, unreadable: 0 }], ['b', { state: 'cached', value: 2, unreadable: 0 }]])).toEqual({ state: 'cached', value: { a: 1, b: 2 }, unreadable: 0 });
  });
});
