import type { EscalationPolicy } from './escalation/policy';
import type { Incident } from './incident/incident';
import type { Arrival } from './incident/join';
import { noRouting, open, type Opening, type OpeningFacts } from './incident/open';
import { defaultSeverityPolicy, severityOfWord } from './incident/severity';
import type { ParsedAlert, ParseHints } from './ingest/parsed';
import type { Notification } from './notification/notification';
import { Schedule } from './oncall/schedule';
import type { Person } from './people/person';
import type { Service } from './service/service';
import { MINUTE } from './time/instant';

// Samples for tests: whole, valid values, of which a test names only the fields that it is about.

/** Saturday 21 November 2026, 12:00 UTC: by day in Berlin and in New York, so that nothing waits for a morning unless a test says so. */
export const noon = Date.UTC(2026, 10, 21, 12, 0);

/** An active responder in UTC whose name is the id with a capital. */
export function samplePerson(id: string, fields: Partial<Person> = {}): Person {
  return {
    id, name: id.charAt(0).toUpperCase() + id.slice(1), role: 'responder', timeZone: 'UTC', teamIds: [], active: true,
    privateLockScreen: false, timeOff: [], callNumber: null, ...fields,
  };
}

/** One weekly layer that hands over on Mondays at 09:00 UTC. */
export function sampleSchedule(id: string, participants: string[], fields: Partial<Schedule> = {}): Schedule {
  return Schedule.parse({
    id, name: `Schedule ${id}`, timeZone: 'UTC', overrides: [],
    layers: [{ id: 'layer', name: 'Layer', participants, rotation: { type: 'weekly', length: 1, startLocal: '2026-01-05T09:00' } }], ...fields,
  });
}

/** Priya's schedule, then Sam after 60 s; gone through twice. */
export function samplePolicy(fields: Partial<EscalationPolicy> = {}): EscalationPolicy {
  return {
    id: 'policy', name: 'Checkout', rounds: 2,
    steps: [
      { targets: [{ kind: 'schedule', scheduleId: 'weekly' }], delaySeconds: 60 },
      { targets: [{ kind: 'person', userId: 'sam' }], delaySeconds: 120 },
    ], ...fields,
  };
}

export function sampleService(fields: Partial<Service> = {}): Service {
  return { id: 'checkout', name: 'Checkout', description: '', policyId: 'policy', runbookId: null, statusComponentId: null, grouping: { by: 'source' }, ...fields };
}

/** Priya (primary), Sam (secondary), the admin Ada (last resort) and the stakeholder Stella, who is never paged. */
export function sampleFacts(fields: Partial<OpeningFacts> = {}): OpeningFacts {
  return {
    people: {
      priya: samplePerson('priya'), sam: samplePerson('sam'), ada: samplePerson('ada', { role: 'admin' }),
      stella: samplePerson('stella', { role: 'stakeholder' }),
    },
    schedules: { weekly: sampleSchedule('weekly', ['priya']) },
    severities: defaultSeverityPolicy, service: sampleService(), policy: samplePolicy(), ...fields,
  };
}

/** What a parser is told where a test is not about it. */
export const sampleHints: ParseHints = { assignedKey: 'assigned-key', mapping: null };

/** A firing alert that names no group. */
export function sampleParsedAlert(fields: Partial<ParsedAlert> = {}): ParsedAlert {
  return {
    dedupKey: 'checkout-503', groupKey: null, status: 'firing', title: 'Checkout is answering 503', description: '', severityWord: 'critical',
    name: 'CheckoutDown', service: 'checkout', startedAt: null, endedAt: null, links: [], labels: {}, ...fields,
  };
}

/** The arrival of an alert through the one integration of the sample service. */
export function sampleArrival(fields: Partial<ParsedAlert> = {}, receivedAt: number = noon): Arrival {
  const parsed = sampleParsedAlert(fields);
  return {
    alertId: `alert-${parsed.dedupKey}`, parsed, severity: severityOfWord(parsed.severityWord, defaultSeverityPolicy), receivedAt,
    integration: { id: 'integration', name: 'Alertmanager' }, service: sampleService(), policy: samplePolicy(),
    routing: noRouting, suppressedBy: null, alias: null, groupWithin: null, dedupOpenId: `dedup-${parsed.dedupKey}`, groupOpenId: parsed.groupKey === null ? null : `group-${parsed.groupKey}`,
  };
}

/** An incident that was triggered at `now` without an alert, its first step paged. */
export function sampleIncident(fields: Partial<Opening> = {}, facts: OpeningFacts = sampleFacts(), now: number = noon): Incident {
  return open({
    id: 'INC-K7Q2MD', title: 'Checkout is answering 503', description: '', severity: 'SEV1', type: 'outage', links: [], startedAt: null,
    detectedAt: now, linkedTo: null, declaredBy: null, ...fields,
  }, facts, now).incident;
}

/** A page of the first episode that waits to be sent. */
export function sampleNotification(fields: Partial<Notification> = {}): Notification {
  return {
    id: 'notification', incidentId: 'INC-K7Q2MD', episode: 1, cause: '0.0', rule: '0', kind: 'page', channel: 'push', methodId: null, userId: 'priya', destinationId: null,
    subject: 'page', why: 'primary', url: null, chainAt: null, followAt: null, providerId: null, bundleId: null, userName: 'Priya', urgency: 'high', title: 'SEV1 Checkout', body: 'Checkout is answering 503.', status: 'pending', createdAt: noon, dueAt: noon,
    expiresAt: noon + MINUTE, sendingAt: null, leaseUntil: null, sentAt: null, deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null,
    attempts: 0, reason: null, provider: null, tokenHashes: [], tokenExpiresAt: null, ...fields,
  };
}

/** Numbers that look random and are the same on every run (mulberry32): a failing step can be found again by its seed. */
export function seededRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** A whole number from 0 to `count` - 1. */
    below: (count: number) => Math.floor(next() * count),
    chance: (probability: number) => next() < probability,
    pick<const T>(list: readonly T[]): T {
      const index = Math.floor(next() * list.length);
      // An index below the length: what is there may be null, but is a T.
      if (index < list.length) return list[index] as T;
      throw new Error('nothing to pick from');
    },
  };
}
export type SeededRandom = ReturnType<typeof seededRandom>;
