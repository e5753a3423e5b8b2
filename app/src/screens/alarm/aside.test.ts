import { afterEach, expect, it, vi } from 'vitest';
import { currentAside, isAside, putAside } from './aside';

afterEach(() => { vi.restoreAllMocks(); });

it('puts aside the pages that were there, never a newer one', () => {
  const aside = new Map([['INC-K7Q2MD', 5_000]]);
  expect(isAside(aside, 'INC-K7Q2MD', 4_000)).toBe(true);
  expect(isAside(aside, 'INC-K7Q2MD', 5_000)).toBe(true);
  expect(isAside(aside, 'INC-K7Q2MD', 5_001)).toBe(false);
  expect(isAside(aside, 'INC-000000', 4_000)).toBe(false);
});

it('goes by the newest page put aside, whatever the clock of the device says', () => {
  vi.spyOn(Date, 'now').mockReturnValue(9_000_000);
  putAside('INC-AAAAAA', [{ createdAt: 3_000 }, { createdAt: 7_000 }]);
  putAside('INC-AAAAAA', [{ createdAt: 3_000 }]);
  expect(isAside(currentAside(), 'INC-AAAAAA', 7_000)).toBe(true);
  expect(isAside(currentAside(), 'INC-AAAAAA', 7_001)).toBe(false);
});
