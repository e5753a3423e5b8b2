import { expect, it } from 'vitest';
import type { Incident } from '../incident/incident';
import { ask } from '../incident/requests';
import { defaultSeverityPolicy } from '../incident/severity';
import { acknowledge } from '../incident/take';
import { priyasMonday, samsMonday, team } from '../readiness/forTests';
import { sampleFacts, sampleIncident } from '../samples';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { handOvers, isOffered, leaverTelling } from './handOver';

const facts = team();
const atMonday = { scheduleId: 'weekly', leaverId: 'priya', endedAt: samsMonday, nextIds: ['sam'] };

it('a shift that ended within the time looked at is handed to whoever is on call then', () => {
  expect(handOvers(facts, samsMonday - MINUTE, samsMonday)).toEqual([atMonday]);
  expect(handOvers(facts, samsMonday - MINUTE, samsMonday - 1)).toEqual([]);
  expect(handOvers(facts, samsMonday, samsMonday + MINUTE)).toEqual([]);
});

it('a gap after it has nobody to hand to', () => {
  const gap = team({ overrides: [{ kind: 'remove', id: 'gap', startAt: samsMonday, endAt: samsMonday + HOUR, removeUserId: 'sam' }] });
  expect(handOvers(gap, samsMonday - MINUTE, samsMonday)).toEqual([{ ...atMonday, nextIds: [] }]);
});

it('the end of a cover hands back', () => {
  const covered = team({ overrides: [{ kind: 'replace', id: 'cover', startAt: priyasMonday + DAY, endAt: priyasMonday + DAY + HOUR, addUserId: 'sam', removeUserId: 'priya' }] });
  expect(handOvers(covered, priyasMonday, priyasMonday + 2 * DAY)).toEqual([
    { scheduleId: 'weekly', leaverId: 'priya', endedAt: priyasMonday + DAY, nextIds: ['sam'] },
    { scheduleId: 'weekly', leaverId: 'sam', endedAt: priyasMonday + DAY + HOUR, nextIds: ['priya'] },
  ]);
});

const taken = (userId: string): Incident => {
  const decision = acknowledge(sampleIncident({}, sampleFacts(), samsMonday - HOUR), { userId, name: userId }, defaultSeverityPolicy, samsMonday - HOUR);
  if (decision.kind !== 'done') throw new Error('it was open');
  return decision.turn.incident;
};

it('what the leaver has is offered; what others have, nobody has, or another schedule pages for is not', () => {
  expect(isOffered(taken('priya'), atMonday, facts)).toBe(true);
  expect(isOffered(taken('lee'), atMonday, facts)).toBe(false);
  expect(isOffered(sampleIncident({}, sampleFacts(), samsMonday), atMonday, facts)).toBe(false);
  expect(isOffered(taken('priya'), { ...atMonday, scheduleId: 'unused' }, facts)).toBe(false);
});

it('the offer asks the next person and leaves it with the one who has it', () => {
  const decision = ask(taken('priya'), 'take', [{ kind: 'person', userId: 'sam' }], { userId: 'priya', name: 'Priya' }, facts, 'request', samsMonday);
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  expect(decision.turn.incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'priya' }, requests: [{ kind: 'take', userId: 'sam', state: 'asked' }] });
});

it('the leaver is told what stays with them, and nothing where nothing does', () => {
  expect(leaverTelling(atMonday, ['INC-AAAAAA', 'INC-BBBBBB'], facts, samsMonday)).toMatchObject({
    userId: 'priya', body: 'INC-AAAAAA and INC-BBBBBB stay with you until Sam takes over. They were asked.', url: '/',
  });
  expect(leaverTelling({ ...atMonday, nextIds: [] }, ['INC-AAAAAA'], facts, samsMonday)).toMatchObject({ body: 'INC-AAAAAA stays with you: nobody is on call after you.' });
  expect(leaverTelling(atMonday, [], facts, samsMonday)).toBeNull();
});
