import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, samplePerson, samplePolicy, type SeededRandom, seededRandom } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import { isHeld } from '../escalation/paging';
import { lastResort } from '../escalation/targets';
import type { Result } from '../ingest/fold';
import { isMember } from '../people/person';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import { addNote, setSeverity } from './adjust';
import { Alert } from './alert';
import type { Decision } from './decision';
import { reopen, resolve, setMilestone } from './finish';
import { flapsFrom } from './flap';
import { Incident, Milestone } from './incident';
import type { Arrival } from './join';
import { noRouting, type OpeningFacts } from './open';
import { Severity } from './severity';
import { acknowledge, escalate, release } from './take';
import { Change } from './timeline';
import type { Turn } from './turn';
import { recipientOf } from '../notification/notification';

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

/** Half of the time as its source sent it; else with what rules and maintenance windows may have made of it. */
function randomArrival(random: SeededRandom, now: Instant): Arrival {
  const sourceTime = () => (random.chance(0.4) ? null : now - random.below(10) * MINUTE);
  const status = random.pick(['firing', 'firing', 'firing', 'acknowledged', 'resolved', 'resolved']);
  const sent = `alert${random.below(6)}`;
  const isRenamed = random.chance(0.2);
  const amends = { title: random.pick(['Renamed', null]), description: null, severityWord: random.pick(['critical', 'info', null]), note: random.pick(['Noted', null]) };
  const arrival = sampleArrival({
    dedupKey: isRenamed ? `shared${random.below(2)}` : sent, groupKey: random.chance(0.3) ? null : `group${random.below(2)}`, status,
    severityWord: random.pick(['critical', 'error', 'warning', 'info', null]), name: random.pick(['Down', 'Slow', null]), service: random.pick(['checkout', 'cards', null]),
    startedAt: sourceTime(), endedAt: status === 'resolved' ? sourceTime() : null, ...(random.chance(0.05) ? { amends } : {}),
  }, now);
  const alias = isRenamed ? { openId: `dedup-${sent}`, alertId: `alert-${sent}` } : null;
  if (random.chance(0.5)) return { ...arrival, alias };
  const holdUntil = random.pick([null, now + 30 * SECOND, now + 20 * MINUTE]);
  return {
    ...arrival, alias, routing: { ...noRouting, urgency: random.pick(['high', 'low', null, null]), holdUntil }, suppressedBy: random.chance(0.2) ? 'Quiet nights' : null,
    groupWithin: arrival.groupOpenId !== null && random.chance(0.3) ? HOUR : null,
  };
}

/** One alert that fires and ends again and again, seconds apart: what random statuses hardly ever do. */
function randomFlapping(random: SeededRandom, now: Instant): Arrival[] {
  const { dedupOpenId, alertId, parsed } = sampleArrival({ dedupKey: `alert${random.below(6)}`, severityWord: random.pick(['critical', 'info']) });
  return Array.from({ length: 2 + random.below(6) }, (_, index) =>
    ({ ...sampleArrival({ ...parsed, status: index % 2 === 0 ? 'firing' : 'resolved' }, now), dedupOpenId, alertId }));
}

function randomCommand(random: SeededRandom, facts: OpeningFacts, now: Instant): (incident: Incident) => Decision {
  const userId = random.pick(people);
  const who = { userId, name: facts.people[userId]?.name ?? userId };
  const { severities } = facts;
  return random.pick<(incident: Incident) => Decision>([
    (incident) => acknowledge(incident, who, severities, now), (incident) => acknowledge(incident, who, severities, now),
    (incident) => release(incident, facts, now), (incident) => escalate(incident, facts, now), (incident) => resolve(incident, who, now),
    (incident) => reopen(incident, facts, now), (incident) => setSeverity(incident, random.pick(Severity.options), facts, now),
    (incident) => setMilestone(incident, random.pick(Milestone.options), who, severities, now), (incident) => addNote(incident, { text: 'Looking' }, severities, now),
  ]);
}

/** When anything of an incident is due next, said once more and in other words than the code's. */
function earliestDue(incident: Incident): Instant | null {
  const isWorkedAt = incident.status === 'triggered' || incident.status === 'acknowledged';
  const dues = [
    incident.status === 'triggered' ? incident.escalation.nextAt : null, isWorkedAt ? (incident.flapping?.quietUntil ?? null) : null,
    incident.status === 'monitoring' ? incident.watchUntil : null,
    incident.status === 'acknowledged' ? incident.snoozedUntil ?? (incident.nudgedAt === null ? incident.leaseUntil : incident.nudgedAt + 5 * MINUTE) : null, ...reminders(incident),
  ].filter((at) => at !== null);
  return dues.length === 0 ? null : Math.min(...dues);
}

/** Of somebody who is at work on it: an update by the cadence, and after an hour the question who commands. */
function reminders(incident: Incident): (Instant | null)[] {
  if (incident.status === 'triggered' || incident.status === 'resolved' || (incident.status === 'acknowledged' && incident.snoozedUntil !== null)) return [];
  if ((incident.owner?.userId ?? null) === null && incident.roles.length === 0) return [];
  const { cadenceMinutes, lastUpdateAt, updateRemindedAt, clocks: { acknowledgedAt, triggeredAt } } = incident;
  const commands = !['SEV1', 'SEV2'].includes(incident.severity) || incident.commanderAskedAt !== null || incident.roles.some(({ role }) => role === 'incidentCommander');
  return [
    cadenceMinutes === null ? null : Math.max(...[lastUpdateAt, updateRemindedAt, acknowledgedAt ?? triggeredAt].filter((at) => at !== null)) + cadenceMinutes * MINUTE,
    commands ? null : triggeredAt + 60 * MINUTE,
  ];
}

/** What holds for every incident at all times. */
function expectConsistent(incident: Incident, alerts: readonly Alert[], facts: OpeningFacts) {
  Incident.parse(incident);
  for (const alert of alerts) Alert.parse(alert);
  expect(incident.wakeAt).toBe(earliestDue(incident));
  const { firing, total, events } = incident.alertCounts;
  expect(firing).toBeLessThanOrEqual(total);
  expect({ firing, total, events }).toEqual({
    // What was merged fires in the other incident now.
    firing: incident.mergedInto !== null && incident.status === 'resolved' ? 0 : alerts.filter(({ status }) => status !== 'resolved').length,
    total: alerts.length, events: alerts.reduce((sum, { count }) => sum + count, 0),
  });
  if (incident.status === 'triggered') {
    // A loud incident never rests; a quiet one only once it has reached somebody. One that is held has reached nobody, and wakes.
    const hasReached = incident.responders.some(({ state }) => state !== 'acknowledged');
    if (incident.urgency === 'high' || !hasReached) expect(incident.wakeAt).not.toBeNull();
    if (isHeld(incident)) expect({ episode: incident.escalation.episode, wakes: incident.escalation.nextAt !== null }).toEqual({ episode: 0, wakes: true });
    else if (lastResort(facts).length > 0) expect(hasReached).toBe(true);
  }
  const { flapping } = incident;
  if (flapping !== null && (incident.status === 'triggered' || incident.status === 'acknowledged')) {
    // Nothing closes it but its own quiet, which begins when the last of its alerts has ended.
    expect(flapping.quietUntil === null).toBe(firing > 0);
    expect(flapping.count).toBeGreaterThanOrEqual(flapsFrom);
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
  if (isHeld(incident)) expect(requests).toEqual([]);
  for (const request of requests) {
    const { kind, cause, dueAt, expiresAt } = request;
    const userId = recipientOf(request);
    const rule = request.link?.rule;
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

const rests = (incident: Incident | undefined) => incident?.status === 'triggered' && incident.alertCounts.firing === 0 && incident.flapping === null;

/** What arrivals and the passing of time never do, whatever people may. */
function expectUnattended(before: Incident | undefined, { incident, changes, requests }: Turn) {
  const types = new Set(changes.map(({ type }) => type));
  // Triggered by nothing: only people leave an incident so, by reopening or escalating it.
  expect(rests(incident) && !rests(before)).toBe(false);
  if (before?.status !== 'triggered' || !requests.some(({ kind }) => kind === 'page')) return;
  if (isHeld(before)) expect([...types].some((type) => type === 'holdOver' || type === 'acknowledged')).toBe(true);
  // An alert that joins, or flaps on, only counts, unless it is louder.
  else expect(types.has('acknowledged') || (before.urgency === 'low' && incident.urgency === 'high')).toBe(true);
}

/** An alert that fires and that nobody suppresses is in an open incident, which its key leads to; unless it is a late report of a run that has ended. */
function expectHeard(inbox: SampleInbox, { parsed, alertId, alias, dedupOpenId, suppressedBy }: Arrival, result: Result | undefined) {
  if (parsed.status !== 'firing' || parsed.amends !== undefined || result?.action === 'suppressed') {
    expect(result?.action !== 'suppressed' || suppressedBy !== null).toBe(true);
    return;
  }
  expect(result?.incidentId).toEqual(expect.any(String));
  const alerts = inbox.alertsOf(result?.incidentId ?? '');
  if (result?.action === 'ignored') {
    const { startedAt: start } = parsed;
    // By the clock of its source, no younger than a run that has ended there; of which alert is not told where a rule has given several one key.
    expect(alerts.some(({ status, startedAt, endedAt }) => status === 'resolved' && endedAt !== null && startedAt !== null && start !== null && start <= startedAt)).toBe(true);
    return;
  }
  expect(inbox.incident(result?.incidentId ?? '').status).not.toBe('resolved');
  const isIts = ({ id, openIds }: Alert) => id === alertId || openIds.includes(dedupOpenId) || (alias !== null && openIds.includes(alias.openId));
  expect(alerts.some((alert) => alert.status !== 'resolved' && isIts(alert))).toBe(true);
  expect([inbox.openKeys().get(dedupOpenId), alias === null ? undefined : inbox.openKeys().get(alias.openId)]).toContain(result?.incidentId);
}

function step(random: SeededRandom, inbox: SampleInbox, facts: OpeningFacts, now: Instant): Record<string, Turn> {
  const known = inbox.incidents();
  const which = random.below(10);
  if (known.length === 0 || which < 4) {
    const batch = random.chance(0.1) ? randomFlapping(random, now) : Array.from({ length: 1 + random.below(random.chance(0.2) ? 8 : 1) }, () => randomArrival(random, now));
    const before = new Map(known.map((incident) => [incident.id, incident]));
    const { turns, results } = inbox.receive(batch, now);
    expect(results.map(({ dedupKey }) => dedupKey)).toEqual(batch.map(({ parsed }) => parsed.dedupKey));
    for (const [id, turn] of Object.entries(turns)) expectUnattended(before.get(id), turn);
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) expectHeard(inbox, only, results[0]);
    return turns;
  }
  if (which === 4 && random.chance(0.3)) {
    const open = known.filter(({ status }) => status !== 'resolved');
    const [from, into] = random.chance(0.9) && open.length > 1 ? [random.pick(open), random.pick(open)] : [random.pick(known), random.pick(known)];
    const merging = inbox.merge(from.id, into.id, { userId: 'sam', name: 'Sam' }, now);
    return merging.kind === 'done' ? { [from.id]: merging.from, [into.id]: merging.into } : {};
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
  expect(rests(turn.incident) && !rests(before)).toBe(false);
  if (isHeld(before) && turn.requests.length > 0) expect(turn.changes).toContainEqual({ type: 'holdOver', reason: 'stillFiring' });
  // A second wake-up at the same moment finds nothing left to do.
  expect(inbox.wake(id, now).changes).toEqual([]);
  return { [id]: turn };
}

describe('whatever happens, in whatever order', () => {
  const met = new Set<string>();

  it.each(Array.from({ length: seeds }, (_, seed) => seed))(`seed %i holds for ${stepsPerSeed} steps`, (seed) => {
    const random = seededRandom(seed);
    const facts = randomFacts(random);
    const inbox = sampleInbox(facts);
    const paged = new Set<string>();
    let now = noon;
    for (let index = 0; index < stepsPerSeed; index += 1) {
      now += random.pick([1, SECOND, 30 * SECOND, MINUTE, 10 * MINUTE, 2 * HOUR, DAY]);
      const before = new Map(inbox.incidents().map((incident) => [incident.id, incident]));
      try {
        for (const [id, turn] of Object.entries(step(random, inbox, facts, now))) expectTurn(before.get(id), turn, paged, facts, now);
        for (const incident of inbox.incidents()) {
          met.add(incident.status);
          if (isHeld(incident)) met.add('held');
          if (incident.flapping !== null) met.add('flapping');
          if (incident.mergedInto !== null) met.add('merged');
          if (incident !== before.get(incident.id)) expectConsistent(incident, inbox.alertsOf(incident.id), facts);
        }
        for (const id of inbox.openKeys().values()) expect(inbox.incident(id).status).not.toBe('resolved');
      } catch (error) {
        throw new Error(`seed ${seed}, step ${index}`, { cause: error });
      }
    }
  });

  it('and it did happen: a simulation that never left a state would prove nothing', () => {
    expect([...met].sort()).toEqual(['acknowledged', 'flapping', 'held', 'merged', 'monitoring', 'resolved', 'triggered']);
  });
});
