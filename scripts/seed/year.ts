import { setRepeat } from '#domain/incident/repeat';
import type { Incident } from '#domain/incident/incident';
import type { Severity } from '#domain/incident/severity';
import { monthOf, type MetricsRow, type Month } from '#domain/metrics/row';
import { rowOf } from '#domain/metrics/rowOf';
import { type SeededRandom, seededRandom } from '#domain/samples';
import type { Service } from '#domain/service/service';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time/instant';
import { incidentIdOf } from '../../functions/src/identity/identity';
import type { Configuration } from '../../functions/src/store/configuration';
import { type Course, live, type Lived } from './yearIncident';

const titles = [
  'Answers 503', 'Error rate above 5 %', 'p95 above 4 s', 'Queue grows', 'Certificate ends in 7 days', 'Disk above 90 %', 'Replica lags by 60 s', 'Out of memory', 'Connection pool exhausted', 'Nightly import failed',
  'Health check fails in one zone', 'Rate limit of a vendor reached', 'Login errors above 5 %', 'Payment confirmations are slow',
] as const;
/** How often, how soon somebody takes it and how long it lasts, both in minutes and as a middle. */
const kinds: readonly { severity: Severity; weight: number; taken: number; lasts: number }[] = [
  { severity: 'SEV1', weight: 7, taken: 1.6, lasts: 38 }, { severity: 'SEV2', weight: 23, taken: 3, lasts: 55 }, { severity: 'SEV3', weight: 48, taken: 12, lasts: 95 }, { severity: 'SEV4', weight: 22, taken: 90, lasts: 300 },
];

export type Year = { lived: Lived[]; months: Map<Month, Record<string, MetricsRow>> };

/** So many incidents of the 365 days before `now`, all of them over, and the rows of the metrics that they come to. The same seed, configuration and day give the same year. */
export function yearOf({ seed, count, facts, now }: { seed: number; count: number; facts: Configuration; now: number }): Year {
  const random = seededRandom(seed);
  const services = Object.values(facts.services).filter(({ policyId }) => facts.policies[policyId] !== undefined).sort((a, b) => a.id.localeCompare(b.id));
  if (services.length === 0) throw new Error('There is no service with an escalation policy.');
  const today = Math.floor(now / DAY) * DAY;
  const times = Array.from({ length: count }, () => timeOf(random, today)).sort((a, b) => a - b);
  const earlier = new Map<string, Incident>();
  const months: Year['months'] = new Map();
  const lived = times.map((triggeredAt, index) => {
    const service = random.pick(services);
    const one = live(courseOf(random, { facts, service, triggeredAt, id: incidentIdOf('seed', `year-${seed}-${index}`, 0) }), facts, random);
    const incident = marked(one.incident, earlier.get(service.id), random);
    earlier.set(service.id, incident);
    const row = rowOf(incident, one.messages, facts.people);
    const month = monthOf(triggeredAt);
    if (row !== null) months.set(month, Object.assign(months.get(month) ?? {}, { [incident.id]: row }));
    return { ...one, incident };
  });
  return { lived, months };
}

/** More by day than at night, fewer at weekends, and over before today began. */
function timeOf(random: SeededRandom, today: number): number {
  const hour = () => (random.chance(0.68) ? 7 + random.below(12) : random.below(24));
  const day = today - DAY - random.below(365) * DAY;
  const isWeekend = new Date(day).getUTCDay() % 6 === 0;
  return (isWeekend && random.chance(0.4) && day > today - 360 * DAY ? day - 3 * DAY : day) + hour() * HOUR + random.below(HOUR);
}

function courseOf(random: SeededRandom, { facts, service, triggeredAt, id }: { facts: Configuration; service: Service; triggeredAt: number; id: string }): Course {
  const policy = facts.policies[service.policyId];
  if (policy === undefined) throw new Error(`${service.id} has no policy`);
  const { severity, taken, lasts } = weighted(random);
  const healed = random.chance(0.12);
  // Most are taken by whom they page first; the others by somebody later.
  const firstWait = (policy.steps[0]?.delaySeconds ?? 60) * SECOND;
  const takenAfter = healed ? null : Math.round(random.chance(0.74) ? Math.min(around(random, firstWait / 3), firstWait - SECOND) : around(random, taken * MINUTE));
  const lasted = Math.round((takenAfter ?? 0) + MINUTE + around(random, (healed ? 6 : lasts) * MINUTE));
  const restoredAfter = random.chance(0.7) ? Math.round((takenAfter ?? 0) + (lasted - (takenAfter ?? 0)) * (0.4 + random.below(50) / 100)) : lasted;
  const verdict = !random.chance(0.78) ? null : random.pick(['real', 'real', 'real', 'real', 'real', 'real', 'falsePositive', 'known', 'duplicate'] as const);
  const detectedAt = triggeredAt - random.below(2 * SECOND);
  return {
    service, policy, triggeredAt, takenAfter, restoredAfter, lasted, reopens: random.chance(0.04), verdict,
    opening: {
      id, title: random.pick(titles), description: '', severity, type: random.pick(['outage', 'degradation', 'degradation', 'defect', 'other'] as const), links: [],
      startedAt: detectedAt - Math.round(around(random, 2.5 * MINUTE)), detectedAt, linkedTo: null, declaredBy: null,
    },
  };
}

/** Now and then it went on in the one before it, or is the same again. */
function marked(incident: Incident, before: Incident | undefined, random: SeededRandom): Incident {
  if (before === undefined) return incident;
  if (random.chance(0.015)) return { ...incident, mergedInto: before.id };
  if (!random.chance(0.13)) return incident;
  const decision = setRepeat(incident, before, { userId: 'primary', name: 'Priya Nair' }, (incident.clocks.resolvedAt ?? 0) + HOUR);
  return decision.kind === 'done' ? decision.turn.incident : incident;
}

function weighted(random: SeededRandom): (typeof kinds)[number] {
  let left = random.below(kinds.reduce((sum, { weight }) => sum + weight, 0));
  for (const kind of kinds) {
    if (left < kind.weight) return kind;
    left -= kind.weight;
  }
  return random.pick(kinds);
}

/** Around a middle, with the long tail that such times have: from a fifth of it to some nine times. */
const around = (random: SeededRandom, middle: number): number => middle * Math.exp((random.below(1_000) + random.below(1_000) + random.below(1_000) - 1_500) / 700);
