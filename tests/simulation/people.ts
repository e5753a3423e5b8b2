import fc from 'fast-check';
import { Timestamp } from 'firebase-admin/firestore';
import type { Database } from './store/database';
import { writeOf } from './store/writes';

export const people = ['ada', 'priya', 'sam', 'lee'] as const;
export const schedules = ['weekly', 'daily'] as const;
export const services = ['checkout', 'cards'] as const;
export const policies = ['policy0', 'policy1'] as const;
export type PersonId = (typeof people)[number];

const target = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), userId: fc.constantFrom(...people, 'gone') }),
  fc.record({ kind: fc.constant('schedule' as const), scheduleId: fc.constantFrom(...schedules, 'gone') }),
);
export const policySteps = fc.array(fc.record({ targets: fc.array(target, { minLength: 1, maxLength: 3 }), delaySeconds: fc.constantFrom(30, 60, 120, 300, 600) }), { minLength: 1, maxLength: 4 });
export const policy = fc.record({ steps: policySteps, rounds: fc.integer({ min: 1, max: 3 }) });
/** Who takes turns; nobody at all is a schedule that is one long gap. `off`: taken off for so many minutes from the beginning, a gap where nobody else is on. */
export const schedule = fc.record({
  participants: fc.array(fc.constantFrom(...people), { maxLength: 3 }), type: fc.constantFrom('daily' as const, 'weekly' as const), off: fc.constantFrom(0, 0, 20, 120),
});
const person = fc.record({ active: fc.boolean().chain((one) => (one ? fc.constant(true) : fc.boolean())), devices: fc.constantFrom(0, 1, 1, 2), privateLockScreen: fc.boolean() });

/** An organisation before anything happens. */
export const setup = fc.record({
  people: fc.record(Object.fromEntries(people.map((id) => [id, person])) as Record<PersonId, typeof person>), // Its keys are those people.
  schedules: fc.tuple(schedule, schedule), policies: fc.tuple(policy, policy), seed: fc.integer(),
});
export type Setup = typeof setup extends fc.Arbitrary<infer S> ? S : never;
export type Schedule = Setup['schedules'][number];

export function scheduleDocument(id: string, { participants, type, off }: Schedule, now: number): Record<string, unknown> {
  const [first = ''] = participants;
  return {
    id, name: `Schedule ${id}`, timeZone: 'Europe/Berlin',
    layers: participants.length === 0 ? [] : [{ id: 'layer', name: 'Layer', participants, rotation: { type, length: 1, startLocal: '2026-11-02T09:00' } }],
    overrides: off === 0 || first === '' ? [] : [{ id: 'off', kind: 'remove', startAt: Timestamp.fromMillis(now), endAt: Timestamp.fromMillis(now + off * 60_000), removeUserId: first }],
  };
}

export const deviceOf = (userId: string, index: number, now: Timestamp): Record<string, unknown> => ({
  id: `${userId}-device-${index}`, name: `Phone ${index}`, platform: index === 0 ? 'web' : 'android', pushToken: `${userId}:device-${index}`, permission: 'granted', installed: true,
  soundAllowed: true, registeredAt: now, lastOpenedAt: now, lastReceiptAt: null,
});

/** The key of a service's integration. */
export const keyOf = (service: string): string => `key-${service}`;

/** Writes the organisation into the store. `hash`: sha256, as the backend keeps keys. */
export function furnish(database: Database, setup: Setup, hash: (text: string) => string): void {
  const now = database.clock.now();
  const set = (path: string, fields: Record<string, unknown>) => writeOf.set(path, fields);
  database.commit([
    ...people.flatMap((id) => {
      const { active, devices, privateLockScreen } = setup.people[id];
      return [
        set(`users/${id}`, { id, name: id.charAt(0).toUpperCase() + id.slice(1), role: id === 'ada' ? 'admin' : 'responder', timeZone: 'UTC', teamIds: [], active: active || id === 'ada', privateLockScreen }),
        set(`users/${id}/private/contact`, { email: `${id}@rouse.test`, devices: Array.from({ length: devices }, (_, index) => deviceOf(id, index, Timestamp.fromMillis(now))) }),
      ];
    }),
    ...schedules.map((id, index) => set(`schedules/${id}`, scheduleDocument(id, setup.schedules[index] ?? setup.schedules[0], now))),
    ...policies.map((id, index) => set(`escalationPolicies/${id}`, { id, name: `Policy ${id}`, ...(setup.policies[index] ?? setup.policies[0]) })),
    ...services.flatMap((id, index) => [
      set(`services/${id}`, { id, name: `Service ${id}`, description: '', policyId: policies[index] ?? policies[0], runbookId: null, statusComponentId: null }),
      set(`integrations/${id}`, { id, name: `Integration ${id}`, serviceId: id, source: 'generic', keyHint: 'test' }),
      set(`integrationKeys/${hash(keyOf(id))}`, { integrationId: id, validUntil: null }),
    ]),
  ]);
}
