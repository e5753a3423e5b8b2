import { describe, expect, it } from 'vitest';
import { MINUTE } from '#domain/time/instant';
import { acknowledged, resolved, triggered, watched } from '../samplesForTests';
import { calmWords, onTheWayWords, overdueWords, standingWords, tagsShown } from './rowWords';

const reader = { userId: 'ada', zone: 'UTC' };
const sam = { userId: 'sam', name: 'Sam' };

it.each([
  [triggered(), 'paging you'],
  [acknowledged(), 'you have it'],
  [acknowledged({}, sam), 'Sam has it'],
  [acknowledged({ snoozedUntil: 60 * MINUTE }), 'you have it, snoozed until 01:00'],
  [watched(), 'watching, you have it'],
  [watched({ owner: null }), 'watching'],
  [resolved(), 'resolved by you, 00:00'],
  [resolved({ resolvedBy: null }), 'resolved by itself, 00:00'],
  [resolved({ mergedInto: 'INC-ZZZZZZ' }), 'merged into INC-ZZZZZZ'],
])('says whose it is: %#', (incident, words) => {
  expect(standingWords(incident, reader, 0)).toBe(words);
});

describe('on the way', () => {
  const coming = (who: { userId: string; name: string }, minutes: number) => ({ ...who, state: 'acknowledged' as const, at: 0, onTheWay: { at: 0, minutes } });
  it.each([
    [[], 0, null],
    [[coming(sam, 10)], 2 * MINUTE, 'Sam is on the way, about 8 min'],
    [[coming(sam, 10)], 12 * MINUTE, 'Sam is on the way'],
    [[coming(sam, 0)], 0, 'Sam is on the way'],
    [[coming({ userId: 'ada', name: 'Ada' }, 5)], 0, 'You are on the way, about 5 min'],
    [[coming(sam, 5), coming({ userId: 'zoe', name: 'Zoe' }, 9)], 0, 'Sam and Zoe are on the way'],
  ])('%#', (responders, now, words) => {
    expect(onTheWayWords(acknowledged({ responders }), 'ada', now)).toBe(words);
  });
});

describe('an update that is owed', () => {
  const owed = { cadenceMinutes: 30, clocks: { ...triggered().clocks, acknowledgedAt: 0 } };
  it.each([
    ['not yet', acknowledged(owed), 29 * MINUTE, null],
    ['just now', acknowledged(owed), 30 * MINUTE, 'Update to stakeholders due now'],
    ['late', acknowledged(owed), 42 * MINUTE, 'Update to stakeholders overdue by 12 min'],
    ['late, although somebody was reminded', acknowledged({ ...owed, updateRemindedAt: 31 * MINUTE }), 42 * MINUTE, 'Update to stakeholders overdue by 12 min'],
    ['told since', acknowledged({ ...owed, lastUpdateAt: 40 * MINUTE }), 42 * MINUTE, null],
    ['never', acknowledged(), 42 * MINUTE, null],
    ['nobody has it yet', triggered({ cadenceMinutes: 30 }), 42 * MINUTE, null],
  ])('%s', (_, incident, now, words) => {
    expect(overdueWords(incident, now)).toBe(words);
  });
});

it('has room for two tags', () => {
  expect(tagsShown(['eu'])).toEqual({ shown: ['eu'], more: 0 });
  expect(tagsShown(['eu', 'db', 'x', 'y'])).toEqual({ shown: ['eu', 'db'], more: 2 });
});

it('tells stakeholders the phase, and when they heard last', () => {
  expect(calmWords(acknowledged(), 'UTC', 0)).toBe('Investigating');
  expect(calmWords(acknowledged({ lastUpdateAt: MINUTE, clocks: { ...triggered().clocks, rootCauseIdentifiedAt: 0 } }), 'UTC', 13 * MINUTE)).toBe('Identified · last update 12 min ago');
  expect(calmWords(watched(), 'UTC', 0)).toBe('Monitoring');
  expect(calmWords(resolved(), 'UTC', MINUTE)).toBe('Resolved, 00:00');
});
