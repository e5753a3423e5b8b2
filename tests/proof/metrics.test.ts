import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '#domain/escalation/advance';
import type { Decision } from '#domain/incident/decision';
import { ended, reopen, resolve, setMilestone } from '#domain/incident/finish';
import type { Incident } from '#domain/incident/incident';
import { merge } from '#domain/incident/merge';
import { open, type OpeningFacts } from '#domain/incident/open';
import type { Severity } from '#domain/incident/severity';
import { setStartedAt } from '#domain/incident/reclassify';
import { setRepeat } from '#domain/incident/repeat';
import { acknowledge, escalate } from '#domain/incident/take';
import { type Turn, turnOf } from '#domain/incident/turn';
import { setVerdict } from '#domain/incident/verdict';
import { figuresOf } from '#domain/metrics/figures';
import type { MetricsRow } from '#domain/metrics/row';
import { rowOf } from '#domain/metrics/rowOf';
import { noiseByAlert } from '#domain/noise/noise';
import type { Notification } from '#domain/notification/notification';
import { noon, type SeededRandom, sampleFacts, sampleNotification, samplePerson, seededRandom } from '#domain/samples';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time/instant';
import { yearOf } from '../../scripts/seed/year';
import type { Configuration } from '../../functions/src/store/configuration';
import { defaultReadiness } from '#domain/readiness/shiftReadiness';
import { recounted } from './recount';
import { organisations } from './organisations';

type World = { incidents: Map<string, Incident>; messages: Map<string, Notification[]>; facts: OpeningFacts };

/** The figures as the dashboard has them, and how much of each alert the noise screen calls wasted. */
const shown = (rows: readonly MetricsRow[]) => ({
  ...figuresOf(rows), noise: Object.fromEntries(noiseByAlert(rows.map((row, index) => ({ ...row, id: String(index) }))).map(({ serviceId, name, wasted }) => [`${serviceId} ${name}`, wasted.incidents])),
});

/** From a row for each incident. */
function asDashboard({ incidents, messages, facts }: World) {
  return shown([...incidents.values()].flatMap((incident) => rowOf(incident, messages.get(incident.id) ?? [], facts.people) ?? []));
}

/** Numbers to the ten thousandth of a millisecond: the two add up in other orders. */
const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Math.round(value * 10_000) / 10_000;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
};

const same = (world: World) => {
  const all = [...world.incidents.values()].map((incident) => ({ incident, messages: world.messages.get(incident.id) ?? [] }));
  expect(rounded(asDashboard(world))).toEqual(rounded(recounted(all, Object.fromEntries(Object.values(world.facts.people).map(({ id, timeZone }) => [id, timeZone])))));
};

/** Messages of a turn, sent and received as luck has it. */
function deliver({ messages }: World, { incident, requests }: Turn, at: number, random: SeededRandom): void {
  const all = messages.get(incident.id) ?? [];
  for (const { kind, to, cause, what } of requests) {
    const sentAt = random.chance(0.1) ? null : at + random.below(30 * SECOND);
    const received = sentAt !== null && random.chance(0.8) ? sentAt + random.below(60 * SECOND) : null;
    const ways = 1 + random.below(3);
    for (let way = 0; way < ways; way += 1) {
      all.push(sampleNotification({
        id: `${incident.id}-${all.length}`, incidentId: incident.id, episode: incident.escalation.episode, cause, kind, subject: what, rule: String(way), userId: 'userId' in to ? to.userId : null,
        destinationId: 'userId' in to ? null : to.destinationId, createdAt: at, sentAt: sentAt === null ? null : sentAt + way * MINUTE, deliveredAt: random.chance(0.5) ? received : null, seenAt: random.chance(0.3) ? received : null,
      }));
    }
  }
  messages.set(incident.id, all);
}

function turned(world: World, decision: Decision, at: number, random: SeededRandom): void {
  if (decision.kind !== 'done') return;
  world.incidents.set(decision.turn.incident.id, decision.turn.incident);
  deliver(world, decision.turn, at, random);
}

/** Something that a person, a source or the clock does to one of them. */
function step(world: World, at: number, random: SeededRandom, done: Record<string, number>): void {
  const { incidents, facts } = world;
  const incident = random.pick([...incidents.values()]);
  const people = Object.values(facts.people);
  const person = random.pick(people);
  const who = { userId: person.id, name: person.name };
  const acts: Record<string, () => void> = {
    clock: () => { if (incident.wakeAt !== null && incident.wakeAt <= at) turned(world, { kind: 'done', turn: advance(incident, facts, at) }, at, random); },
    acknowledge: () => turned(world, acknowledge(incident, who, facts.severities, at), at, random),
    escalate: () => turned(world, escalate(incident, facts, at), at, random),
    restore: () => turned(world, setMilestone(incident, 'serviceRestored', who, facts.severities, at), at, random),
    resolve: () => turned(world, resolve(incident, who, at), at, random),
    heal: () => { if (incident.status === 'triggered') turned(world, { kind: 'done', turn: ended(turnOf(incident), null, 'source', at) }, at, random); },
    reopen: () => turned(world, reopen(incident, facts, at), at, random),
    verdict: () => turned(world, setVerdict(incident, random.pick(['real', 'falsePositive', 'duplicate', 'known'] as const), '', who, at), at, random),
    repeat: () => turned(world, setRepeat(incident, random.chance(0.2) ? null : random.pick([...incidents.values()]), who, at), at, random),
    edit: () => turned(world, setStartedAt(incident, incident.clocks.detectedAt - random.below(2 * HOUR), at), at, random),
    merge: () => {
      const merging = merge(incident, random.pick([...incidents.values()]), who, facts, at);
      if (merging.kind !== 'done') return;
      for (const turn of [merging.from, merging.into]) turned(world, { kind: 'done', turn }, at, random);
    },
  };
  const name = random.pick(['clock', 'clock', 'acknowledge', 'acknowledge', 'escalate', 'restore', 'resolve', 'resolve', 'resolve', 'heal', 'reopen', 'verdict', 'verdict', 'repeat', 'repeat', 'edit', 'merge']);
  const before = incidents.get(incident.id);
  acts[name]?.();
  if (incidents.get(incident.id) !== before) done[name] = (done[name] ?? 0) + 1;
}

describe('the figures of a dashboard', () => {
  it('are what counting the incidents and their messages by hand comes to, whatever was done to them', () => {
    const done: Record<string, number> = {};
    const seen = { incidents: 0, between: 0, repeated: 0, secondLevel: 0, falsePositive: 0, nightPages: 0, answered: 0, reopened: 0 };
    fc.assert(fc.property(organisations, fc.integer(), ({ facts: known, service, at }, seed) => {
      const random = seededRandom(seed);
      const policy = known.policies[service.policyId];
      if (policy === undefined) throw new Error('the service has no policy');
      const facts: OpeningFacts = { ...known, service, policy };
      const world: World = { incidents: new Map(), messages: new Map(), facts };
      for (let index = 0; index < 12; index += 1) {
        const triggeredAt = at + random.below(60 * DAY);
        const own = { ...facts, service: { ...service, id: random.pick(['checkout', 'login', 'search']) } };
        const turn = open({
          id: `INC-${String(100_000 + index)}`, title: 'Something', description: '', severity: random.pick<Severity>(['SEV1', 'SEV2', 'SEV3', 'SEV4']), type: 'outage', links: [],
          startedAt: triggeredAt - random.below(HOUR), detectedAt: triggeredAt - random.below(MINUTE), linkedTo: null, declaredBy: null,
        }, own, triggeredAt);
        world.incidents.set(turn.incident.id, turn.incident);
        deliver(world, turn, triggeredAt, random);
      }
      let now = at;
      for (let turn = 0; turn < 120; turn += 1) {
        now += random.below(DAY);
        step(world, now, random, done);
        if (turn % 12 === 0) same(world);
      }
      same(world);
      const { incidents, between, repeated, secondLevel, falsePositive, nightPages, answered, reopened } = asDashboard(world);
      const more = { incidents, between: between?.count ?? 0, repeated: repeated.count, secondLevel: secondLevel.count, falsePositive: falsePositive.count, nightPages, answered: answered?.count ?? 0, reopened };
      for (const name of Object.keys(seen) as (keyof typeof seen)[]) seen[name] += more[name]; // The keys of the one are those of the other.
    }), { numRuns: 60, seed: 6 });
    // A proof in which little happened would prove nothing.
    for (const name of ['clock', 'acknowledge', 'escalate', 'restore', 'resolve', 'heal', 'reopen', 'verdict', 'repeat', 'edit', 'merge']) expect(done[name] ?? 0, name).toBeGreaterThan(20);
    for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(20);
  }, 90_000);

  it('of a seeded year are that as well', () => {
    const { people, schedules, severities, service, policy } = sampleFacts();
    const facts: Configuration = {
      people: { ...people, sam: samplePerson('sam', { timeZone: 'America/New_York' }) },
      schedules, severities, services: { checkout: service, login: { ...service, id: 'login' } }, policies: { policy }, teams: {}, destinations: {}, calendars: {}, readiness: defaultReadiness,
      integrations: {}, rules: {}, windows: {}, reach: {}, holidays: {},
    };
    const { lived, months } = yearOf({ seed: 1, count: 2_000, facts, now: noon });
    const rows = [...months.values()].flatMap((each) => Object.values(each));
    expect(months.size).toBeLessThanOrEqual(13);
    expect(rows.length).toBeGreaterThan(1_900);
    expect(rounded(shown(rows))).toEqual(rounded(recounted(lived, Object.fromEntries(Object.values(facts.people).map(({ id, timeZone }) => [id, timeZone])))));
  }, 30_000);
});
