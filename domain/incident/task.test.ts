import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import type { Decision } from './decision';
import { resolve } from './finish';
import { Incident } from './incident';
import { addTask, changeTask, mostTasks, removeTask } from './task';

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const sam = { userId: 'sam', name: 'Sam' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const add = (incident: Incident, id = 'a', ownerId: string | null = null) => addTask(incident, id, { title: `Task ${id}`, ownerId, dueAt: noon + HOUR }, facts, noon);
const one = (ownerId: string | null = null) => done(add(sampleIncident(), 'a', ownerId));
const change = (incident: Incident, wanted: Parameters<typeof changeTask>[2], who = priya, now = noon + MINUTE) => changeTask(incident, 'a', wanted, who, facts, now);

describe('a task', () => {
  it('is added with its owner and when it is due', () => {
    const turn = turnOf(add(sampleIncident(), 'a', 'sam'));
    expect(turn.incident.tasks).toEqual([{ id: 'a', title: 'Task a', owner: sam, dueAt: noon + HOUR, addedAt: noon, doneAt: null, doneBy: null }]);
    expect(turn.changes).toEqual([{ type: 'task', what: 'added', title: 'Task a', owner: 'Sam' }]);
  });

  it.each(['stella', 'nobody'])('is not given to %s, who could not do it', (userId) => {
    expect(add(sampleIncident(), 'a', userId)).toEqual({ kind: 'refused', code: 'no-such-person' });
    expect(change(one(), { ownerId: userId })).toEqual({ kind: 'refused', code: 'no-such-person' });
  });

  it(`is refused beyond ${mostTasks}; none is dropped`, () => {
    let incident = sampleIncident();
    for (let index = 0; index < mostTasks; index += 1) incident = done(add(incident, `t${index}`));
    expect(add(incident, 'more')).toEqual({ kind: 'refused', code: 'too-many' });
    expect(done(add(done(removeTask(incident, 't0')), 'more')).tasks).toHaveLength(mostTasks);
  });

  it('is done by whoever ticks it first; taken back, by nobody', () => {
    const ticked = turnOf(change(one('sam'), { done: true }, priya));
    expect(ticked.incident.tasks).toMatchObject([{ doneAt: noon + MINUTE, doneBy: 'Priya', owner: sam }]);
    expect(ticked.changes).toMatchObject([{ what: 'done' }]);
    const back = turnOf(change(ticked.incident, { done: false }, sam));
    expect(back.incident.tasks).toMatchObject([{ doneAt: null, doneBy: null }]);
    expect(back.changes).toMatchObject([{ what: 'reopened' }]);
  });

  it('a second tap changes nothing and fills no timeline', () => {
    const ticked = done(change(one(), { done: true }));
    expect(change(ticked, { done: true }, sam, noon + HOUR)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(change(one(), {})).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(change(one(), { done: false })).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it.each([
    ['assigned', { ownerId: 'sam' }, { owner: sam }], ['assigned', { ownerId: null }, { owner: null }],
    ['changed', { title: 'Other' }, { title: 'Other', owner: priya, dueAt: noon + HOUR }], ['changed', { dueAt: null }, { dueAt: null, owner: priya }],
  ] as const)('is %s: %o leaves the rest', (what, wanted, after) => {
    const turn = turnOf(change(one('priya'), wanted));
    expect(turn.incident.tasks).toMatchObject([after]);
    expect(turn.changes).toMatchObject([{ type: 'task', what }]);
  });

  it('that is gone is refused to be changed, and is removed once', () => {
    const gone = done(removeTask(one(), 'a'));
    expect(change(gone, { done: true })).toEqual({ kind: 'refused', code: 'no-such-task' });
    expect(removeTask(gone, 'a')).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it('can be ticked after the end: what follows takes longer than the incident', () => {
    expect(done(change(done(resolve(one(), priya, noon)), { done: true }))).toMatchObject({ status: 'resolved', wakeAt: null, tasks: [{ doneBy: 'Priya' }] });
  });
});
