import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePerson, samplePolicy } from '../samples';
import type { Destination } from '../destination/destination';
import { open, type OpeningFacts } from '../incident/open';
import { MINUTE } from '../time/instant';
import { advance } from './advance';
import type { Branch, Step, Target } from './policy';
import { peopleOfStep } from './targets';

const destination = (id: string, fields: Partial<Destination> = {}): Destination => ({ id, name: `#${id}`, kind: 'slack', enabled: true, host: 'hooks.slack.com', serviceIds: [], ...fields });
const told = (id: string): Target => ({ kind: 'destination', destinationId: id });
const person = (userId: string): Target => ({ kind: 'person', userId });
const step = (...targets: Target[]): Step => ({ targets, delaySeconds: 60 });
const destinations = { ops: destination('ops'), hook: destination('hook', { kind: 'webhook' }), off: destination('off', { enabled: false }) };
const factsOf = (steps: Step[], rounds = 1, fields: Partial<OpeningFacts> = {}) => sampleFacts({ policy: samplePolicy({ steps, rounds }), destinations, ...fields });
const begin = (facts: OpeningFacts) => open({
  id: 'INC-K7Q2MD', title: 'Checkout is answering 503', description: '', severity: 'SEV1', type: 'outage', links: [], startedAt: null, detectedAt: noon, linkedTo: null, declaredBy: null,
}, facts, noon);

describe('a destination in a policy', () => {
  it('is told and waits for nobody: the next step pages in the same instant', () => {
    const { requests, changes, incident } = begin(factsOf([step(told('ops')), step(person('sam'))]));
    expect(requests).toMatchObject([
      { kind: 'notice', what: 'page', to: { destinationId: 'ops', channel: 'slack' }, cause: '0.0', dueAt: noon }, { kind: 'page', to: { userId: 'sam' }, dueAt: noon },
    ]);
    expect(changes.map(({ type }) => type)).toEqual(['triggered', 'told', 'paged']);
    expect(incident.escalation).toMatchObject({ step: 1, nextAt: noon + MINUTE });
  });

  it('beside a person is told with them', () => {
    const { requests } = begin(factsOf([step(person('sam'), told('ops'), told('hook'))]));
    expect(requests.map(({ to }) => to)).toEqual([{ destinationId: 'ops', channel: 'slack' }, { destinationId: 'hook', channel: 'webhook' }, { userId: 'sam' }]);
  });

  it('alone wakes nobody: the page goes to the last resort', () => {
    const { requests, incident, changes } = begin(factsOf([step(told('ops'))], 3));
    expect(requests.map(({ to }) => to)).toEqual([{ destinationId: 'ops', channel: 'slack' }, { userId: 'ada' }]);
    expect(incident.escalation).toMatchObject({ state: 'lastResort', reason: 'nobody' });
    expect(changes.map(({ type }) => type)).toEqual(['triggered', 'told', 'lastResort']);
  });

  it('beside a person who is gone is told, and that nobody was there is said', () => {
    const { changes } = begin(factsOf([step(person('unknown'), told('ops')), step(person('sam'))]));
    expect(changes.map(({ type }) => type)).toEqual(['triggered', 'told', 'stepSkipped', 'paged']);
  });

  it('is not told where it is switched off or gone, and each once', () => {
    expect(begin(factsOf([step(told('off'), told('gone'), person('sam'))])).requests).toMatchObject([{ to: { userId: 'sam' } }]);
    expect(begin(factsOf([step(told('ops'), told('ops'), person('sam'))])).requests).toHaveLength(2);
  });

  it('is not told at a time when its step does not count', () => {
    const branch: Branch = { when: 'outside', timeZone: 'UTC', windows: [{ days: ['SA'], start: '00:00', end: '00:00' }] };
    expect(begin(factsOf([{ ...step(told('ops'), person('priya')), branch }, step(person('sam'))])).requests).toMatchObject([{ to: { userId: 'sam' } }]);
  });

  it('is told again in the next round', () => {
    const facts = factsOf([step(told('ops'), person('sam'))], 2);
    expect(advance(begin(facts).incident, facts, noon + MINUTE).requests.map(({ cause }) => cause)).toEqual(['1.0', '1.0']);
  });
});

describe('a team in a policy', () => {
  const teams = { web: { id: 'web', name: 'Web', memberIds: ['priya', 'gone', 'stella', 'sam', 'unknown'] } };
  const people = { ...sampleFacts().people, gone: samplePerson('gone', { active: false }) };
  it('is paged whole, each once, active members only', () => {
    const facts = factsOf([step(person('sam'), { kind: 'team', teamId: 'web' })], 1, { teams, people });
    expect(sampleIncident({}, facts).responders.map(({ userId }) => userId)).toEqual(['sam', 'priya']);
    expect(peopleOfStep(facts.policy.steps[0] ?? step(), 0, facts, noon).map(({ why }) => why)).toEqual(['primary', 'primary']);
  });

  it('that nobody knows, or is in, is a step of nobody', () => {
    for (const given of [{}, { teams: { web: { id: 'web', name: 'Web', memberIds: [] } } }]) {
      expect(sampleIncident({}, factsOf([step({ kind: 'team', teamId: 'web' }), step(person('sam'))], 1, given)).escalation.step).toBe(1);
    }
  });
});
