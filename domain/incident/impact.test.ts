import { describe, expect, it } from 'vitest';
import { noon, sampleIncident } from '../samples';
import type { Decision } from './decision';
import { resolve } from './finish';
import { impactWords, setImpact } from './impact';
import { Incident } from './incident';

const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;

describe('the impact', () => {
  it('is written down with who judged it, and sets no severity', () => {
    const before = sampleIncident({ severity: 'SEV3' });
    const turn = turnOf(setImpact(before, { answers: { affected: 'everybody', security: 'none' }, people: 12_000, note: 'EU only' }, priya, noon));
    expect(turn.incident).toEqual({ ...before, impact: { answers: { affected: 'everybody', security: 'none' }, people: 12_000, note: 'EU only', by: 'Priya', at: noon } });
    expect(turn.changes).toEqual([{ type: 'impactSet', words: 'Everybody is affected; 12,000 people; EU only' }]);
  });

  it.each([
    [{ answers: {}, people: null, note: '' }, 'No impact known'], [{ answers: {}, people: null, note: '  ' }, 'No impact known'],
    [{ answers: { affected: 'nobody', money: 'none' }, people: null, note: '' }, 'No impact known'],
    [{ answers: { money: 'stopped', compliance: 'atRisk' }, people: null, note: '' }, 'Sales or payments stand still; a law or contract is at risk'],
    [{ answers: {}, people: 1, note: '' }, '1 person'], [{ answers: {}, people: 0, note: '' }, '0 people'],
    [{ answers: { affected: 'an answer of long ago' }, people: null, note: 'hm' }, 'Hm'],
  ])('%o is told as “%s”', (impact, words) => {
    expect(impactWords(impact)).toBe(words);
  });

  it('can be judged after the end', () => {
    const ended = done(resolve(sampleIncident(), priya, noon));
    expect(done(setImpact(ended, { answers: {}, people: 3, note: '' }, priya, noon))).toMatchObject({ status: 'resolved', impact: { people: 3 }, wakeAt: null });
  });
});
