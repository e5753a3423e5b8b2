import { expect, it } from 'vitest';
import { namesOf, ringingWords, smsHref, stillPaged } from './pageWords';

const next = (names: string[], again = false) => ({ names, again, at: 46_000 });

it.each([
  [next(['Sam (secondary)']), 'Paging you. Sam (secondary) is paged in 46 s.'],
  [next(['Sam (secondary)', 'Priya (secondary)']), 'Paging you. Sam (secondary) and Priya (secondary) are paged in 46 s.'],
  [next([], true), 'Paging you. You are paged again in 46 s.'],
  [next([]), 'Paging you. Nobody else can be reached.'],
  [null, 'Paging you. Nobody else is paged.'],
])('says what happens next: %o', (given, words) => {
  expect(ringingWords({ kind: 'page', next: given }, 0)).toBe(words);
});

it('says "now" when the moment is past', () => {
  expect(ringingWords({ kind: 'page', next: next(['Sam']) }, 50_000)).toBe('Paging you. Sam is paged now.');
  expect(ringingWords({ kind: 'request', next: next(['Sam']) }, 0)).toBe('You are being asked. Sam is paged in 46 s.');
});

it('says who is still woken while an acknowledge has not arrived', () => {
  expect(stillPaged(next(['Sam']))).toBe('Sam is still being paged.');
  expect(stillPaged(next(['Sam', 'Priya', 'Ada']))).toBe('Sam and 2 more are still being paged.');
  expect(stillPaged(next([], true))).toBe('You are still being paged.');
  expect(stillPaged(null)).toBe('You are still being paged.');
  expect(namesOf([])).toBe('Nobody');
});

it('opens an SMS with the code in it, as each platform wants it', () => {
  expect(smsHref('+4930123456', '472', 'ios')).toBe('sms:+4930123456&body=472');
  expect(smsHref('+4930123456', '472', 'android')).toBe('sms:+4930123456?body=472');
});
