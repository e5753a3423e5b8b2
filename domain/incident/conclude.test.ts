import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { MINUTE } from '../time/instant';
import { conclude } from './conclude';
import type { Decision } from './decision';
import { checkExit, exitItems } from './exitList';
import { resolve, setMilestone } from './finish';
import { Incident } from './incident';

const { severities } = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const sam = { userId: 'sam', name: 'Sam' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const watched = () => done(setMilestone(sampleIncident(), 'serviceRestored', priya, severities, noon));

describe('conclude', () => {
  it('without a word ends it as resolving always did, and what is left counts as skipped', () => {
    const bare = turnOf(resolve(sampleIncident(), priya, noon));
    const turn = turnOf(conclude(sampleIncident(), {}, priya, severities, noon));
    expect(turn.changes.at(-1)).toEqual(bare.changes[0]);
    expect(turn.requests).toEqual(bare.requests);
    expect({ ...turn.incident, exitChecks: [] }).toEqual(bare.incident);
    expect(turn.changes[0]).toEqual({ type: 'exitLeft', items: severities.SEV1.exitList, reason: '' });
  });

  it('counts as skipped only what is open, with the reason; what is done or said stays', () => {
    const verified = done(checkExit(watched(), 'Verified', 'done', '', sam, severities, noon));
    const turn = turnOf(conclude(verified, { reason: 'Quiet since' }, priya, severities, noon + MINUTE));
    expect(turn.changes.slice(0, -1)).toEqual([{ type: 'exitLeft', items: ['Watched', 'Final update sent'], reason: 'Quiet since' }]);
    expect(turn.incident.exitChecks).toEqual([
      { item: 'Verified', state: 'done', reason: '', by: 'Sam', at: noon },
      ...['Watched', 'Final update sent'].map((item) => ({ item, state: 'skipped', reason: 'Quiet since', by: 'Priya', at: noon + MINUTE })),
    ]);
    expect(exitItems(turn.incident, severities, noon + MINUTE).map(({ state }) => state)).toEqual(['done', 'done', 'skipped', 'done', 'skipped']);
  });

  it('says what it was, and why', () => {
    const turn = turnOf(conclude(watched(), { verdict: 'known', cause: 'The pool again' }, priya, severities, noon));
    expect(turn.incident.verdict).toEqual({ kind: 'known', cause: 'The pool again', by: 'Priya', at: noon });
    expect(turn.changes.map(({ type }) => type)).toEqual(['exitLeft', 'verdictSet', 'resolved']);
    expect(turn.incident).toMatchObject({ status: 'resolved', resolvedBy: priya, wakeAt: null, clocks: { resolvedAt: noon } });
  });

  it('without a list and without a word says only that it is over; an earlier verdict stays', () => {
    const small = { ...sampleIncident({ severity: 'SEV3' }), verdict: { kind: 'real', cause: '', by: 'Sam', at: noon } as const };
    const turn = turnOf(conclude(small, {}, priya, severities, noon));
    expect(turn.changes).toEqual([{ type: 'resolved', by: 'person', alertsFiring: 0 }]);
    expect(turn.incident.verdict?.by).toBe('Sam');
  });

  it('of what has ended is told so, and changes nothing', () => {
    const ended = done(conclude(watched(), {}, priya, severities, noon));
    expect(conclude(ended, {}, sam, severities, noon + MINUTE)).toEqual({ kind: 'unchanged', code: 'already-resolved' });
  });
});
