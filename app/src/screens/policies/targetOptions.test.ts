import { expect, it } from 'vitest';
import { noon, sampleFacts, samplePerson } from '#domain/samples';
import { targetGroups } from './targetOptions';

const facts = {
  ...sampleFacts(), holidays: {}, teams: { shop: { id: 'shop', name: 'Shop', memberIds: ['sam'] } },
  destinations: { ops: { id: 'ops', name: '#ops', kind: 'slack' as const, enabled: false, host: 'hooks.slack.com', serviceIds: [] } },
};
const names = (search: string, of: typeof facts = facts) => targetGroups(of, noon, search).map(({ kind, options }) => [kind, ...options.map(({ name }) => name)]);

it('offers schedules, people, teams and destinations, and nobody who is never paged', () => {
  const people = { ...facts.people, gone: samplePerson('gone', { active: false }) };
  expect(names('', { ...facts, people })).toEqual([['schedule', 'Schedule weekly'], ['person', 'Ada', 'Priya', 'Sam'], ['team', 'Shop'], ['destination', '#ops']]);
});

it('finds by every word, in names and in who is on call', () => {
  expect(names('priya')).toEqual([['schedule', 'Schedule weekly'], ['person', 'Priya']]);
  expect(names(' SLACK  off ')).toEqual([['destination', '#ops']]);
  expect(names('priya sam')).toEqual([]);
});
