import fc from 'fast-check';
import { Timestamp } from 'firebase-admin/firestore';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import type { Weekday } from '#domain/time/weeklyWindow';
import type { Database } from './store/database';
import { writeOf } from './store/writes';

export const people = ['ada', 'priya', 'sam', 'lee'] as const;
export const schedules = ['weekly', 'daily'] as const;
export const services = ['checkout', 'cards'] as const;
export const policies = ['policy0', 'policy1'] as const;
export type PersonId = (typeof people)[number];

export const teams = ['web'] as const;
/** A chain of a person's own. Of the methods that they name some are not there, or not verified. */
const ownRules = fc.array(fc.oneof(
  fc.record({ channel: fc.constant('push' as const), methodId: fc.constant(null), delaySeconds: fc.constantFrom(0, 0, 15, 60) }),
  fc.record({ channel: fc.constantFrom('sms' as const, 'voice' as const), methodId: fc.constant('phone'), delaySeconds: fc.constantFrom(0, 30, 45, 120) }),
  fc.record({ channel: fc.constant('email' as const), methodId: fc.constant('mail'), delaySeconds: fc.constantFrom(0, 60, 180) }),
), { minLength: 1, maxLength: 4 });
/** null: the defaults. */
export const rules = fc.record({ high: fc.oneof(fc.constant(null), ownRules), low: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: ownRules }) });

export const target = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('team' as const), teamId: fc.constantFrom(...teams, 'gone') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('person' as const), userId: fc.constantFrom(...people, 'gone') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('schedule' as const), scheduleId: fc.constantFrom(...schedules, 'gone') }) },
);
const days: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Hours that end, or begin, a quarter of an hour after a world does. */
const branch = fc.record({ when: fc.constantFrom('inside' as const, 'outside' as const), timeZone: fc.constant('UTC'), windows: fc.constantFrom([{ days, start: '08:00', end: '12:15' }], [{ days, start: '12:15', end: '20:00' }]) });
/** Without the key where there is none: a document knows no `undefined`. */
const maybe = <N extends string, T>(name: N, value: fc.Arbitrary<T>, weight: number) => fc.oneof(
  { weight: weight - 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: value.map((one) => ({ [name]: one }) as { [K in N]?: T }) }, // Its one key is that name.
);
const policyStep = fc.tuple(fc.record({ targets: fc.array(target, { minLength: 1, maxLength: 3 }), delaySeconds: fc.constantFrom(30, 60, 120, 300, 600) }), maybe('branch', branch, 5)).map(([step, more]) => ({ ...step, ...more }));
export const policySteps = fc.array(policyStep, { minLength: 1, maxLength: 4 });
export const policy = fc.tuple(fc.record({ steps: policySteps, rounds: fc.integer({ min: 1, max: 3 }) }), maybe('handOffTo', fc.constantFrom(...policies), 3)).map(([one, more]) => ({ ...one, ...more }));
/** Who takes turns; nobody at all is a schedule that is one long gap. `off`: taken off for so many minutes from the beginning, a gap where nobody else is on. */
export const schedule = fc.record({
  participants: fc.array(fc.constantFrom(...people), { maxLength: 3 }), type: fc.constantFrom('daily' as const, 'weekly' as const), off: fc.constantFrom(0, 0, 20, 120),
});
const method = fc.constantFrom('none', 'verified', 'verified', 'new');
const person = fc.record({
  active: fc.boolean().chain((one) => (one ? fc.constant(true) : fc.boolean())), devices: fc.constantFrom(0, 1, 1, 2), privateLockScreen: fc.boolean(), phone: method, mail: method, rules,
});

/** An organisation before anything happens. */
export const setup = fc.record({
  people: fc.record(Object.fromEntries(people.map((id) => [id, person])) as Record<PersonId, typeof person>), // Its keys are those people.
  schedules: fc.tuple(schedule, schedule), policies: fc.tuple(policy, policy), seed: fc.integer(), team: fc.array(fc.constantFrom(...people), { maxLength: 3 }),
  /** Minutes that an acknowledge of the two worst severities holds: short ones, so that a world sees their end. */
  lease: fc.constantFrom(2, 5, 10),
});
export type Setup = typeof setup extends fc.Arbitrary<infer S> ? S : never;
export type Schedule = Setup['schedules'][number];

/** Somebody who is reached by everything: a phone that takes pushes, a number, a mail address, and the default rules. */
export const reached = (): Setup['people'][PersonId] => ({ active: true, devices: 1, privateLockScreen: false, phone: 'verified', mail: 'verified', rules: { high: null, low: null } });

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

/** A person's number, by their place in the list. */
export const numberOf = (userId: string): string => `+4915100000${10 + people.findIndex((id) => id === userId)}`;
/** Whose address this is: a number or a mail's. */
export const ownerOf = (address: string): string => people.find((id) => numberOf(id) === address || `${id}@mail.test` === address) ?? '';

function contactOf(id: PersonId, { devices, phone, mail, rules: own }: Setup['people'][PersonId], now: Timestamp): Record<string, unknown> {
  const methodOf = (methodId: string, kind: 'phone' | 'email', address: string, state: string) => (state === 'none' ? [] : [{ id: methodId, kind, address, verifiedAt: state === 'verified' ? now : null, proof: null }]);
  return {
    email: `${id}@rouse.test`, devices: Array.from({ length: devices }, (_, index) => deviceOf(id, index, now)), rules: own, quietHours: null,
    methods: [...methodOf('phone', 'phone', numberOf(id), phone), ...methodOf('mail', 'email', `${id}@mail.test`, mail)],
  };
}

/** The key of a service's integration. */
export const keyOf = (service: string): string => `key-${service}`;

/** Writes the organisation into the store. `hash`: sha256, as the backend keeps keys. */
export function furnish(database: Database, setup: Setup, hash: (text: string) => string): void {
  const now = database.clock.now();
  const set = (path: string, fields: Record<string, unknown>) => writeOf.set(path, fields);
  database.commit([
    ...people.flatMap((id) => {
      const { active, privateLockScreen, phone } = setup.people[id];
      return [
        set(`users/${id}`, { id, name: id.charAt(0).toUpperCase() + id.slice(1), role: id === 'ada' ? 'admin' : 'responder', timeZone: 'UTC', teamIds: [], active: active || id === 'ada', privateLockScreen }),
        set(`users/${id}/private/contact`, contactOf(id, setup.people[id], Timestamp.fromMillis(now))),
        ...(phone === 'verified' ? [set(`phones/${hash(numberOf(id))}`, { userId: id, methodId: 'phone' })] : []),
      ];
    }),
    set('teams/web', { id: 'web', name: 'Web', memberIds: setup.team }),
    set('settings/severities', { ...defaultSeverityPolicy, SEV1: { ...defaultSeverityPolicy.SEV1, leaseMinutes: setup.lease }, SEV2: { ...defaultSeverityPolicy.SEV2, leaseMinutes: setup.lease } }),
    ...schedules.map((id, index) => set(`schedules/${id}`, scheduleDocument(id, setup.schedules[index] ?? setup.schedules[0], now))),
    ...policies.map((id, index) => set(`escalationPolicies/${id}`, { id, name: `Policy ${id}`, ...(setup.policies[index] ?? setup.policies[0]) })),
    ...services.flatMap((id, index) => [
      set(`services/${id}`, { id, name: `Service ${id}`, description: '', policyId: policies[index] ?? policies[0], runbookId: null, statusComponentId: null }),
      set(`integrations/${id}`, { id, name: `Integration ${id}`, serviceId: id, source: 'generic', keyHint: 'test' }),
      set(`integrationKeys/${hash(keyOf(id))}`, { integrationId: id, validUntil: null }),
    ]),
  ]);
}
