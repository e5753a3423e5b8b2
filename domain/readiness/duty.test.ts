import { expect, it } from 'vitest';
import { samplePolicy, sampleSchedule, sampleService } from '../samples';
import { DAY, HOUR } from '../time/instant';
import { dutyWords, onDutyAt, onePerPerson } from './duty';
import { priyasMonday, samsMonday, team } from './forTests';
import { listWords, othersOf } from './telling';

const facts = team();

it('says what a shift means: the place and the services', () => {
  expect(dutyWords('weekly', facts)).toBe('primary for Checkout');
  expect(dutyWords('unused', facts)).toBe('on call for Schedule unused');
  const second = samplePolicy({ id: 'second', steps: [{ targets: [{ kind: 'person', userId: 'lee' }], delaySeconds: 60 }, { targets: [{ kind: 'schedule', scheduleId: 'weekly' }], delaySeconds: 60 }] });
  const more = team({}, { policies: { ...facts.policies, second }, services: { ...facts.services, search: sampleService({ id: 'search', name: 'Search' }), mail: sampleService({ id: 'mail', name: 'Mail', policyId: 'second' }) } });
  expect(dutyWords('weekly', more)).toBe('primary for Checkout and Search, secondary for Mail');
});

it('knows who is on duty now by schedules in use', () => {
  expect(onDutyAt(facts, samsMonday + HOUR)).toEqual([{ scheduleId: 'weekly', userId: 'sam', startAt: samsMonday, endAt: samsMonday + HOUR + DAY }]);
  expect(onDutyAt(team({ overrides: [{ kind: 'remove', id: 'gap', startAt: priyasMonday, endAt: priyasMonday + HOUR, removeUserId: 'priya' }] }), priyasMonday)).toEqual([]);
});

it('counts a person on two schedules once', () => {
  expect(onePerPerson([{ scheduleId: 'a', userId: 'sam', startAt: 1, endAt: 2 }, { scheduleId: 'b', userId: 'sam', startAt: 1, endAt: 2 }])).toHaveLength(1);
});

it('lists names as a person would', () => {
  expect([[], ['Ada'], ['Ada', 'Sam'], ['Ada', 'Sam', 'Lee'], ['Ada', 'Sam', 'Lee', 'Priya']].map((names) => listWords(names))).toEqual(['', 'Ada', 'Ada and Sam', 'Ada, Sam and Lee', 'Ada, Sam and 2 more']);
});

it('the others are the active people of the schedule, else the admins', () => {
  const ids = (userId: string, people: string[]) => othersOf(sampleSchedule('weekly', people), userId, facts).map(({ id }) => id);
  expect(ids('sam', ['priya', 'sam', 'gone'])).toEqual(['priya']);
  expect(ids('sam', ['sam', 'gone'])).toEqual(['ada']);
});
