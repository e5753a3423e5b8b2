import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import type { Decision } from './decision';
import { resolve } from './finish';
import { Incident } from './incident';
import { rename, setStartedAt, setType, setUrgency } from './reclassify';
import { acknowledge } from './take';

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
function turnOf(decision: Decision) {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const quiet = () => sampleIncident({ severity: 'SEV4' });
const ended = () => done(resolve(sampleIncident(), priya, noon));

describe('setUrgency', () => {
  it('made loud while it is triggered, it pages at once in a new episode, and escalates from then on', () => {
    const turn = turnOf(setUrgency(quiet(), 'high', facts, noon + MINUTE));
    expect(turn.changes.map(({ type }) => type)).toEqual(['urgencySet', 'paged']);
    expect(turn.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' }, dueAt: noon + MINUTE }]);
    expect(turn.incident).toMatchObject({ severity: 'SEV4', urgency: 'high', escalation: { episode: 2, nextAt: noon + 2 * MINUTE }, wakeAt: noon + 2 * MINUTE });
  });

  it('made quiet, it escalates no more; one that has reached nobody goes on trying', () => {
    expect(turnOf(setUrgency(sampleIncident(), 'low', facts, noon))).toMatchObject({ requests: [], incident: { severity: 'SEV1', urgency: 'low', wakeAt: null } });
    const empty = { ...facts, people: {} };
    expect(done(setUrgency(sampleIncident({}, empty), 'low', empty, noon)).wakeAt).not.toBeNull();
  });

  it('of one that somebody has pages nobody', () => {
    const taken = done(acknowledge(quiet(), priya, facts.severities, noon));
    expect(turnOf(setUrgency(taken, 'high', facts, noon))).toMatchObject({ requests: [], incident: { status: 'acknowledged', urgency: 'high' } });
  });

  it('the same one changes nothing; an ended incident keeps its own', () => {
    expect(setUrgency(quiet(), 'low', facts, noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(setUrgency(ended(), 'low', facts, noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });
});

describe('setType and rename', () => {
  it('say what it was before', () => {
    expect(turnOf(setType(sampleIncident(), 'security'))).toMatchObject({ changes: [{ type: 'typeSet', from: 'outage', to: 'security' }], incident: { type: 'security' } });
    expect(turnOf(rename(sampleIncident(), 'Cards fail'))).toMatchObject({ changes: [{ type: 'renamed', from: 'Checkout is answering 503', to: 'Cards fail' }], incident: { title: 'Cards fail' } });
  });

  it('to what it is already change nothing', () => {
    expect(setType(sampleIncident(), 'outage')).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(rename(sampleIncident(), 'Checkout is answering 503')).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it('leaves a drill saying first that it is one', () => {
    const drill = sampleIncident({ title: 'DRILL: Payments fail', drill: { id: 'd', scenario: 'Payment failure' } });
    expect(turnOf(rename(drill, 'Cards fail')).incident.title).toBe('DRILL: Cards fail');
    expect(turnOf(rename(drill, 'DRILL: Cards fail')).incident.title).toBe('DRILL: Cards fail');
    expect(turnOf(rename(drill, 'x'.repeat(300))).incident.title).toHaveLength(300);
    expect(rename(drill, 'Payments fail')).toEqual({ kind: 'unchanged', code: 'already-so' });
  });
});

describe('setStartedAt', () => {
  it('moves when the impact began, and no other clock', () => {
    const before = sampleIncident();
    expect(done(setStartedAt(before, noon - HOUR, noon + HOUR))).toEqual({ ...before, clocks: { ...before.clocks, startedAt: noon - HOUR } });
    expect(setStartedAt(before, noon, noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it.each([['later than it was noticed', noon + 1], ['still to come', noon + 2 * HOUR]])('refuses what is %s', (_what, at) => {
    expect(setStartedAt(sampleIncident(), at, noon + HOUR)).toMatchObject({ kind: 'refused' });
  });
});
