import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePerson } from '../samples';
import { advance } from '../escalation/advance';
import { assignRole, giveUpRole } from '../role/assign';
import { HOUR, MINUTE } from '../time/instant';
import { sendUpdate } from '../update/send';
import { setSeverity } from './adjust';
import type { Decision } from './decision';
import { reopen, resolve, setMilestone } from './finish';
import { Incident } from './incident';
import { setType, setUrgency } from './reclassify';
import { whoTells } from './remind';
import type { Severity } from './severity';
import { renewed, snooze } from './snooze';
import { acknowledge, release } from './take';
import { turnOf as unchanged } from './turn';

// SEV1 owes an update every 30 min, SEV2 every 60; their leases run out after 10 and 30. To look at reminders alone, somebody keeps showing signs of work.

const facts = sampleFacts();
const { severities } = facts;
const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const taken = (severity: Severity = 'SEV1', at = noon) => done(acknowledge(sampleIncident({ severity }), priya, severities, at));
/** The incident with a sign of work at `now`. */
const worked = (incident: Incident, now: number) => renewed(unchanged(incident), severities, now).incident;
const give = (incident: Incident, role: 'communicationsLead' | 'incidentCommander' | 'incidentManager', userId: string, deputyId: string | null = null) => done(assignRole(incident, role, userId, deputyId, facts, noon));
const told = (incident: Incident, now: number, final = false) => done(sendUpdate(incident, { phase: 'investigating', text: 'x', final }, [], now));
const changes = (incident: Incident, now: number, withFacts = facts) => advance(incident, withFacts, now).changes.map(({ type }) => type);
const without = (userId: string, role: 'inactive' | 'stakeholder') =>
  ({ ...facts, people: { ...facts.people, [userId]: samplePerson(userId, role === 'inactive' ? { active: false } : { role: 'stakeholder' }) } });

describe('an update to the stakeholders', () => {
  const at = noon + 5 * MINUTE;
  const commanded = (incident: Incident) => give(incident, 'incidentCommander', 'ada');
  const waiting = (now: number) => worked(commanded(taken('SEV1', at)), now);

  it('is asked for once a cadence, from the acknowledge', () => {
    const before = waiting(at + 29 * MINUTE);
    expect(before.wakeAt).toBe(at + 30 * MINUTE);
    expect(advance(before, facts, at + 30 * MINUTE - 1)).toEqual(unchanged(before));
    const turn = advance(before, facts, at + 30 * MINUTE);
    expect(turn.changes).toEqual([{ type: 'updateReminded', name: 'Ada' }]);
    expect(turn.requests).toMatchObject([{ kind: 'notice', what: 'updateDue', to: { userId: 'ada' }, dueAt: at + 30 * MINUTE }]);
    expect(turn.requests[0]?.loud).not.toBe(true);
    const { incident } = turn;
    expect(advance(incident, facts, at + 30 * MINUTE)).toEqual(unchanged(incident));
    expect(changes(worked(incident, at + 59 * MINUTE), at + 60 * MINUTE - 1)).toEqual([]);
    const second = advance(worked(incident, at + 59 * MINUTE), facts, at + 60 * MINUTE);
    expect(second.changes).toEqual([{ type: 'updateReminded', name: 'Ada' }]);
    // The same cause would be the same notification, and the second would be lost.
    expect(second.requests[0]?.cause).not.toBe(turn.requests[0]?.cause);
  });

  it('begins its cadence anew when it was sent', () => {
    const sent = worked(told(commanded(taken('SEV1', at)), at + 20 * MINUTE), at + 49 * MINUTE);
    expect(changes(sent, at + 50 * MINUTE - 1)).toEqual([]);
    expect(changes(sent, at + 50 * MINUTE)).toEqual(['updateReminded']);
  });

  it('is not asked for once the final one was sent, unless somebody takes it anew after that', () => {
    const sent = worked(told(commanded(taken('SEV1', at)), at + MINUTE, true), at + MINUTE);
    expect(sent.wakeAt).toBe(at + 11 * MINUTE);
    const watched = done(setMilestone(sent, 'serviceRestored', priya, severities, at + 2 * MINUTE));
    expect(watched.wakeAt).toBe(at + 32 * MINUTE);
    const again = done(acknowledge(done(reopen(watched, facts, at + HOUR)), priya, severities, at + HOUR));
    expect(changes(worked(again, at + 89 * MINUTE), at + 90 * MINUTE - 1)).toEqual([]);
    expect(changes(worked(again, at + 89 * MINUTE), at + 90 * MINUTE)).toEqual(['updateReminded']);
  });

  it('is asked for while it is watched', () => {
    const firing = { ...done(setMilestone(commanded(taken()), 'fixDeployed', priya, severities, noon + 20 * MINUTE)), alertCounts: { firing: 1, total: 1, events: 1 } };
    expect(firing.wakeAt).toBe(noon + 30 * MINUTE);
    expect(changes(firing, noon + 30 * MINUTE)).toEqual(['updateReminded']);
    // Both at once: the watch goes on, and the reminder is due.
    expect(changes(firing, noon + 50 * MINUTE)).toEqual(['monitoring', 'updateReminded']);
  });

  it.each([
    ['triggered', sampleIncident()], ['released', done(release(taken(), facts, noon + MINUTE))],
    ['snoozed', done(snooze(taken(), 600, priya, severities, noon))], ['resolved', done(resolve(taken(), priya, noon))],
    ['without a cadence', taken('SEV3')],
  ])('is never asked for while it is %s', (_what, incident) => {
    for (const minutes of [30, 60, 90, 599]) expect(changes(incident, noon + minutes * MINUTE)).not.toContain('updateReminded');
  });

  it('another severity has another cadence, also none', () => {
    const milder = done(setSeverity(commanded(taken('SEV1', at)), 'SEV2', facts, at + MINUTE));
    expect(changes(worked(milder, at + 59 * MINUTE), at + 60 * MINUTE - 1)).toEqual([]);
    expect(changes(worked(milder, at + 59 * MINUTE), at + 60 * MINUTE)).toEqual(['updateReminded']);
    expect(done(setSeverity(milder, 'SEV4', facts, at))).toMatchObject({ cadenceMinutes: null, wakeAt: null });
    const worse = done(setSeverity(commanded(taken('SEV4', at)), 'SEV1', facts, at + MINUTE));
    expect(changes(worked(worse, at + 29 * MINUTE), at + 30 * MINUTE)).toEqual(['updateReminded']);
  });

  it('keeps its cadence through another type or urgency', () => {
    expect(done(setType(taken(), 'security')).cadenceMinutes).toBe(30);
    expect(done(setUrgency(taken(), 'low', facts, noon)).cadenceMinutes).toBe(30);
  });
});

describe('who is asked for the update', () => {
  const led = give(give(give(taken(), 'communicationsLead', 'sam', 'ada'), 'incidentCommander', 'ada'), 'incidentManager', 'ada');
  it.each([
    ['whoever leads communications', led, facts, 'sam'], ['their deputy, where they are gone', led, without('sam', 'inactive'), 'ada'],
    ['their deputy, where they are no responder any more', led, without('sam', 'stakeholder'), 'ada'],
    ['the commander', give(taken(), 'incidentCommander', 'sam'), facts, 'sam'], ['the manager', give(taken(), 'incidentManager', 'sam'), facts, 'sam'],
    ['whoever has it', taken(), facts, 'priya'], ['nobody, where they are gone', taken(), without('priya', 'inactive'), undefined],
  ])('is %s', (_who, incident, known, userId) => {
    expect(whoTells(incident, known)?.userId).toBe(userId);
  });

  it('where it is nobody, that is said, and it is not due again at once', () => {
    const watched = done(setMilestone(taken(), 'fixDeployed', priya, severities, noon + 20 * MINUTE));
    const turn = advance(watched, without('priya', 'inactive'), noon + 30 * MINUTE);
    // A turn without changes is not written: the sweep would come back to it every time.
    expect(turn.changes).toMatchObject([{ type: 'updateReminded' }]);
    expect(turn.requests).toEqual([]);
    expect(turn.incident.wakeAt).toBe(noon + 50 * MINUTE);
  });
});

describe('after an hour without a commander', () => {
  const open = (severity: Severity) => worked(told(taken(severity), noon + 59 * MINUTE), noon + 59 * MINUTE);

  it.each(['SEV1', 'SEV2'] as const)('%s asks whoever has it, once', (severity) => {
    const before = open(severity);
    expect(before.wakeAt).toBe(noon + HOUR);
    expect(advance(before, facts, noon + HOUR - 1)).toEqual(unchanged(before));
    const turn = advance(before, facts, noon + HOUR);
    expect(turn.changes).toEqual([{ type: 'commanderAsked', name: 'Priya' }]);
    expect(turn.requests).toMatchObject([{ kind: 'notice', what: 'commanderNeeded', to: { userId: 'priya' } }]);
    expect(changes(worked(turn.incident, noon + 9 * HOUR), noon + 9 * HOUR)).not.toContain('commanderAsked');
  });

  it('asks the manager where there is one', () => {
    expect(advance(give(open('SEV1'), 'incidentManager', 'sam'), facts, noon + HOUR).requests).toMatchObject([{ what: 'commanderNeeded', to: { userId: 'sam' } }]);
  });

  it('asks nothing of SEV3, nor where somebody commands; given up again, it asks', () => {
    expect(changes(open('SEV3'), noon + HOUR)).toEqual([]);
    const commanded = give(open('SEV1'), 'incidentCommander', 'sam');
    expect(changes(commanded, noon + HOUR)).toEqual([]);
    expect(changes(done(giveUpRole(commanded, 'incidentCommander', 'sam')), noon + HOUR)).toEqual(['commanderAsked']);
  });

  it('waits while nobody has it, and asks as soon as somebody does', () => {
    expect(changes(sampleIncident(), noon + HOUR)).not.toContain('commanderAsked');
    expect(changes(taken('SEV2', noon + 2 * HOUR), noon + 2 * HOUR)).toEqual(['commanderAsked']);
  });
});

describe('a reminder and everything else that is due', () => {
  it('a lease that runs out at the same moment asks its owner besides', () => {
    const both = worked(taken(), noon + 20 * MINUTE);
    const turn = advance(both, facts, noon + 30 * MINUTE);
    expect(turn.changes.map(({ type }) => type)).toEqual(['nudged', 'updateReminded']);
    expect(turn.requests.map(({ what, loud }) => `${what} ${loud === true}`)).toEqual(['nudge true', 'updateDue false']);
    expect(turn.incident.wakeAt).toBe(noon + 35 * MINUTE);
  });

  it('a reminder is no sign of work: the lease runs on and pages again', () => {
    const reminded = advance(worked(taken(), noon + 25 * MINUTE), facts, noon + 30 * MINUTE).incident;
    expect(reminded).toMatchObject({ status: 'acknowledged', leaseUntil: noon + 35 * MINUTE, nudgedAt: null });
    const nudged = advance(reminded, facts, noon + 35 * MINUTE);
    expect(nudged.changes.map(({ type }) => type)).toEqual(['nudged']);
    expect(advance(nudged.incident, facts, noon + 40 * MINUTE).changes[0]).toMatchObject({ type: 'retriggered', reason: 'leaseRanOut' });
  });

  it('what pages again at that moment reminds nobody, and what ends then neither', () => {
    const nudged = advance(taken(), facts, noon + 25 * MINUTE).incident;
    expect(changes(nudged, noon + 30 * MINUTE)).not.toContain('updateReminded');
    const watched = done(setMilestone(taken(), 'fixDeployed', priya, severities, noon));
    expect(changes(watched, noon + 30 * MINUTE)).toEqual(['resolved']);
  });
});
