import { describe, expect, it } from 'vitest';
import { noon, sampleIncident } from '../samples';
import { DAY, HOUR } from '../time/instant';
import type { Decision } from './decision';
import { resolve } from './finish';
import { Incident } from './incident';
import { setRepeat } from './repeat';

const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const at = (incident: Incident, id: string, triggeredAt: number): Incident => ({ ...incident, id, clocks: { ...incident.clocks, triggeredAt } });
const earlier = at(turnOf(resolve(sampleIncident(), priya, noon)).incident, 'INC-AAAAAA', noon - HOUR);
const later = at(sampleIncident(), 'INC-BBBBBB', noon + DAY);

describe('a repeat', () => {
  it('names the earlier one and when that had ended, and can be taken back', () => {
    const turn = turnOf(setRepeat(later, earlier, priya, noon + DAY));
    expect(turn.incident.repeatOf).toEqual({ incidentId: earlier.id, title: earlier.title, resolvedAt: noon, by: 'Priya', at: noon + DAY });
    expect(turn.changes).toEqual([{ type: 'repeatSet', of: earlier.id, title: earlier.title }]);
    expect(setRepeat(turn.incident, earlier, priya, noon + DAY)).toEqual({ kind: 'unchanged', code: 'already-so' });
    const back = turnOf(setRepeat(turn.incident, null, priya, noon + DAY));
    expect(back.incident.repeatOf).toBeNull();
    expect(back.changes).toEqual([{ type: 'repeatSet', of: null, title: earlier.title }]);
    expect(setRepeat(back.incident, null, priya, noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it.each<[string, Incident, Incident]>([
    ['one that is still open', later, { ...at(sampleIncident(), 'INC-AAAAAA', noon - HOUR) }],
    ['itself', { ...earlier, clocks: { ...earlier.clocks, triggeredAt: noon + DAY } }, earlier],
    ['one that came after it', at(sampleIncident(), 'INC-BBBBBB', noon - DAY), earlier],
    ['a drill', later, { ...earlier, drillId: 'd' }], ['anything, being a drill', { ...later, drillId: 'd' }, earlier],
  ])('is never of %s', (_what, incident, of) => {
    expect(setRepeat(incident, of, priya, noon + DAY)).toEqual({ kind: 'refused', code: 'not-repeatable' });
  });
});
