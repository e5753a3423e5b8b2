import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePerson, samplePolicy } from '../samples';
import { HOUR, MINUTE, SECOND } from '../time/instant';
import { advance } from '../escalation/advance';
import { whoIsNext } from '../escalation/next';
import { addNote, setSeverity } from './adjust';
import type { Decision } from './decision';
import { reopen, resolve } from './finish';
import type { Incident } from './incident';
import { acknowledge, escalate, release, taken as takenBy } from './take';
import type { Turn } from './turn';

const facts = sampleFacts();
const { severities } = facts;
const priya = { userId: 'priya', name: 'Priya' };
const sam = { userId: 'sam', name: 'Sam' };

function turnOf(decision: Decision): Turn {
  if (decision.kind !== 'done') throw new Error(`not done: ${JSON.stringify(decision)}`);
  return decision.turn;
}
const done = (decision: Decision): Incident => turnOf(decision).incident;
const taken = (now = noon) => done(acknowledge(sampleIncident(), priya, severities, now));
const ended = () => done(resolve(taken(), priya, noon));

describe('acknowledge', () => {
  it('takes the incident: paging halts where it stood, and a lease begins', () => {
    const turn = turnOf(acknowledge(sampleIncident(), priya, severities, noon + 20 * SECOND));
    expect(turn.changes).toEqual([{ type: 'acknowledged' }]);
    expect(turn.requests).toEqual([]);
    expect(turn.incident).toMatchObject({
      status: 'acknowledged', owner: { ...priya, at: noon + 20 * SECOND }, leaseUntil: noon + 20 * SECOND + 10 * MINUTE, wakeAt: noon + 20 * SECOND + 10 * MINUTE,
      escalation: { state: 'paused', was: 'paging', episode: 1, round: 0, step: 0, remainingMilliseconds: 40 * SECOND },
      responders: [{ userId: 'priya', state: 'acknowledged' }],
    });
  });

  it('takes over what only its source had acknowledged, and stops the clock that waits for a person', () => {
    const bySource = takenBy(sampleIncident(), { userId: null, name: 'Alertmanager', at: noon }, severities, noon);
    expect(bySource.clocks.acknowledgedAt).toBeNull();
    const incident = done(acknowledge(bySource, sam, severities, noon + MINUTE));
    expect(incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'sam' }, clocks: { acknowledgedAt: noon + MINUTE } });
  });

  it('of two, the second is told who has it and changes nothing', () => {
    expect(acknowledge(taken(), sam, severities, noon)).toEqual({ kind: 'unchanged', code: 'already-acknowledged' });
    expect(acknowledge(taken(), priya, severities, noon)).toEqual({ kind: 'unchanged', code: 'already-yours' });
  });

  it('somebody who was never paged may take it, and becomes a responder', () => {
    expect(done(acknowledge(sampleIncident(), sam, severities, noon)).responders).toMatchObject([{ userId: 'priya', state: 'paged' }, { userId: 'sam', state: 'acknowledged' }]);
  });

  it('an incident that has ended needs none', () => {
    expect(acknowledge(ended(), sam, severities, noon)).toEqual({ kind: 'unchanged', code: 'already-resolved' });
  });

  it('SEV4 has no lease that could run out', () => {
    expect(done(acknowledge(sampleIncident({ severity: 'SEV4' }), priya, severities, noon))).toMatchObject({ leaseUntil: null });
  });
});

describe('release', () => {
  it('goes on where it stood: the same step told again, the remaining time, a new episode', () => {
    const step1 = advance(sampleIncident(), facts, noon + MINUTE).incident;
    const held = done(acknowledge(step1, sam, severities, noon + MINUTE + 30 * SECOND));
    const turn = turnOf(release(held, facts, noon + HOUR));
    expect(turn.changes.map(({ type }) => type)).toEqual(['released', 'paged']);
    expect(turn.requests).toMatchObject([{ kind: 'page', to: { userId: 'sam' }, cause: '0.1', why: 'secondary', dueAt: noon + HOUR }]);
    expect(turn.incident).toMatchObject({ status: 'triggered', escalation: { state: 'paging', episode: 2, round: 0, step: 1, nextAt: noon + HOUR + 90 * SECOND } });
  });

  it('a step that reaches nobody any more gives way to the next', () => {
    const gone = { ...facts, people: { ...facts.people, priya: samplePerson('priya', { active: false }) } };
    expect(turnOf(release(taken(), gone, noon + HOUR)).requests).toMatchObject([{ to: { userId: 'sam' }, cause: '0.1' }]);
  });

  it('last-resort paging goes on with the admins, also when none was left meanwhile', () => {
    const nobody = sampleFacts({ policy: samplePolicy({ steps: [{ targets: [{ kind: 'person', userId: 'gone' }], delaySeconds: 60 }] }) });
    const held = done(acknowledge(sampleIncident({}, nobody), sam, severities, noon + 4 * MINUTE));
    expect(turnOf(release(held, nobody, noon + HOUR))).toMatchObject({
      requests: [{ to: { userId: 'ada' }, cause: 'last-resort.0' }], incident: { escalation: { state: 'lastResort', reason: 'nobody', episode: 2, nextAt: noon + HOUR + 6 * MINUTE } },
    });
    const empty = { ...nobody, people: {} };
    expect(turnOf(release(held, empty, noon + HOUR))).toMatchObject({
      changes: [{ type: 'released' }, { type: 'nobodyAtAll' }], incident: { escalation: { state: 'lastResort', nextAt: noon + HOUR + 10 * MINUTE } },
    });
  });

  it('an urgency that rose while somebody had it escalates from then on; one that fell does not', () => {
    const quiet = done(acknowledge(sampleIncident({ severity: 'SEV4' }), priya, severities, noon));
    const raised = done(release(done(setSeverity(quiet, 'SEV1', facts, noon)), facts, noon + HOUR));
    expect(raised).toMatchObject({ urgency: 'high', escalation: { nextAt: noon + HOUR + MINUTE } });
    const lowered = done(release(done(setSeverity(taken(), 'SEV4', facts, noon)), facts, noon + HOUR));
    expect(lowered).toMatchObject({ urgency: 'low', escalation: { nextAt: null } });
  });

  it('of what nobody has is no release', () => {
    expect(release(sampleIncident(), facts, noon)).toEqual({ kind: 'unchanged', code: 'already-triggered' });
    expect(release(ended(), facts, noon)).toEqual({ kind: 'refused', code: 'not-acknowledged' });
  });
});

describe('escalate', () => {
  it('wakes the next step at once, in the same episode, and its time starts anew', () => {
    const turn = turnOf(escalate(sampleIncident(), facts, noon + 5 * SECOND));
    expect(turn.requests).toMatchObject([{ kind: 'page', to: { userId: 'sam' }, cause: '0.1' }]);
    expect(turn.incident).toMatchObject({ status: 'triggered', escalation: { episode: 1, round: 0, step: 1, nextAt: noon + 5 * SECOND + 2 * MINUTE } });
  });

  it('by the one who has it asks for somebody else: triggered again, a new episode', () => {
    const turn = turnOf(escalate(taken(), facts, noon + MINUTE));
    expect(turn.requests).toMatchObject([{ to: { userId: 'sam' }, cause: '0.1' }]);
    expect(turn.incident).toMatchObject({ status: 'triggered', escalation: { episode: 2, step: 1 } });
  });

  it('is heard at any urgency: low becomes high', () => {
    expect(done(escalate(sampleIncident({ severity: 'SEV4' }), facts, noon))).toMatchObject({ severity: 'SEV4', urgency: 'high', wakeAt: noon + 2 * MINUTE });
  });

  it('from the last step of the last round wakes the last resort, and from there the admins again under another cause', () => {
    const policy = samplePolicy({ rounds: 1 });
    const last = done(escalate(sampleIncident({}, { ...facts, policy }), facts, noon));
    const resort = turnOf(escalate(last, facts, noon + 1));
    expect(resort.requests).toMatchObject([{ to: { userId: 'ada' }, cause: 'last-resort.0' }]);
    const again = turnOf(escalate(resort.incident, facts, noon + 2));
    expect(again.requests).toMatchObject([{ to: { userId: 'ada' }, cause: 'last-resort.1' }]);
    expect(whoIsNext(resort.incident, facts)?.people).toMatchObject([{ userId: 'ada' }]);
  });

  it('by an admin who took it as the last resort starts with the first step', () => {
    const policy = samplePolicy({ rounds: 1 });
    const resort = done(escalate(done(escalate(sampleIncident({}, { ...facts, policy }), facts, noon)), facts, noon));
    const held = done(acknowledge(resort, { userId: 'ada', name: 'Ada' }, severities, noon));
    expect(turnOf(escalate(held, facts, noon + 1)).requests).toMatchObject([{ to: { userId: 'priya' }, cause: '0.0' }]);
  });

  it('an incident that has ended escalates no more', () => {
    expect(escalate(ended(), facts, noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });
});

describe('reopen', () => {
  it('pages from the first step in a new episode', () => {
    const turn = turnOf(reopen(ended(), facts, noon + HOUR));
    expect(turn.changes.map(({ type }) => type)).toEqual(['reopened', 'paged']);
    expect(turn.incident).toMatchObject({ status: 'triggered', reopenedCount: 1, escalation: { episode: 2, round: 0, step: 0 } });
  });

  it('of what is open is refused', () => {
    expect(reopen(sampleIncident(), facts, noon)).toEqual({ kind: 'refused', code: 'not-resolved' });
    expect(reopen(taken(), facts, noon)).toEqual({ kind: 'refused', code: 'not-resolved' });
  });
});

describe('resolve', () => {
  it('ends it in any open state, and says who', () => {
    expect(done(resolve(sampleIncident(), sam, noon))).toMatchObject({ status: 'resolved', owner: null, resolvedBy: sam, wakeAt: null });
    expect(resolve(ended(), sam, noon)).toEqual({ kind: 'unchanged', code: 'already-resolved' });
  });
});

describe('setSeverity', () => {
  it('raising a quiet one pages at once in a new episode', () => {
    const turn = turnOf(setSeverity(sampleIncident({ severity: 'SEV4' }), 'SEV1', facts, noon + MINUTE));
    expect(turn.requests).toMatchObject([{ to: { userId: 'priya' }, dueAt: noon + MINUTE }]);
    expect(turn.incident).toMatchObject({ urgency: 'high', escalation: { episode: 2, nextAt: noon + 2 * MINUTE } });
  });

  it('lowering a loud one stops its escalation', () => {
    expect(turnOf(setSeverity(sampleIncident(), 'SEV4', facts, noon))).toMatchObject({ requests: [], incident: { urgency: 'low', wakeAt: null } });
  });

  it('lowering one that has reached nobody lets it go on trying', () => {
    const empty = { ...facts, people: {} };
    expect(done(setSeverity(sampleIncident({}, empty), 'SEV4', empty, noon))).toMatchObject({ urgency: 'low', wakeAt: noon + 10 * MINUTE });
  });

  it('between loud ones pages nobody', () => {
    expect(turnOf(setSeverity(sampleIncident(), 'SEV2', facts, noon)).requests).toEqual([]);
  });

  it('the same one changes nothing; an ended incident keeps its own', () => {
    expect(setSeverity(sampleIncident(), 'SEV1', facts, noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(setSeverity(ended(), 'SEV2', facts, noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });

  it('and a note are signs of work: they renew the lease', () => {
    expect(done(setSeverity(taken(), 'SEV2', facts, noon + MINUTE))).toMatchObject({ leaseUntil: noon + 31 * MINUTE });
    expect(turnOf(addNote(taken(), { text: 'Looking' }, severities, noon + MINUTE))).toMatchObject({
      changes: [{ type: 'note', text: 'Looking' }], incident: { leaseUntil: noon + 11 * MINUTE },
    });
  });
});
