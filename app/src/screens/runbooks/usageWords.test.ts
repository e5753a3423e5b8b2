import { expect, it } from 'vitest';
import { usagePairs } from './usageWords';

it('says what was measured, and leaves out what was not', () => {
  const all = { times: 7, lastUsedAt: 5, minutesToFirstStep: 0, minutesToRestored: 95, skipped: [] };
  expect(usagePairs(all, (at) => `${at} d ago`)).toEqual([
    ['Last used', '5 d ago'], ['Incidents', '7'], ['To the first step, median', 'under a minute'], ['To service restored, median', '1 h 35 min'],
  ]);
  expect(usagePairs({ ...all, times: 0, lastUsedAt: null, minutesToFirstStep: null, minutesToRestored: null }, String)).toEqual([['Incidents', '0']]);
});
