import { expect, it } from 'vitest';
import { readinessId } from '#domain/readiness/shiftReadiness';
import { shiftOf } from './shiftAddress';

it('reads what the readiness of a shift is called', () => {
  const shift = { scheduleId: 'checkout.primary', userId: 'ann', startAt: 1_795_000_000_000 };
  expect(shiftOf(readinessId(shift))).toEqual(shift);
});

it.each(['', 'checkout', 'checkout.ann', 'checkout.ann.soon', '.ann.12'])('answers null for %j', (id) => expect(shiftOf(id)).toBeNull());
