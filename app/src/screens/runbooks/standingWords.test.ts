import { expect, it } from 'vitest';
import { dayWords, standingSentence, standingWords } from './standingWords';

const by = { userId: 'sam', name: 'Sam' };
const when = (at: number) => `day ${at}`;

it.each([
  [{ kind: 'draft' }, 'Draft', /Nobody has stood up/],
  [{ kind: 'verified', by: null, at: 1, until: 9 }, 'Verified', /tried \(day 1\)/],
  [{ kind: 'approved', by, at: 1, until: 9 }, 'Approved by Sam', /holds until day 9/],
  [{ kind: 'stale', was: 'approved', by, at: 1, since: 9 }, 'Stale since day 9', /approved by Sam \(day 1\)/],
] as const)('%j is "%s"', (standing, word, sentence) => {
  expect(standingWords(standing, when).word).toBe(word);
  expect(standingSentence(standing, when)).toMatch(sentence);
});

it('gives each standing an icon of its own: the colour is not what tells them apart', () => {
  const icons = ([{ kind: 'draft' }, { kind: 'verified', by, at: 1, until: 9 }, { kind: 'approved', by, at: 1, until: 9 }, { kind: 'stale', was: 'verified', by, at: 1, since: 9 }] as const)
    .map((standing) => standingWords(standing, when).icon);
  expect(new Set(icons).size).toBe(4);
});

it('says the day alone, and of today the time', () => {
  const now = Date.UTC(2026, 10, 21, 12);
  expect(dayWords(Date.UTC(2026, 10, 1, 18, 31), now, 'UTC')).toBe('1 Nov');
  expect(dayWords(Date.UTC(2026, 10, 19, 18, 31), now, 'UTC')).toBe('Thu');
  expect(dayWords(Date.UTC(2026, 10, 21, 9, 5), now, 'UTC')).toBe('09:05');
});
