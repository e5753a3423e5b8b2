import { expect, it } from 'vitest';
import type { Finding } from '../proof/proof';
import { DAY, HOUR } from '../time/instant';
import { samsMonday as now, team } from './forTests';
import { findingsSince, findingsTelling } from './findingsSince';

const gap = (id: string, startAt: number | null, fields: Partial<Finding> = {}): Finding => (
  { kind: 'gap', level: 'problem', text: `Nobody is on call for ${id}.`, startAt, endAt: null, about: { kind: 'schedule', id }, ...fields });

it('a finding is known by what it is about and when, not by its words', () => {
  const before = [gap('a', now + HOUR), gap('b', null)];
  expect(findingsSince(before, [gap('a', now + HOUR, { text: 'In 1 h nobody is.' }), gap('a', now + DAY), gap('b', null), gap('c', null)], now).map(({ about, startAt }) => [about.id, startAt])).toEqual([['a', now + DAY], ['c', null]]);
});

it('what runs already is not new the next day', () => {
  expect(findingsSince([gap('a', now - DAY)], [gap('a', now)], now)).toEqual([]);
});

it('new problems are told to every active admin in one notice; warnings are not, nor what the first check of all finds', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => gap(id, null));
  expect(findingsTelling([], four, team(), now)).toMatchObject([{ userId: 'ada', title: 'The daily check found 4 problems', body: 'Nobody is on call for a. Nobody is on call for b. Nobody is on call for c. And 1 more.' }]);
  expect(findingsTelling([], [gap('a', null, { level: 'warning' })], team(), now)).toEqual([]);
  expect(findingsTelling(four, four, team(), now)).toEqual([]);
  expect(findingsTelling(null, four, team(), now)).toEqual([]);
});
