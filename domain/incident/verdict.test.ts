import { describe, expect, it } from 'vitest';
import { noon, sampleIncident } from '../samples';
import { DAY } from '../time/instant';
import type { Decision } from './decision';
import { resolve } from './finish';
import { Incident } from './incident';
import { VerdictKind } from './parts';
import { setVerdict, verdictNames } from './verdict';

const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const ended = () => done(resolve(sampleIncident(), priya, noon));

describe('the verdict', () => {
  it.each(VerdictKind.options)('%s can be said the next morning, with a cause', (kind) => {
    const turn = turnOf(setVerdict(ended(), kind, 'A deploy', priya, noon + DAY));
    expect(turn.incident.verdict).toEqual({ kind, cause: 'A deploy', by: 'Priya', at: noon + DAY });
    expect(turn.changes).toEqual([{ type: 'verdictSet', verdict: kind, cause: 'A deploy' }]);
    expect(verdictNames[kind]).not.toBe('');
  });

  it('said again changes nothing; another cause does', () => {
    const judged = done(setVerdict(ended(), 'real', 'A deploy', priya, noon));
    expect(setVerdict(judged, 'real', 'A deploy', priya, noon + DAY)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(done(setVerdict(judged, 'real', '', priya, noon + DAY)).verdict?.cause).toBe('');
  });
});
