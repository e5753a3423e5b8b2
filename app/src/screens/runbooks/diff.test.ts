import { expect, it } from 'vitest';
import { diffOf, folded } from './diff';

const signs = (before: string[], after: string[]) =>
  diffOf(before.join('\n'), after.join('\n')).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

it.each([
  [['a', 'b'], ['a', 'b'], [' a', ' b']],
  [['a', 'b', 'c'], ['a', 'x', 'c'], [' a', '-b', '+x', ' c']],
  [['a'], ['a', 'b'], [' a', '+b']],
  [['a', 'b', 'c', 'd'], ['b', 'd', 'e'], ['-a', ' b', '-c', ' d', '+e']],
  [['a', 'a'], ['a'], [' a', '-a']],
])('%j → %j', (before, after, lines) => {
  expect(signs(before, after)).toEqual(lines);
});

it('gives both texts back: the lines that are not added, and those that are not removed', () => {
  const before = Array.from({ length: 300 }, (_, index) => `line ${index * 7 % 50}`).join('\n');
  const after = Array.from({ length: 280 }, (_, index) => `line ${index * 11 % 50}`).join('\n');
  const lines = diffOf(before, after);
  expect(lines.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('\n')).toBe(before);
  expect(lines.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('\n')).toBe(after);
});

it('does not compare what would take long: one block out, one in', () => {
  const many = (word: string) => Array.from({ length: 2_500 }, (_, index) => `${word} ${index}`).join('\n');
  const lines = diffOf(many('a'), many('b'));
  expect(lines.slice(0, 2_500).every(({ kind }) => kind === 'removed')).toBe(true);
  expect(lines).toHaveLength(5_000);
});

it('folds what is alike and far from a change', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7'].join('\n');
  expect(folded(diffOf(before, before.replace('7', 'x')), 1)).toEqual([
    { kind: 'skipped', count: 5 }, { kind: 'same', text: '6' }, { kind: 'removed', text: '7' }, { kind: 'added', text: 'x' },
  ]);
});
