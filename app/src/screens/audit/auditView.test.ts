import { expect, it } from 'vitest';
import type { AuditEntry } from '#domain/audit/auditEntry';
import { noon } from '#domain/samples';
import { choicesOf, filterOf, fitting, mayHaveOlder, searchOf, shortPath, shownOf } from './auditView';

const entry = (fields: Partial<AuditEntry>): AuditEntry => ({ at: noon, userId: 'ada', name: 'Ada Okafor', what: 'services/checkout', before: { name: 'Shop' }, after: { name: 'Checkout' }, ...fields });
const all = shownOf([
  entry({}), entry({ at: noon - 1, what: 'settings/severities', before: { SEV1: { respondWithinMinutes: 15 } }, after: { SEV1: { respondWithinMinutes: 10 } } }),
  entry({ at: noon - 2, userId: 'priya', name: 'Priya Nair', what: 'schedules/nights', before: null, after: { name: 'Nights', participants: ['priya'] } }),
], { names: { 'users/priya': 'Priya Nair' }, now: noon, timeZone: 'UTC' });
const subjects = (fields: Partial<Parameters<typeof fitting>[1]>) => fitting(all, { userId: '', kind: '', text: '', ...fields }).map(({ subject }) => subject);

it('shows what is of a person, of a kind, or has all the words in it', () => {
  expect(subjects({})).toEqual(['Service Checkout', 'Severities', 'Schedule Nights']);
  expect(subjects({ userId: 'ada' })).toEqual(['Service Checkout', 'Severities']);
  expect(subjects({ kind: 'Schedule' })).toEqual(['Schedule Nights']);
  expect(subjects({ text: 'RESPOND 10 ' })).toEqual(['Severities']);
  expect(subjects({ text: 'priya' })).toEqual(['Schedule Nights']);
  expect(subjects({ text: 'priya shop' })).toEqual([]);
});

it.each([
  [['Rules', 'A', 'When'], undefined, 'Rules › A › When'], [['Rules', 'A', 'When'], ['Rules', 'A'], '… › When'], [['Rules', 'A', 'When', 'Match'], ['Rules', 'A', 'Enabled'], '… › When › Match'],
  [['Rules', 'B'], ['Rules', 'A'], 'Rules › B'], [['Name'], ['Name'], 'Name'],
])('a path %j after %j reads %s', (path, before, words) => expect(shortPath(path, before).join(' › ')).toBe(words));

it.each([
  ['live', 2, 0, 3, false], ['live', 3, 0, 3, true], ['live', 2, 1, 3, true], ['cached', 1, 0, 3, true], ['cached', 0, 0, 3, true],
] as const)('%s with %i read and %i unreadable of %i at most: may there be older ones? %s', (state, read, unreadable, most, expected) => {
  expect(mayHaveOlder({ state, value: Array.from({ length: read }, () => entry({})), unreadable }, most)).toBe(expected);
});

it('offers who and what there is, by name', () => {
  expect(choicesOf(all)).toEqual({ people: [{ id: 'ada', name: 'Ada Okafor' }, { id: 'priya', name: 'Priya Nair' }], kinds: ['Schedule', 'Service', 'Severities'] });
});

it('keeps what is looked for in the address', () => {
  const filter = { userId: 'ada', kind: 'Schedule', text: 'nights' };
  expect(filterOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
  expect(searchOf(filterOf(new URLSearchParams()))).toEqual({});
});
