import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, samplePerson, samplePolicy, type SeededRandom, seededRandom } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import { lastResort } from '../escalation/targets';
import { isMember } from '../people/person';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import { addNote, setSeverity } from './adjust';
import { Alert } from './alert';
import type { Decision } from './decision';
import { reopen, resolve, setMilestone } from './finish';
import { Incident, Milestone, wakeAtOf } from './incident';
import type { Arrival } from './join';
import type { OpeningFacts } from './open';
import { Severity } from './severity';
import { acknowledge, escalate, release } from './take';
import { Change } from './timeline';
import type { Turn } from './turn';

// Random arrivals, commands and wake-ups with a clock that moves by milliseconds or days; after each step, what must hold at all times.
// A failure names its seed and step: the same seed fails again.

const seeds = 25;
const stepsPerSeed = 400;

const people = ['priya', 'sam', 'ada'] as const;

function randomFacts(random: SeededRandom): OpeningFacts {
  const base = sampleFacts();
  return {
    ...base,
    people: {
      ...base.people, sam: samplePerson('sam', { active: random.chance(0.8), timeZone: 'Asia/Tokyo' }),
      ada: samplePerson('ada', { role: 'admin', active: random.chance(0.8) }),
    },
    policy: samplePolicy({ rounds: 1 + random.below(2), steps: random.chance(0.3) ? [{ targets: [{ kind: 'person', userId: 'gone' }], delaySeconds: 60 }] : samplePolicy().steps }),
  };
}

function randomArrival(random: SeededRandom, now: Instant): Arrival {
  const sourceTime = () => (random.chance(0.4) ? null : now - random.below(10) * MINUTE);
  const status = random.pick(['firing', 'firing', 'firing', 'acknowledged', 'resolved', 'resolved']);
  return sampleArrival({
    dedupKey: `alert${random.below(6)}`, groupKey: random.chance(0.3) ? null : `group${random.below(2)}`, status,
    severityWord: random.pick(['critical', 'error', 'warning', 'info', null]), name: random.pick(['Down', 'Slow', null]), service: random.pick(['checkout', 'cards', null]),
    startedAt: sourceTime(), endedAt: status === 'resolved' ? sourceTime() : null,
  }, now);
}

function randomCommand(random: SeededRandom, facts: OpeningFacts, now: Instant): (incident: Incident) => Decision {
  const userId = random.pick(people);
  const who = { userId, name: facts.people[userId]?.name ?? userId };
  const { severities } = facts;
  return random.pick<(incident: Incident) => Decision>([
    (incident) => acknowledge(incident, who, severities, now), (incident) => acknowledge(incident, who, severities, now),
    (incident) => release(incident, facts, now), (incident) => escalate(incident, facts, now), (incident) => resolve(incident, who, now),
    (incident) => reopen(incident, facts, now), (incident) => setSeverity(incident, random.pick(Severity.options), facts, now),
    (incident) => setMilestone(incident, random.pick(Milestone.options), who, severities, now), (incident) => addNote(incident, 'Looking', severities, now),
  ]);
}

/** What holds for every incident at all times. */
function expectConsistent(incident: Incident, alerts: readonly Alert[], facts: OpeningFacts) {
  Incident.parse(incident);
  for (const alert of alerts) Alert.parse(alert);
  expect(incident.wakeAt).toBe(wakeAtOf(incident));
  const { firing, total, events } = incident.alertCounts;
  expect(firing).toBeLessThanOrEqual(total);
  expect({ firing, total, events }).toEqual({
    firing: alerts.filter(({ status }) => status !== 'resolved').length, total: alerts.length, events: alerts.reduce((sum, { count }) => sum + count, 0),
  });
  if (incident.status === 'triggered') {
    // A loud incident never rests; a quiet one only once it has reached somebody.
    const hasReached = incident.responders.some(({ state }) => state !== 'acknowledged');
    if (incident.urgency === 'high' || !hasReached) expect(incident.wakeAt).not.toBeNull();
    if (lastResort(facts).length > 0) expect(hasReached).toBe(true);
  }
  expect(new Set(incident.responders.map(({ userId }) => userId)).size).toBe(incident.responders.length);
  const { detectedAt, startedAt, triggeredAt, acknowledgedAt, resolvedAt } = incident.clocks;
  expect(startedAt).toBeLessThanOrEqual(triggeredAt);
  expect(detectedAt).toBeLessThanOrEqual(triggeredAt);
  expect(acknowledgedAt ?? triggeredAt).toBeGreaterThanOrEqual(triggeredAt);
  expect(resolvedAt !== null).toBe(incident.status === 'resolved');
}

/** What holds for every change of an incident. `paged` remembers all pages so far, by what their ids are made of. */
function expectTurn(before: Incident | undefined, { incident, changes, requests }: Turn, paged: Set<string>, facts: OpeningFacts, now: Instant) {
  for (const change of changes) Change.parse(change);
  const episodeBefore = before?.escalation.episode ?? 0;
  const { episode } = incident.escalation;
  expect(episode).toBeGreaterThanOrEqual(episodeBefore);
  if (before !== undefined && before.status !== 'triggered' && incident.status === 'triggered') expect(episode).toBeGreaterThan(episodeBefore);
  for (const { kind, userId, cause, rule, dueAt, expiresAt } of requests) {
    expect(dueAt).toBeGreaterThanOrEqual(now);
    expect(expiresAt).toBeGreaterThanOrEqual(dueAt);
    const person = facts.people[userId];
    if (kind === 'notice') continue;
    expect(incident.status).toBe('triggered');
    expect(person !== undefined && isMember(person)).toBe(true);
    const key = JSON.stringify([incident.id, episode, cause, userId, rule]);
    // The same id twice would be one notification: the second page would be lost.
    expect(paged.has(key), key).toBe(false);
    paged.add(key);
  }
}

function step(random: SeededRandom, inbox: SampleInbox, facts: OpeningFacts, now: Instant): Record<string, Turn> {
  const known = inbox.incidents();
  const which = random.below(10);
  if (known.length === 0 || which < 4) {
    const batch = Array.from({ length: 1 + random.below(random.chance(0.2) ? 8 : 1) }, () => randomArrival(random, now));
    const { turns, results } = inbox.receive(batch, now);
    expect(results.map(({ dedupKey }) => dedupKey)).toEqual(batch.map(({ parsed }) => parsed.dedupKey));
    return turns;
  }
  const { id } = known[random.chance(0.8) ? known.length - 1 : random.below(known.length)] ?? { id: '' };
  if (which < 7) {
    const before = inbox.incident(id);
    const decision = inbox.command(id, randomCommand(random, facts, now));
    if (decision.kind === 'done') return { [id]: decision.turn };
    expect(inbox.incident(id)).toBe(before);
    return {};
  }
  const before = inbox.incident(id);
  const isDue = before.wakeAt !== null && before.wakeAt <= now;
  const turn = inbox.wake(id, now);
  expect(turn.changes.length > 0).toBe(isDue);
  if (!isDue) expect(turn).toEqual({ incident: before, changes: [], requests: [] });
  // A second wake-up at the same moment finds nothing left to do.
  expect(inbox.wake(id, now).changes).toEqual([]);
  return { [id]: turn };
}

describe('whatever happens, in whatever order', () => {
  it.each(Array.from({ length: seeds }, (_, seed) => seed))(`seed %i holds for ${stepsPerSeed} steps`, (seed) => {
    const random = seededRandom(seed);
    const facts = randomFacts(random);
    const inbox = sampleInbox(facts);
    const paged = new Set<string>();
    const statuses = new Set<string>();
    let now = noon;
    for (let index = 0; index < stepsPerSeed; index += 1) {
      now += random.pick([1, SECOND, 30 * SECOND, MINUTE, 10 * MINUTE, 2 * HOUR, DAY]);
      const before = new Map(inbox.incidents().map((incident) => [incident.id, incident]));
      try {
        for (const [id, turn] of Object.entries(step(random, inbox, facts, now))) expectTurn(before.get(id), turn, paged, facts, now);
        for (const incident of inbox.incidents()) {
          statuses.add(incident.status);
          if (incident !== before.get(incident.id)) expectConsistent(incident, inbox.alertsOf(incident.id), facts);
        }
        for (const id of inbox.openKeys().values()) expect(inbox.incident(id).status).not.toBe('resolved');
      } catch (error) {
        throw new Error(`seed ${seed}, step ${index}`, { cause: error });
      }
    }
    // A run that never left a status would prove nothing.
    expect([...statuses].sort()).toEqual(['acknowledged', 'monitoring', 'resolved', 'triggered']);
  });
});
