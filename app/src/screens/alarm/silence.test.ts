import { expect, it } from 'vitest';
import { isNight, SILENCE_FOR, sounds } from './silence';

const page = { createdAt: 1_000 };

it('sounds while something rings', () => {
  expect(sounds([page], null, 2_000)).toBe(true);
  expect(sounds([], null, 2_000)).toBe(false);
});

it('is silent for 60 s after Silence, then sounds again', () => {
  expect(sounds([page], 2_000, 2_000)).toBe(false);
  expect(sounds([page], 2_000, 2_000 + SILENCE_FOR - 1)).toBe(false);
  expect(sounds([page], 2_000, 2_000 + SILENCE_FOR)).toBe(true);
});

it('sounds for a page that came after Silence', () => {
  expect(sounds([page, { createdAt: 2_500 }], 2_000, 3_000)).toBe(true);
});

it('is night from 22 to 07', () => {
  expect(['21:59', '22:00', '03:12', '06:59', '07:00'].map(isNight)).toEqual([false, true, true, true, false]);
});
