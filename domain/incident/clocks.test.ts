import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, sampleIncident } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { HOUR, MINUTE, SECOND } from '../time/instant';
import type { Decision } from './decision';
import { reopen, resolve, setMilestone } from './finish';
import type { Incident } from './incident';
import { acknowledge, release } from './take';

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const sam = { userId: 'sam', name: 'Sam' };

/** The incident after a command that had to succeed. */
function done(decision: Decision): Incident {
  if (decision.kind !== 'done') throw new Error(`not done: ${JSON.stringify(decision)}`);
  return decision.turn.incident;
}
const taken = (now: number, who = priya) => done(acknowledge(sampleIncident(), who, facts.severities, now));

describe('when it began', () => {
  it("startedAt is the source's, detectedAt the first event, triggeredAt the decision", () => {
    const { incident } = Object.values(sampleInbox(facts).receive(sampleArrival({ startedAt: noon - MINUTE }, noon), noon + SECOND).turns)[0] ?? {};
    expect(incident?.clocks).toEqual({
      startedAt: noon - MINUTE, detectedAt: noon, triggeredAt: noon + SECOND, notifiedAt: null, acknowledgedAt: null,
      rootCauseIdentifiedAt: null, fixDeployedAt: null, mitigatedAt: null, resolvedAt: null,
    });
  });

  it('startedAt is the first event where the source tells none', () => {
    expect(sampleIncident({ detectedAt: noon - SECOND }).clocks.startedAt).toBe(noon - SECOND);
  });

  it('a source whose clock runs ahead starts nothing in the future', () => {
    expect(sampleIncident({ startedAt: noon + HOUR }).clocks.startedAt).toBe(noon);
  });
});

describe('acknowledgedAt', () => {
  it('is the first human acknowledge, and stays it over a release', () => {
    const released = done(release(taken(noon + MINUTE), facts, noon + 2 * MINUTE));
    expect(released.clocks.acknowledgedAt).toBe(noon + MINUTE);
    expect(done(acknowledge(released, sam, facts.severities, noon + 3 * MINUTE)).clocks.acknowledgedAt).toBe(noon + MINUTE);
  });

  it("is not the source's own acknowledge", () => {
    const inbox = sampleInbox(facts);
    inbox.receive([sampleArrival(), sampleArrival({ status: 'acknowledged' })], noon);
    expect(inbox.incident('INC-000001')).toMatchObject({ status: 'acknowledged', clocks: { acknowledgedAt: null } });
  });

  it('is the first tap on a milestone where the source had acknowledged', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([sampleArrival(), sampleArrival({ status: 'acknowledged' })], noon);
    expect(done(setMilestone(inbox.incident('INC-000001'), 'rootCauseIdentified', priya, facts.severities, noon + MINUTE)))
      .toMatchObject({ status: 'acknowledged', owner: { userId: null }, clocks: { acknowledgedAt: noon + MINUTE } });
  });

  it.each(['rootCauseIdentified', 'fixDeployed', 'serviceRestored'] as const)('is the tap on %s where nobody had acknowledged: whoever taps has taken it', (milestone) => {
    const marked = done(setMilestone(sampleIncident(), milestone, priya, facts.severities, noon + MINUTE));
    expect(marked.clocks.acknowledgedAt).toBe(noon + MINUTE);
    expect(marked.status).toBe(milestone === 'rootCauseIdentified' ? 'acknowledged' : 'monitoring');
    expect(marked).toMatchObject({ owner: { ...priya, at: noon + MINUTE }, escalation: { state: 'paused' }, responders: [{ userId: 'priya', state: 'acknowledged' }] });
  });
});

describe('milestones', () => {
  it.each([
    { milestone: 'rootCauseIdentified', clock: 'rootCauseIdentifiedAt', status: 'acknowledged' },
    { milestone: 'fixDeployed', clock: 'fixDeployedAt', status: 'monitoring' },
    { milestone: 'serviceRestored', clock: 'mitigatedAt', status: 'monitoring' },
  ] as const)('$milestone sets $clock and leaves the incident $status', ({ milestone, clock, status }) => {
    const marked = done(setMilestone(taken(noon), milestone, priya, facts.severities, noon + MINUTE));
    expect(marked).toMatchObject({ status, clocks: { [clock]: noon + MINUTE } });
  });

  it('a second tap changes nothing', () => {
    const marked = done(setMilestone(taken(noon), 'serviceRestored', priya, facts.severities, noon + MINUTE));
    expect(setMilestone(marked, 'serviceRestored', sam, facts.severities, noon + 2 * MINUTE)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it('the owner stays the owner when somebody else taps', () => {
    expect(done(setMilestone(taken(noon), 'fixDeployed', sam, facts.severities, noon + MINUTE))).toMatchObject({ owner: priya });
  });

  it('watching lasts as long as the severity says', () => {
    const sev3 = done(acknowledge(sampleIncident({ severity: 'SEV3' }), priya, facts.severities, noon));
    expect(done(setMilestone(sev3, 'fixDeployed', priya, facts.severities, noon))).toMatchObject({ watchUntil: noon + 15 * MINUTE, wakeAt: noon + 15 * MINUTE });
  });

  it('a resolved incident has none to reach', () => {
    expect(setMilestone(done(resolve(taken(noon), priya, noon)), 'fixDeployed', priya, facts.severities, noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });
});

it('a reopened incident is not mitigated any more', () => {
  const restored = done(setMilestone(taken(noon), 'serviceRestored', priya, facts.severities, noon + MINUTE));
  expect(done(reopen(restored, facts, noon + HOUR)).clocks).toMatchObject({ mitigatedAt: null, acknowledgedAt: noon });
});

describe('resolvedAt', () => {
  it('is when it ended, and goes when it is reopened', () => {
    const ended = done(resolve(taken(noon), priya, noon + HOUR));
    expect(ended).toMatchObject({ status: 'resolved', resolvedBy: { ...priya, at: noon + HOUR }, clocks: { resolvedAt: noon + HOUR } });
    expect(done(reopen(ended, facts, noon + 2 * HOUR))).toMatchObject({ clocks: { triggeredAt: noon, resolvedAt: null }, reopenedCount: 1 });
  });
});
