import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePolicy } from '../samples';
import type { Decision } from '../incident/decision';
import type { Incident } from '../incident/incident';
import type { OpeningFacts } from '../incident/open';
import { snooze } from '../incident/snooze';
import { acknowledge, release } from '../incident/take';
import type { Turn } from '../incident/turn';
import { personOf } from '../notification/notification';
import { MINUTE } from '../time/instant';
import { advance } from './advance';
import { whoIsNext } from './next';
import type { EscalationPolicy } from './policy';

const policyOf = (id: string, userIds: string[], handOffTo?: string): EscalationPolicy => samplePolicy({
  id, name: `Policy ${id}`, rounds: 1, steps: userIds.map((userId) => ({ targets: [{ kind: 'person', userId }], delaySeconds: 60 })), ...(handOffTo === undefined ? {} : { handOffTo }),
});
const factsOf = (...policies: [EscalationPolicy, ...EscalationPolicy[]]): OpeningFacts =>
  sampleFacts({ policy: policies[0], policies: Object.fromEntries(policies.map((policy) => [policy.id, policy])) });
const paged = ({ requests }: Turn) => requests.map((request) => personOf(request));
const who = { userId: 'sam', name: 'Sam' };
function done(decision: Decision): Incident {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  return decision.turn.incident;
}

describe('after its last round a policy hands off', () => {
  const facts = factsOf(policyOf('a', ['priya'], 'b'), policyOf('b', ['sam'], 'a'));
  const handed = advance(sampleIncident({}, facts), facts, noon + MINUTE);

  it('to the first step of the other, at once and in the same episode, and says so', () => {
    expect(handed.changes).toEqual([{ type: 'handedOff', policy: 'Policy b' }, { type: 'paged', round: 0, step: 0, people: [{ userId: 'sam', name: 'Sam', why: 'primary' }] }]);
    expect(handed.incident).toMatchObject({ wakeAt: noon + 2 * MINUTE, escalation: { policy: { id: 'b' }, episode: 1, round: 0, step: 0, handedOff: ['a'], state: 'paging' } });
  });

  it('which is foretold', () => {
    expect(whoIsNext(sampleIncident({}, facts), facts)).toMatchObject({ at: noon + MINUTE, people: [{ userId: 'sam' }], lastResort: false });
  });

  it('once: a circle ends at the last resort', () => {
    const last = advance(handed.incident, facts, noon + 2 * MINUTE);
    expect(last.incident.escalation).toMatchObject({ state: 'lastResort', reason: 'outOfRounds' });
    expect(paged(last)).toEqual(['ada']);
  });

  it.each([2, 3, 5])('a circle of %i policies is gone round once', (count) => {
    const [first, ...rest] = Array.from({ length: count }, (_, index) => policyOf(`p${index}`, ['sam'], `p${(index + 1) % count}`));
    if (first === undefined) throw new Error('no policy');
    const ring = factsOf(first, ...rest);
    let incident = sampleIncident({}, ring);
    for (let minute = 1; minute < count; minute += 1) {
      incident = advance(incident, ring, noon + minute * MINUTE).incident;
      expect(incident.escalation).toMatchObject({ policy: { id: `p${minute}` }, state: 'paging' });
    }
    expect(advance(incident, ring, noon + count * MINUTE).incident.escalation.state).toBe('lastResort');
  });

  it('as that is then, not as it was at the trigger', () => {
    const edited = factsOf(policyOf('a', ['priya'], 'b'), policyOf('b', ['ada']));
    expect(paged(advance(sampleIncident({}, facts), edited, noon + MINUTE))).toEqual(['ada']);
  });

  it('to the last resort, where the other is gone or is itself', () => {
    for (const given of [factsOf(policyOf('a', ['priya'], 'gone')), factsOf(policyOf('a', ['priya'], 'a')), sampleFacts({ policy: policyOf('a', ['priya'], 'b') })]) {
      expect(advance(sampleIncident({}, given), given, noon + MINUTE).incident.escalation).toMatchObject({ state: 'lastResort', reason: 'outOfRounds' });
    }
  });
});

describe('a whole round of nobody', () => {
  it('hands off at once', () => {
    const facts = factsOf(policyOf('a', ['stella', 'unknown'], 'b'), policyOf('b', ['sam']));
    expect(sampleIncident({}, facts)).toMatchObject({ responders: [{ userId: 'sam' }], escalation: { policy: { id: 'b' }, handedOff: ['a'] } });
  });

  it('through several policies ends at the last resort', () => {
    const facts = factsOf(policyOf('a', ['stella'], 'b'), policyOf('b', ['unknown'], 'c'), policyOf('c', ['stella'], 'b'));
    expect(sampleIncident({}, facts)).toMatchObject({ responders: [{ userId: 'ada' }], escalation: { state: 'lastResort', reason: 'nobody' } });
  });
});

describe('after a hand-off', () => {
  const facts = factsOf(policyOf('a', ['priya'], 'b'), policyOf('b', ['sam'], 'a'));
  const handed = advance(sampleIncident({}, facts), facts, noon + MINUTE).incident;

  // The id of a notification is made of incident, episode, cause, person and link.
  it('its pages have causes of their own', () => {
    const given = factsOf(policyOf('a', ['priya'], 'b'), policyOf('b', ['priya']));
    const first = sampleIncident({}, given);
    const second = advance(first, given, noon + MINUTE);
    expect(second.requests.map(({ cause }) => cause)).not.toContain('0.0');
  });

  // It was triggered for the first policy's people: the last of a long row of hand-offs must not be asked first the next time.
  it('a new episode begins with the first step of its own policy', () => {
    const snoozed = done(snooze(handed, 10, who, facts.severities, noon + MINUTE));
    const again = advance(snoozed, facts, noon + 11 * MINUTE);
    expect(again.incident.escalation).toMatchObject({ policy: { id: 'a' }, episode: 2, state: 'paging' });
    expect(paged(again)).toEqual(['priya']);
  });

  it('a release goes on where it was, and hands off to no policy twice', () => {
    const taken = done(acknowledge(handed, who, facts.severities, noon + MINUTE));
    const resumed = done(release(taken, facts, noon + 90_000));
    expect(resumed.escalation).toMatchObject({ policy: { id: 'b' }, handedOff: ['a'] });
    expect(advance(resumed, facts, noon + 10 * MINUTE).incident.escalation.state).toBe('lastResort');
  });
});
