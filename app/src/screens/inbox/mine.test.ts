import { describe, expect, it } from 'vitest';
import type { Incident } from '#domain/incident/incident';
import { isMine, ownWords } from './mine';
import { acknowledged, resolved, triggered, watched } from './samplesForTests';

const sam = { userId: 'sam', name: 'Sam' };
const role = { role: 'scribe', ...sam, deputy: null, since: 0 } as const;
const task = { id: 't', title: 'Look', owner: sam, dueAt: null, addedAt: 0, doneAt: null, doneBy: null };
const request = { id: 'r', kind: 'help', ...sam, askedBy: { userId: 'ada', name: 'Ada' }, at: 0, state: 'asked', answeredAt: null } as const;

describe('what is the reader’s', () => {
  it.each<[string, Incident, string, boolean]>([
    ['it pages them', triggered(), 'ada', true],
    ['it pages somebody else', triggered(), 'sam', false],
    ['they have it', acknowledged({ responders: [] }), 'ada', true],
    ['they watch it', watched({ responders: [] }), 'ada', true],
    ['a role', triggered({ roles: [role] }), 'sam', true],
    ['deputy of a role', triggered({ roles: [{ ...role, userId: 'ada', name: 'Ada', deputy: sam }] }), 'sam', true],
    ['asked', triggered({ requests: [request] }), 'sam', true],
    ['accepted to help', triggered({ requests: [{ ...request, state: 'accepted', answeredAt: 1 }] }), 'sam', true],
    ['declined', triggered({ requests: [{ ...request, state: 'declined', answeredAt: 1 }] }), 'sam', false],
    ['an open task', triggered({ tasks: [task] }), 'sam', true],
    ['a task that is done', triggered({ tasks: [{ ...task, doneAt: 1, doneBy: 'Sam' }] }), 'sam', false],
    ['on the way', triggered({ responders: [{ ...sam, state: 'acknowledged', at: 0, onTheWay: { at: 0, minutes: 5 } }] }), 'sam', true],
    ['over', resolved({ roles: [role] }), 'sam', false],
  ])('%s', (_, incident, userId, expected) => {
    expect(isMine(incident, userId)).toBe(expected);
  });
});

it('says what the reader has to do, in words', () => {
  expect(ownWords(triggered({ roles: [role], tasks: [task, { ...task, id: 'u' }], requests: [request] }), 'sam')).toEqual(['Ada asks you to help', 'your role: scribe', '2 tasks are yours']);
  expect(ownWords(triggered({ roles: [{ ...role, role: 'incidentCommander', userId: 'ada', name: 'Ada', deputy: sam }] }), 'sam')).toEqual(['your role: deputy incident commander']);
});
