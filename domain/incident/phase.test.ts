import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import type { Decision } from './decision';
import { reopen, resolve, setMilestone } from './finish';
import { Incident } from './incident';
import { phaseOf } from './phase';

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const reach = (milestone: 'rootCauseIdentified' | 'fixDeployed' | 'serviceRestored') => done(setMilestone(sampleIncident(), milestone, priya, facts.severities, noon));

describe('the public phase', () => {
  it.each([
    ['investigating', 'what is new', sampleIncident()], ['identified', 'a root cause', reach('rootCauseIdentified')], ['monitoring', 'a fix', reach('fixDeployed')],
    ['monitoring', 'a restored service', reach('serviceRestored')], ['resolved', 'the end', done(resolve(reach('fixDeployed'), priya, noon))],
  ])('is %s after %s', (phase, _why, incident) => {
    expect(phaseOf(incident)).toBe(phase);
  });

  it('goes back with a reopening, to what is still known', () => {
    expect(phaseOf(done(reopen(done(resolve(reach('rootCauseIdentified'), priya, noon)), facts, noon)))).toBe('identified');
    expect(phaseOf(done(reopen(done(resolve(sampleIncident(), priya, noon)), facts, noon)))).toBe('investigating');
  });
});
