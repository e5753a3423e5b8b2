import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePerson, samplePolicy, sampleSchedule, type SeededRandom, seededRandom } from '../samples';
import { Severity } from '../incident/severity';
import { acknowledge, escalate } from '../incident/take';
import type { OpeningFacts } from '../incident/open';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { advance } from './advance';
import { whoIsNext } from './next';
import type { Target } from './policy';
import { Layer } from '../oncall/schedule';
import { recipientOf } from '../notification/notification';

const ids = ['ann', 'ben', 'cem', 'dora', 'emil', 'fay'] as const;
const list = <T>(random: SeededRandom, most: number, make: () => T): T[] => Array.from({ length: 1 + random.below(most) }, make);

/** People of all roles, some inactive, schedules with gaps and handoffs, policies of any form that the schema allows. */
function randomFacts(random: SeededRandom): OpeningFacts {
  const people = Object.fromEntries(ids.filter(() => random.chance(0.8)).map((id) => [id, samplePerson(id, {
    role: random.pick(['admin', 'responder', 'stakeholder']), active: random.chance(0.7), timeZone: random.pick(['UTC', 'Asia/Tokyo', 'America/New_York']),
  })]));
  const schedules = Object.fromEntries(['s1', 's2'].map((id) => [id, sampleSchedule(id, list(random, 3, () => random.pick(ids)), {
    overrides: random.chance(0.5) ? [] : [{ kind: 'remove', id: 'off', startAt: noon, endAt: noon + random.below(60) * MINUTE + 1, removeUserId: random.pick(ids) }],
    layers: [Layer.parse({
      id: 'layer', name: 'Layer', participants: list(random, 3, () => random.pick(ids)),
      rotation: { type: 'hourly', length: 1 + random.below(3), startLocal: '2026-01-05T09:00' },
    })],
  })]));
  const target = (): Target => (random.chance(0.5) ? { kind: 'person', userId: random.pick(ids) } : { kind: 'schedule', scheduleId: random.pick(['s1', 's2', 's3']) });
  const policy = samplePolicy({
    rounds: 1 + random.below(3), steps: list(random, 4, () => ({ targets: list(random, 3, target), delaySeconds: 30 + random.below(1800) })),
  });
  return sampleFacts({ people, schedules, policy });
}

describe('who is next', () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))('is who advance then pages (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const facts = randomFacts(random);
    let incident = sampleIncident({ severity: random.pick(Severity.options) }, facts, noon);
    for (let step = 0; step < 12; step += 1) {
      if (random.chance(0.1)) {
        const decision = escalate(incident, facts, (incident.wakeAt ?? noon) - 1);
        if (decision.kind === 'done') incident = decision.turn.incident;
      }
      const next = whoIsNext(incident, facts);
      expect(next?.at ?? null).toBe(incident.wakeAt);
      if (next === null) {
        expect(advance(incident, facts, noon + 30 * DAY)).toEqual({ incident, changes: [], requests: [] });
        return;
      }
      const turn = advance(incident, facts, next.at);
      expect(turn.requests.map((request) => ({ userId: recipientOf(request), why: request.why }))).toEqual(next.people.map(({ userId, why }) => ({ userId, why })));
      expect(turn.incident.escalation.state).toBe(next.lastResort ? 'lastResort' : 'paging');
      incident = turn.incident;
    }
  });

  it('names the step and the time', () => {
    expect(whoIsNext(sampleIncident(), sampleFacts())).toEqual({ at: noon + MINUTE, people: [{ userId: 'sam', name: 'Sam', why: 'secondary' }], lastResort: false });
  });

  it('names nobody, and the time of the next try, where nobody can be reached', () => {
    const facts = sampleFacts({ people: {} });
    expect(whoIsNext(sampleIncident({}, facts), facts)).toEqual({ at: noon + 10 * MINUTE, people: [], lastResort: true });
  });

  it('is nothing at low urgency, and nothing once somebody has it', () => {
    const facts = sampleFacts();
    expect(whoIsNext(sampleIncident({ severity: 'SEV4' }), facts)).toBeNull();
    const taken = acknowledge(sampleIncident(), { userId: 'priya', name: 'Priya' }, facts.severities, noon + HOUR);
    expect(taken.kind === 'done' ? whoIsNext(taken.turn.incident, facts) : taken).toBeNull();
  });
});
