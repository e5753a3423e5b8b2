import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, sampleIncident, samplePerson } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { advance } from '../escalation/advance';
import { HOUR, MINUTE } from '../time/instant';
import { addNote, setSeverity } from './adjust';
import type { Decision } from './decision';
import { Incident } from './incident';
import type { Severity } from './severity';
import { renewed } from './snooze';
import { acknowledge } from './take';
import { type Turn, turnOf as unchanged } from './turn';

const facts = sampleFacts();
const { severities } = facts;
const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision): Turn {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const taken = (severity: Severity = 'SEV1') => done(acknowledge(sampleIncident({ severity }), priya, severities, noon));
const leaseEnd = noon + 10 * MINUTE;

describe('an acknowledge', () => {
  it.each([['SEV1', 10], ['SEV2', 30], ['SEV3', 240]] as const)('of %s holds %i min without a sign of work', (severity, minutes) => {
    expect(taken(severity)).toMatchObject({ leaseUntil: noon + minutes * MINUTE, wakeAt: noon + minutes * MINUTE });
  });

  it('of SEV4 does not run out', () => {
    expect(taken('SEV4')).toMatchObject({ leaseUntil: null, wakeAt: null });
    expect(advance(taken('SEV4'), facts, noon + 365 * 24 * HOUR)).toEqual(unchanged(taken('SEV4')));
  });
});

describe('the end of the lease', () => {
  const nudged = advance(taken(), facts, leaseEnd);

  it('asks the owner, loudly and once, and pages nobody', () => {
    expect(advance(taken(), facts, leaseEnd - 1)).toEqual(unchanged(taken()));
    expect(nudged.requests).toMatchObject([{ kind: 'notice', what: 'nudge', to: { userId: 'priya' }, dueAt: leaseEnd, loud: true }]);
    expect(nudged.changes).toEqual([{ type: 'nudged', name: 'Priya' }]);
    expect(nudged.incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'priya' }, nudgedAt: leaseEnd, wakeAt: leaseEnd + 5 * MINUTE, escalation: { episode: 1 } });
    expect(advance(nudged.incident, facts, leaseEnd + 5 * MINUTE - 1)).toEqual(unchanged(nudged.incident));
  });

  it('pages again five minutes after the nudge, in a new episode from the first step', () => {
    const { incident, changes, requests } = advance(nudged.incident, facts, leaseEnd + 5 * MINUTE);
    expect(changes.map(({ type }) => type)).toEqual(['retriggered', 'paged']);
    expect(changes[0]).toMatchObject({ reason: 'leaseRanOut' });
    expect(requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' }, cause: '0.0' }]);
    expect(incident).toMatchObject({ status: 'triggered', escalation: { episode: 2, round: 0, step: 0 } });
  });

  it('seen late asks all the same, and leaves the owner their five minutes', () => {
    expect(advance(taken(), facts, noon + HOUR).incident).toMatchObject({ nudgedAt: noon + HOUR, wakeAt: noon + HOUR + 5 * MINUTE });
  });

  it('each nudge is told: of two leases that ran out, both', () => {
    const again = renewed(nudged, severities, leaseEnd + MINUTE).incident;
    expect(advance(again, facts, leaseEnd + 11 * MINUTE).requests[0]?.cause).not.toBe(nudged.requests[0]?.cause);
  });

  it('of what only its source acknowledged has nobody to ask, and pages', () => {
    const inbox = sampleInbox(facts);
    const [id = ''] = Object.keys(inbox.receive(sampleArrival(), noon).turns);
    inbox.receive(sampleArrival({ status: 'acknowledged' }, noon + MINUTE), noon + MINUTE);
    expect(inbox.incident(id)).toMatchObject({ status: 'acknowledged', owner: { userId: null } });
    const { changes, incident } = inbox.wake(id, noon + 11 * MINUTE);
    expect(changes.map(({ type }) => type)).toEqual(['retriggered', 'paged']);
    expect(incident.escalation.episode).toBe(2);
  });

  it('of somebody who has become inactive or is gone has nobody to ask either', () => {
    const { priya: _gone, ...others } = facts.people;
    for (const people of [{ ...facts.people, priya: samplePerson('priya', { active: false }) }, others]) {
      expect(advance(taken(), { ...facts, people }, leaseEnd).changes.map(({ type }) => type)).toEqual(['retriggered', 'stepSkipped', 'paged']);
    }
  });
});

describe('a sign of work', () => {
  const nudged = advance(taken(), facts, leaseEnd).incident;
  const later = leaseEnd + 2 * MINUTE;

  it('renews the lease, before and after the nudge', () => {
    expect(renewed(unchanged(taken()), severities, noon + 5 * MINUTE).incident).toMatchObject({ leaseUntil: noon + 15 * MINUTE, wakeAt: noon + 15 * MINUTE });
    expect(renewed(unchanged(nudged), severities, later).incident).toMatchObject({ nudgedAt: null, leaseUntil: later + 10 * MINUTE, wakeAt: later + 10 * MINUTE });
    expect(advance(renewed(unchanged(nudged), severities, later).incident, facts, leaseEnd + 5 * MINUTE).changes).toEqual([]);
  });

  it('is a note, and another severity, whose lease counts from then on', () => {
    expect(done(addNote(nudged, { text: 'Looking at the pool' }, severities, later))).toMatchObject({ nudgedAt: null, leaseUntil: later + 10 * MINUTE });
    expect(done(setSeverity(nudged, 'SEV2', facts, later))).toMatchObject({ nudgedAt: null, leaseUntil: later + 30 * MINUTE });
    expect(done(setSeverity(nudged, 'SEV4', facts, later))).toMatchObject({ nudgedAt: null, leaseUntil: null, wakeAt: null });
  });

  it('changes nothing about what nobody has', () => {
    const triggered = sampleIncident();
    expect(renewed(unchanged(triggered), severities, later).incident).toEqual(triggered);
  });

  it('an acknowledge of one\'s own, before anybody has asked, is no news', () => {
    expect(acknowledge(taken(), priya, severities, noon + MINUTE)).toEqual({ kind: 'unchanged', code: 'already-yours' });
  });

  // "Still on it?" is answered by Acknowledge: it must not page again five minutes later.
  it('is an acknowledge of one\'s own that answers the nudge', () => {
    expect(done(acknowledge(nudged, priya, severities, later))).toMatchObject({ status: 'acknowledged', owner: { userId: 'priya' }, nudgedAt: null, leaseUntil: later + 10 * MINUTE });
  });
});
