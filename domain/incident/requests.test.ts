import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePerson } from '../samples';
import type { Target } from '../escalation/policy';
import { stopReason } from '../notification/lifecycle';
import { sampleNotification } from '../samples';
import { MINUTE } from '../time/instant';
import type { Decision } from './decision';
import { resolve, setMilestone } from './finish';
import { Incident, type ResponderRequest } from './incident';
import { answerRequest, ask, openRequestOf } from './requests';
import { acknowledge } from './take';
import type { Turn } from './turn';

const teams = { web: { id: 'web', name: 'Web', memberIds: ['priya', 'sam', 'ada', 'stella'] } };
const facts = sampleFacts({ teams });
const [priya, sam, ada] = [{ userId: 'priya', name: 'Priya' }, { userId: 'sam', name: 'Sam' }, { userId: 'ada', name: 'Ada' }];
const person = (userId: string): Target => ({ kind: 'person', userId });
function turnOf(decision: Decision): Turn {
  if (decision.kind !== 'done') throw new Error(decision.kind === 'refused' || decision.kind === 'unchanged' ? decision.code : '');
  // What is stored is what the schema allows.
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;

const triggered = sampleIncident();
const priyas = done(acknowledge(triggered, priya, facts.severities, noon));
const watched = done(setMilestone(priyas, 'fixDeployed', priya, facts.severities, noon));
const ended = done(resolve(priyas, priya, noon));
const asking = (incident: Incident, kind: ResponderRequest['kind'], id = 'r1', targets: Target[] = [person('sam')], at = noon) => turnOf(ask(incident, kind, targets, priya, facts, id, at));
const answer = (incident: Incident, accepted: boolean, who = sam, id: string | null = 'r1', at = noon + MINUTE) => answerRequest(incident, id, accepted, who, facts, at);
const stateOf = (incident: Incident, id = 'r1') => incident.requests.find((request) => request.id === id)?.state;

describe('asking', () => {
  it.each([['take', 'askedToTake'], ['help', 'askedToHelp'], ['call', 'called']] as const)('to %s changes nothing for whoever has it, and is told like a page', (kind, what) => {
    const { incident, changes, requests } = asking(priyas, kind);
    expect(incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'priya' }, requests: [{ id: 'r1', kind, userId: 'sam', askedBy: priya, state: 'asked', answeredAt: null }] });
    expect(incident.escalation).toEqual(priyas.escalation);
    expect(changes).toEqual([{ type: 'asked', kind, people: ['Sam'] }]);
    expect(requests).toMatchObject([{ kind: 'request', what, to: { userId: 'sam' }, why: 'asked by Priya', dueAt: noon, link: { rule: '0', channel: 'push', chainAt: noon } }]);
    expect(requests[0]?.link?.followAt).toBeGreaterThan(noon);
  });

  it('at night and at low urgency rings all the same', () => {
    const night = Date.UTC(2026, 10, 21, 23, 0);
    const quiet = sampleIncident({ severity: 'SEV4' }, facts, night);
    expect(asking(quiet, 'call', 'r1', [person('sam')], night).requests).toMatchObject([{ dueAt: night, link: { chainAt: night } }]);
  });

  it('a team asks each active member once, but not whoever asks; calling oneself is allowed', () => {
    const team: Target[] = [{ kind: 'team', teamId: 'web' }, person('sam')];
    const { incident, requests } = asking(priyas, 'help', 'r1', team);
    expect(incident.requests.map(({ id, userId }) => [id, userId])).toEqual([['r1.sam', 'sam'], ['r1.ada', 'ada']]);
    expect(requests.map(({ cause }) => cause)).toEqual(['request.r1.sam', 'request.r1.ada']);
    expect(asking(priyas, 'call', 'r1', [person('priya')]).incident.requests).toHaveLength(1);
  });

  it('nobody who can be paged, or about what has ended, is refused', () => {
    const nobody: Target[][] = [[], [person('priya')], [person('stella')], [person('unknown')], [{ kind: 'team', teamId: 'gone' }]];
    for (const targets of nobody) expect(ask(priyas, 'help', targets, priya, facts, 'r1', noon)).toEqual({ kind: 'refused', code: 'nobody-to-ask' });
    expect(ask(ended, 'help', [person('sam')], priya, facts, 'r1', noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });

  it('the one who has it to take it is no news', () => {
    expect(ask(priyas, 'take', [person('priya')], sam, facts, 'r1', noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it('twice asks anew: the first has ended, and its chain with it', () => {
    const { incident } = asking(asking(priyas, 'help').incident, 'help', 'r2');
    expect(incident.requests.map(({ id, state }) => [id, state])).toEqual([['r2', 'asked']]);
    const first = sampleNotification({ kind: 'request', userId: 'sam', cause: 'request.r1' });
    expect(stopReason(first, incident, samplePerson('sam'))).toBe('answered');
    expect(stopReason({ ...first, cause: 'request.r2' }, incident, samplePerson('sam'))).toBeNull();
  });

  it('again after an answer keeps the answer', () => {
    const declined = done(answer(asking(priyas, 'help').incident, false));
    expect(asking(declined, 'help', 'r2').incident.requests.map(({ id, state }) => [id, state])).toEqual([['r1', 'declined'], ['r2', 'asked']]);
  });
});

describe('declining', () => {
  it.each(['take', 'help', 'call'] as const)('to %s leaves everything as it is, and tells whoever asked', (kind) => {
    for (const given of [triggered, priyas, watched]) {
      const { incident, changes, requests } = turnOf(answer(asking(given, kind).incident, false));
      expect({ ...incident, requests: [] }).toEqual({ ...given, requests: [] });
      expect(stateOf(incident)).toBe('declined');
      expect(changes).toEqual([{ type: 'requestAnswered', kind, name: 'Sam', accepted: false }]);
      expect(requests).toMatchObject([{ kind: 'notice', what: 'answered', to: { userId: 'priya' }, why: 'Sam declined', loud: true }]);
    }
  });
});

describe('accepting', () => {
  it('to take it over moves it: a new owner, a new lease', () => {
    const { incident, changes, requests } = turnOf(answer(asking(priyas, 'take').incident, true));
    expect(incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'sam', at: noon + MINUTE }, leaseUntil: noon + 11 * MINUTE, nudgedAt: null });
    expect(changes.map(({ type }) => type)).toEqual(['requestAnswered', 'acknowledged']);
    expect(requests).toMatchObject([{ to: { userId: 'priya' }, why: 'Sam accepted' }]);
    expect(incident.clocks.acknowledgedAt).toBe(noon);
  });

  it.each(['help', 'call'] as const)('to %s while another has it makes a responder, and the other keeps it', (kind) => {
    const { incident } = turnOf(answer(asking(priyas, kind).incident, true));
    expect(incident).toMatchObject({ status: 'acknowledged', owner: priyas.status === 'acknowledged' ? priyas.owner : {}, responders: [{ userId: 'priya' }, { userId: 'sam', state: 'acknowledged' }] });
    expect(stateOf(incident)).toBe('accepted');
  });

  it.each(['take', 'help', 'call'] as const)('to %s what nobody has takes it: its pages stop', (kind) => {
    const { incident } = turnOf(answer(asking(triggered, kind).incident, true));
    expect(incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'sam' }, clocks: { acknowledgedAt: noon + MINUTE } });
    expect(stopReason(sampleNotification(), incident, samplePerson('priya'))).toBe('acknowledged');
  });

  it('stops the request\'s own chain', () => {
    const request = sampleNotification({ kind: 'request', userId: 'sam', cause: 'request.r1' });
    const { incident } = asking(priyas, 'help');
    expect(stopReason(request, incident, samplePerson('sam'))).toBeNull();
    expect(stopReason(request, done(answer(incident, true)), samplePerson('sam'))).toBe('answered');
  });

  it('by one of a team leaves the others asked', () => {
    const incident = done(answer(asking(priyas, 'help', 'r1', [{ kind: 'team', teamId: 'web' }]).incident, true, ada, null));
    expect([stateOf(incident, 'r1.ada'), stateOf(incident, 'r1.sam')]).toEqual(['accepted', 'asked']);
    expect(openRequestOf(incident, 'sam')?.id).toBe('r1.sam');
    expect(openRequestOf(incident, 'ada')).toBeUndefined();
  });

  it('without saying which means the latest', () => {
    const both = asking(asking(priyas, 'call').incident, 'help', 'r2').incident;
    expect(turnOf(answer(both, true, sam, null)).changes).toMatchObject([{ kind: 'help' }]);
  });
});

describe('an answer', () => {
  it('by who was not asked is refused', () => {
    const { incident } = asking(priyas, 'help');
    expect(answer(incident, true, ada)).toEqual({ kind: 'refused', code: 'not-asked' });
    expect(answer(incident, true, ada, null)).toEqual({ kind: 'refused', code: 'not-asked' });
    expect(answer(incident, true, ada, 'r9')).toEqual({ kind: 'refused', code: 'not-asked' });
    expect(answer(priyas, true, sam, null)).toEqual({ kind: 'refused', code: 'not-asked' });
  });

  it('twice is one, and a second answer does not turn the first', () => {
    const declined = done(answer(asking(priyas, 'take').incident, false));
    expect(answer(declined, false)).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(answer(declined, true)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it('after the end changes nothing', () => {
    expect(answer(done(resolve(asking(priyas, 'take').incident, priya, noon)), true)).toEqual({ kind: 'unchanged', code: 'already-resolved' });
  });
});

describe('two requests to one person', () => {
  const both = asking(asking(priyas, 'take', 'take-1').incident, 'call', 'call-1').incident;

  it('one word answers both', () => {
    const declined = done(answer(both, false, sam, 'call-1'));
    expect([stateOf(declined, 'take-1'), stateOf(declined, 'call-1')]).toEqual(['declined', 'declined']);
  });

  // Who asked Sam to take it over reads "accepted", and still has it.
  it('a request to take it over is not accepted while another keeps the incident', () => {
    const accepted = done(answer(both, true, sam, 'call-1'));
    const owner = accepted.status === 'acknowledged' ? accepted.owner.userId : null;
    expect(stateOf(accepted, 'take-1') === 'accepted' ? owner : 'sam').toBe('sam');
  });

  it('of two askers each hears of the answer', () => {
    const byAda = turnOf(ask(asking(priyas, 'take', 'take-1').incident, 'call', [person('sam')], ada, facts, 'call-1', noon)).incident;
    expect(turnOf(answer(byAda, false, sam, 'call-1')).requests.map(({ to }) => to)).toEqual(expect.arrayContaining([{ userId: 'priya' }, { userId: 'ada' }]));
  });
});

// An older SMS or push of the same asking: its person is asked, whichever of the two they answer.
it('the answer to a request that was asked again counts for the new one', () => {
  const again = asking(asking(priyas, 'take').incident, 'take', 'r2').incident;
  expect(done(answer(again, true, sam, 'r1'))).toMatchObject({ owner: { userId: 'sam' } });
});

it('to take over what is being watched moves it, and goes on watching', () => {
  const { incident } = turnOf(answer(asking(watched, 'take').incident, true));
  expect(incident).toMatchObject({ status: 'monitoring', owner: { userId: 'sam' } });
});

it('to help with what is being watched makes a responder', () => {
  const { incident } = turnOf(answer(asking(watched, 'help').incident, true));
  expect(incident).toMatchObject({ status: 'monitoring', owner: { userId: 'priya' }, responders: [{ userId: 'priya' }, { userId: 'sam' }] });
});

// By the app, or by the page that he got as well: the call has done what it was for.
it('whoever acknowledges the incident has answered what they were asked', () => {
  const his = done(acknowledge(asking(triggered, 'call').incident, sam, facts.severities, noon + MINUTE));
  expect(stateOf(his)).toBe('accepted');
  expect(openRequestOf(his, 'sam')).toBeUndefined();
});

// The answer of somebody whose request fell out of the list would be refused, and theirs is cancelled before it is sent.
it('nobody is told of a request that the incident does not keep', () => {
  const memberIds = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const many = { ...facts, people: { ...facts.people, ...Object.fromEntries(memberIds.map((id) => [id, samplePerson(id)])) }, teams: { all: { id: 'all', name: 'All', memberIds } } };
  const { incident, requests } = turnOf(ask(priyas, 'help', [{ kind: 'team', teamId: 'all' }], priya, many, 'r1', noon));
  const kept = new Set(incident.requests.map(({ id }) => `request.${id}`));
  expect(requests.filter(({ cause }) => !kept.has(cause))).toEqual([]);
});
