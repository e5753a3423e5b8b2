import { expect, it } from 'vitest';
import { MINUTE } from '#domain/time/instant';
import { freshWords, lookedWords } from './freshness';

it.each([
  ['live', 0, 'Live'],
  ['cached', 3 * 60 * MINUTE + 12 * MINUTE, 'As of 03:12, 12 min ago'],
  ['cached', null, 'As this device saw it last'],
] as const)('says how old the list is: %s, %s', (state, asOf, words) => {
  expect(freshWords(state, asOf, 3 * 60 * MINUTE + 24 * MINUTE, 'UTC')).toBe(words);
});

it.each([
  [['a'], ['a'], 'Looked again: nothing new.'],
  [['a'], ['a', 'b', 'c'], 'Looked again: 2 new incidents.'],
  [['a', 'b'], ['c'], 'Looked again: 1 new incident, 2 are over.'],
  [['a'], null, 'No answer from Rouse. Nothing changed here; it goes on trying by itself.'],
])('says what looking again did: %j, %j', (before, after, words) => {
  expect(lookedWords(before, after)).toBe(words);
});
