import fc from 'fast-check';
import { Timestamp } from 'firebase-admin/firestore';
import { noon } from '#domain/samples';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time/instant';
import type { Weekday } from '#domain/time/weeklyWindow';
import { people, policies, rules, type Setup, setup, target } from '../people';

const days: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const office = { days: days.slice(0, 5), start: '09:00', end: '17:00' };
const windows = fc.constantFrom([office], [{ days, start: '20:00', end: '06:00' }], [{ days, start: '00:00', end: '00:00' }], [{ days: days.slice(5), start: '08:00', end: '20:00' }]);
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2, nil: null });

const step = fc.record({
  targets: fc.array(target, { minLength: 1, maxLength: 3 }), delaySeconds: fc.constantFrom(37, 67, 127, 307, 607), branch: optional(fc.record({ when: fc.constantFrom('inside' as const, 'outside' as const), timeZone: zone, windows })),
});
const policy = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), rounds: fc.integer({ min: 1, max: 3 }), handOffTo: optional(fc.constantFrom(...policies)) });
const override = fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), userId: fc.constantFrom(...people), from: fc.integer({ min: -120, max: 120 }), minutes: fc.integer({ min: 1, max: 180 }) });
const layer = fc.record({ participants: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 3 }), type: fc.constantFrom('hourly' as const, 'daily' as const, 'weekly' as const), windows: optional(windows), priority: fc.nat({ max: 1 }) });
const schedule = fc.record({ timeZone: zone, layers: fc.array(layer, { maxLength: 2 }), overrides: fc.array(override, { maxLength: 2 }) });
const supportHours = optional(fc.record({ timeZone: zone, windows, holidayCalendarId: fc.constant(null) }));

/** An organisation, an alert, and whether devices confirm. `at`: at 7.3 s of a minute; what waits for a step ends neither where somebody's chain does nor where a shift, hours or a quiet night do: of two things in one instant either may be first. */
export const previewCase = fc.record({
  setup, policies: fc.tuple(policy, policy), schedules: fc.tuple(schedule, schedule), supportHours, rules: fc.tuple(rules, rules, rules, rules),
  at: fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => noon + minutes * MINUTE + 7.3 * SECOND),
  severity: fc.constantFrom('critical', 'critical', 'error', 'warning', 'info'), receipts: fc.constantFrom('all' as const, 'none' as const),
});
export type PreviewCase = typeof previewCase extends fc.Arbitrary<infer C> ? C : never;

/** How long messages are compared: two hours where it is loud, until a low urgency has waited for its morning else. */
export const windowOf = (urgency: 'high' | 'low'): number => (urgency === 'high' ? 2 * HOUR : 2 * DAY);

export function policyDocument(id: string, { steps, rounds, handOffTo }: PreviewCase['policies'][number]): Record<string, unknown> {
  return {
    id, name: `Policy ${id}`, rounds, ...(handOffTo === null || handOffTo === id ? {} : { handOffTo }),
    steps: steps.map(({ branch, ...rest }) => ({ ...rest, ...(branch === null ? {} : { branch }) })),
  };
}

export function scheduleWith(id: string, { timeZone, layers, overrides }: PreviewCase['schedules'][number], at: number): Record<string, unknown> {
  return {
    id, name: `Schedule ${id}`, timeZone,
    layers: layers.map(({ type, ...rest }, index) => ({ id: `layer${index}`, name: 'Layer', ...rest, rotation: { type, length: 1, startLocal: '2026-11-02T09:00' } })),
    overrides: overrides.map(({ kind, userId, from, minutes }, index) => {
      const startAt = Math.floor(at / MINUTE) * MINUTE + from * MINUTE;
      return { id: `override${index}`, kind, startAt: Timestamp.fromMillis(startAt), endAt: Timestamp.fromMillis(startAt + minutes * MINUTE), [kind === 'add' ? 'addUserId' : 'removeUserId']: userId };
    }),
  };
}

/** Everybody's own rules, in place of those of the setup. */
export const withRules = (given: Setup, own: PreviewCase['rules']): Setup => ({
  ...given, people: Object.fromEntries(people.map((id, index) => [id, { ...given.people[id], rules: own[index] ?? own[0] }])) as Setup['people'], // Its keys are those people.
});
