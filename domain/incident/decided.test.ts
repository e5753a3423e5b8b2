import { describe, expect, it } from 'vitest';
import { noon, sampleIncident } from '../samples';
import { addDecision, unpinDecision } from './decided';
import type { Decision } from './decision';
import { Incident } from './incident';

const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const pin = (incident: Incident, id: string) => turnOf(addDecision(incident, id, `Decision ${id}`, priya, noon));

describe('a decision', () => {
  it('is pinned with who took it, and is in the timeline', () => {
    const turn = pin(sampleIncident(), 'a');
    expect(turn.incident.decided).toEqual([{ id: 'a', text: 'Decision a', by: 'Priya', at: noon }]);
    expect(turn.changes).toEqual([{ type: 'decided', text: 'Decision a' }]);
  });

  it('the newest twenty stay pinned, newest last', () => {
    let incident = sampleIncident();
    for (let index = 0; index < 25; index += 1) ({ incident } = pin(incident, `d${index}`));
    expect(incident.decided.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => `d${index + 5}`));
  });

  it('loses its pin once, and the timeline tells which', () => {
    const turn = turnOf(unpinDecision(pin(sampleIncident(), 'a').incident, 'a'));
    expect([turn.incident.decided, turn.changes]).toEqual([[], [{ type: 'unpinned', text: 'Decision a' }]]);
    expect(unpinDecision(turn.incident, 'a')).toEqual({ kind: 'unchanged', code: 'already-so' });
  });
});
