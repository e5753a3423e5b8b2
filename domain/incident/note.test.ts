import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import { addNote } from './adjust';
import type { Decision } from './decision';
import { resolve } from './finish';
import { Incident } from './incident';
import { snooze } from './snooze';
import { acknowledge } from './take';
import { Change } from './timeline';

const { severities } = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const taken = () => done(acknowledge(sampleIncident(), priya, severities, noon));

describe('a note', () => {
  it('tells of something past, and is itself a sign of work of now', () => {
    const turn = turnOf(addNote(taken(), { text: 'Pool was full', happenedAt: noon - HOUR }, severities, noon + MINUTE));
    expect(turn.changes).toEqual([{ type: 'note', text: 'Pool was full', happenedAt: noon - HOUR }]);
    expect(turn.incident).toMatchObject({ leaseUntil: noon + 11 * MINUTE });
  });

  it('can not tell of what is still to come; this very moment is past', () => {
    expect(addNote(taken(), { text: 'Soon', happenedAt: noon + 1 }, severities, noon)).toEqual({ kind: 'refused', code: 'in-the-future' });
    expect(turnOf(addNote(taken(), { text: 'Now', happenedAt: noon }, severities, noon)).changes).toHaveLength(1);
  });

  it('without pictures and time has exactly its text', () => {
    const [change] = turnOf(addNote(taken(), { text: 'x', pictures: [] }, severities, noon)).changes;
    expect(change).toEqual({ type: 'note', text: 'x' });
    expect(Change.parse(turnOf(addNote(taken(), { text: '', pictures: ['a-0'] }, severities, noon)).changes[0])).toEqual({ type: 'note', text: '', pictures: ['a-0'] });
  });

  it('takes nothing, ends no snooze, and is added to what has ended', () => {
    expect(done(addNote(sampleIncident(), { text: 'x' }, severities, noon))).toEqual(sampleIncident());
    const asleep = done(snooze(taken(), 60, priya, severities, noon));
    expect(done(addNote(asleep, { text: 'x' }, severities, noon + MINUTE))).toMatchObject({ snoozedUntil: noon + HOUR, wakeAt: noon + HOUR });
    expect(done(addNote(done(resolve(taken(), priya, noon)), { text: 'x' }, severities, noon)).status).toBe('resolved');
  });
});
