import { expect, it } from 'vitest';
import { isAside } from './aside';

it('puts aside the pages that were there, never a newer one', () => {
  const aside = new Map([['INC-K7Q2MD', 5_000]]);
  expect(isAside(aside, 'INC-K7Q2MD', 4_000)).toBe(true);
  expect(isAside(aside, 'INC-K7Q2MD', 5_000)).toBe(false);
  expect(isAside(aside, 'INC-000000', 4_000)).toBe(false);
});
