import { describe, expect, it } from 'vitest';
import type { Decision } from '../incident/decision';
import { resolve } from '../incident/finish';
import { Incident } from '../incident/incident';
import { acknowledge } from '../incident/take';
import { noon, sampleFacts, sampleIncident, samplePerson } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import { assignRole, giveUpRole, setOnTheWay } from './assign';
import { type IncidentRole, rolesOf } from './role';

const base = sampleFacts();
const facts = { ...base, people: { ...base.people, gone: samplePerson('gone', { active: false }) } };
const priya = { userId: 'priya', name: 'Priya' };
const sam = { userId: 'sam', name: 'Sam' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const taken = () => done(acknowledge(sampleIncident(), priya, facts.severities, noon));
const ended = () => done(resolve(taken(), priya, noon));
const give = (incident: Incident, role: IncidentRole, userId: string, deputyId: string | null = null, now = noon) => assignRole(incident, role, userId, deputyId, facts, now);

describe('assignRole', () => {
  it('gives a role with a deputy, and makes whoever has it a responder', () => {
    const turn = turnOf(give(taken(), 'incidentCommander', 'sam', 'ada', noon + MINUTE));
    expect(turn.incident.roles).toEqual([{ role: 'incidentCommander', ...sam, deputy: { userId: 'ada', name: 'Ada' }, since: noon + MINUTE }]);
    expect(turn.changes).toEqual([{ type: 'roleSet', role: 'incidentCommander', name: 'Sam', deputy: 'Ada', from: null }]);
    expect(turn.incident.responders.map(({ userId, state }) => `${userId} ${state}`)).toEqual(['priya acknowledged', 'sam acknowledged']);
  });

  it('hands one over: the new one has it since now, and it is said from whom', () => {
    const first = done(give(taken(), 'incidentCommander', 'priya', 'sam'));
    const turn = turnOf(give(first, 'incidentCommander', 'sam', null, noon + HOUR));
    expect(turn.incident.roles).toEqual([{ role: 'incidentCommander', ...sam, deputy: null, since: noon + HOUR }]);
    expect(turn.changes).toEqual([{ type: 'roleSet', role: 'incidentCommander', name: 'Sam', deputy: null, from: 'Priya' }]);
  });

  it('another deputy keeps the time since when', () => {
    const first = done(give(taken(), 'scribe', 'priya'));
    expect(done(give(first, 'scribe', 'priya', 'sam', noon + HOUR)).roles).toMatchObject([{ ...priya, deputy: sam, since: noon }]);
    expect(give(first, 'scribe', 'priya', null, noon + HOUR)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it.each(['technicalResponder', 'subjectMatterExpert'] as const)('several may be %s, each once', (role) => {
    const two = done(give(done(give(taken(), role, 'priya')), role, 'sam'));
    expect(two.roles.map(({ userId }) => userId)).toEqual(['priya', 'sam']);
    expect(give(two, role, 'sam')).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(done(giveUpRole(two, role, 'priya')).roles.map(({ userId }) => userId)).toEqual(['sam']);
  });

  it.each([
    ['a stakeholder', 'stella', null], ['somebody inactive', 'gone', null], ['somebody who does not exist', 'nobody', null],
    ['a stakeholder as the deputy', 'sam', 'stella'], ['an inactive deputy', 'sam', 'gone'], ['their own deputy', 'sam', 'sam'],
  ])('refuses %s', (_who, userId, deputyId) => {
    expect(give(taken(), 'scribe', userId, deputyId)).toEqual({ kind: 'refused', code: 'no-such-person' });
  });

  it('does not make somebody acknowledged who was merely paged, and takes nobody off the pages', () => {
    const paged = sampleIncident();
    const after = done(give(paged, 'incidentCommander', 'priya'));
    expect(after.responders).toEqual(paged.responders);
    expect([after.status, after.wakeAt]).toEqual(['triggered', paged.wakeAt]);
  });

  it('refuses the twenty-first, rather than dropping whoever commands', () => {
    const many = { ...facts, people: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`p${index}`, samplePerson(`p${index}`)])) };
    let incident = done(assignRole(taken(), 'incidentCommander', 'p0', null, many, noon));
    for (let index = 1; index < 20; index += 1) incident = done(assignRole(incident, 'technicalResponder', `p${index}`, null, many, noon));
    expect(assignRole(incident, 'technicalResponder', 'p20', null, many, noon)).toEqual({ kind: 'refused', code: 'too-many' });
    expect(incident.roles[0]?.role).toBe('incidentCommander');
  });

  it('of what has ended is refused, both ways', () => {
    expect(give(ended(), 'scribe', 'sam')).toEqual({ kind: 'refused', code: 'incident-resolved' });
    expect(giveUpRole(ended(), 'scribe', 'sam')).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });
});

describe('giveUpRole', () => {
  it('leaves the role to nobody, and says who had it', () => {
    const turn = turnOf(giveUpRole(done(give(taken(), 'scribe', 'sam')), 'scribe', 'sam'));
    expect(turn.incident.roles).toEqual([]);
    expect(turn.changes).toEqual([{ type: 'roleSet', role: 'scribe', name: null, deputy: null, from: 'Sam' }]);
  });

  it('of what somebody else has changes nothing', () => {
    expect(giveUpRole(done(give(taken(), 'scribe', 'sam')), 'scribe', 'priya')).toEqual({ kind: 'unchanged', code: 'already-so' });
  });
});

describe('setOnTheWay', () => {
  it('keeps who was merely paged paged, with the chain of their page, and the paging as it is', () => {
    const paged = sampleIncident();
    const after = done(setOnTheWay(paged, 10, priya, noon + MINUTE));
    expect(after.responders).toEqual([{ ...paged.responders[0], onTheWay: { at: noon + MINUTE, minutes: 10 } }]);
    expect({ status: after.status, escalation: after.escalation, wakeAt: after.wakeAt }).toEqual({ status: 'triggered', escalation: paged.escalation, wakeAt: paged.wakeAt });
  });

  it('takes it back, and only what was said', () => {
    const paged = sampleIncident();
    expect(setOnTheWay(paged, null, priya, noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(done(setOnTheWay(done(setOnTheWay(paged, 0, priya, noon)), null, priya, noon)).responders).toEqual(paged.responders);
  });

  it('somebody who was not paged becomes a responder', () => {
    expect(done(setOnTheWay(taken(), 5, sam, noon)).responders.map(({ userId }) => userId)).toEqual(['priya', 'sam']);
  });

  it('of what has ended is refused', () => {
    expect(setOnTheWay(ended(), 5, sam, noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });
});

describe('the roles that are proposed', () => {
  it('are the usual ones of the severity, else those of the policy, also none', () => {
    expect(rolesOf('SEV1', facts.severities)).toContain('communicationsLead');
    expect(rolesOf('SEV4', facts.severities)).toEqual([]);
    expect(rolesOf('SEV1', { ...facts.severities, SEV1: { ...facts.severities.SEV1, roles: [] } })).toEqual([]);
  });
});
